package io.github.selfsame.prefetch;

import java.util.Collection;
import java.util.List;

/**
 * Loads associations in bulk for entities that are already there (rules P1 to P6). Injectable:
 * {@code @Inject Prefetcher}.
 *
 * <pre>{@code
 * prefetcher.prefetch(dogs, "toys.maker", "favoriteToy", "owner");
 *
 * prefetcher.prefetch(dogs,
 *         Prefetch.of(Dog_.toys).then(Toy_.maker),
 *         Prefetch.of(Dog_.walks).count());
 * }</pre>
 *
 * <p>Runs one statement for each association and level, whatever the number of entities (for very many keys: one for each
 * chunk of them), and none where the map already has all targets or the association is already loaded. Everything asked for in
 * one call is planned together, so that the order does not matter. An association that is already loaded is left as it is.
 * Nothing becomes dirty.
 *
 * <p>Works on the {@linkplain io.github.selfsame.IdentityMap identity map} that is current on the calling thread. Safe
 * for use by several threads.
 */
public interface Prefetcher {

    /**
     * Loads the associations along the given paths for all given entities.
     *
     * @param entities entities of one mapped type or its subclasses, managed by an open persistence context of the
     *     current map or canonical in that map; {@code null} elements and repetitions are allowed and ignored
     * @param paths attribute names separated by dots, each starting at the type of the entities
     * @return what it took; no results per owner
     * @throws PrefetchException if a path names an attribute that does not exist or is no association, or if an entity
     *     is not known to the current map; nothing has been loaded then
     * @throws jakarta.enterprise.context.ContextNotActiveException if no map is current
     */
    Prefetched prefetch(Collection<?> entities, String... paths);

    /**
     * Prefetches for all given entities.
     *
     * @param entities entities of one mapped type or its subclasses, managed by an open persistence context of the
     *     current map or canonical in that map; {@code null} elements and repetitions are allowed and ignored
     * @param first what to prefetch
     * @param more what else to prefetch
     * @return the results of separate prefetches for each owner, and what it took
     * @throws PrefetchException if a path names an attribute that does not exist or is no association, if a path starts
     *     from another type than that of the entities, if two separate prefetches of one name differ, or if an entity is not
     *     known to the current map; nothing has been loaded then
     * @throws jakarta.enterprise.context.ContextNotActiveException if no map is current
     */
    Prefetched prefetch(Collection<?> entities, Prefetch<?, ?> first, Prefetch<?, ?>... more);

    /**
     * Plans a prefetch without running it (rule P14). Takes no statement.
     *
     * @param entities as for {@link #prefetch(Collection, Prefetch, Prefetch...)}, at least one
     * @param first what to prefetch
     * @param more what else to prefetch
     * @return what would be loaded, in this order
     * @throws PrefetchException as {@code prefetch} would throw it, and if there is no entity
     * @throws jakarta.enterprise.context.ContextNotActiveException if no map is current
     */
    PrefetchPlan explain(Collection<?> entities, Prefetch<?, ?> first, Prefetch<?, ?>... more);

    /**
     * Begins a prefetch for a list, such as the result of a query, to go on with its entities:
     *
     * <pre>{@code
     * for (Dog dog : prefetcher.on(kennel.dogs()).fetch("toys.maker").fetch("owner").list()) { … }
     * }</pre>
     *
     * @param <E> the type of the entities
     * @param entities as for {@link #prefetch(Collection, String...)}
     * @return a request to which paths are added; nothing is loaded before {@link PrefetchRequest#list()}
     */
    default <E> PrefetchRequest<E> on(List<E> entities) {
        return new PrefetchRequest<>(this, entities);
    }
}
