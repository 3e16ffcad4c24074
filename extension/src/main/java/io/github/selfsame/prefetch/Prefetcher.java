package io.github.selfsame.prefetch;

import java.util.Collection;
import java.util.List;

/**
 * Loads associations in bulk for entities that are already there (rules P1 to P3). Injectable:
 * {@code @Inject Prefetcher}.
 *
 * <pre>{@code
 * prefetcher.prefetch(dogs, "toys.maker", "favoriteToy", "owner");
 * }</pre>
 *
 * <p>Works on the {@linkplain io.github.selfsame.IdentityMap identity map} that is current on the calling thread. Safe
 * for use by several threads.
 */
public interface Prefetcher {

    /**
     * Loads the associations along the given paths for all given entities.
     *
     * <p>Runs one statement for each association and level, whatever the number of entities (for very many keys: one
     * for each chunk of them), and none where the map already has all targets or the association is already loaded.
     * The paths are planned together, so that their order does not matter. An association that is already loaded is
     * left as it is. Nothing becomes dirty.
     *
     * @param entities entities of one mapped type or its subclasses, managed by an open persistence context of the
     *     current map or canonical in that map; {@code null} elements and repetitions are allowed and ignored
     * @param paths attribute names separated by dots, each starting at the type of the entities
     * @throws PrefetchException if a path names an attribute that does not exist or is no association, or if an entity
     *     is not known to the current map; nothing has been loaded then
     * @throws jakarta.enterprise.context.ContextNotActiveException if no map is current
     */
    void prefetch(Collection<?> entities, String... paths);

    /**
     * Begins a prefetch for a list, such as the result of a query, to go on with its entities:
     *
     * <pre>{@code
     * for (Dog dog : prefetcher.on(kennel.dogs()).fetch("toys.maker").fetch("owner").list()) { … }
     * }</pre>
     *
     * @param <E> the type of the entities
     * @param entities as for {@link #prefetch}
     * @return a request to which paths are added; nothing is loaded before {@link PrefetchRequest#list()}
     */
    default <E> PrefetchRequest<E> on(List<E> entities) {
        return new PrefetchRequest<>(this, entities);
    }
}
