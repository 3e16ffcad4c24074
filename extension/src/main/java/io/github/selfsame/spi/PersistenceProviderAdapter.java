package io.github.selfsame.spi;

import io.github.selfsame.prefetch.Prefetch;
import io.github.selfsame.prefetch.PrefetchPlan;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An adapter for a persistence provider, found by {@link java.util.ServiceLoader}. Has a public constructor without
 * parameters and keeps no state of its own.
 */
public interface PersistenceProviderAdapter {

    /**
     * Whether a partition's persistence unit is one of this adapter's.
     *
     * @param unit the unit of a partition
     * @return whether this adapter made it
     */
    boolean supports(PersistenceUnit unit);

    /**
     * Loads associations in bulk; see {@link io.github.selfsame.prefetch.Prefetcher}.
     *
     * @param partition a partition that this adapter supports
     * @param entities entities of that partition's unit, at least one, distinct, without {@code null}
     * @param prefetches what to prefetch, at least one
     * @return the results of separate prefetches, and what it has taken
     * @throws io.github.selfsame.prefetch.PrefetchException if this can't be done; nothing has been loaded then
     */
    PrefetchResult prefetch(Partition partition, Collection<?> entities, List<Prefetch<?, ?>> prefetches);

    /**
     * Plans a prefetch without running it.
     *
     * @param partition a partition that this adapter supports
     * @param entities entities of that partition's unit, at least one, distinct, without {@code null}
     * @param prefetches what to prefetch, at least one
     * @return the plan
     * @throws io.github.selfsame.prefetch.PrefetchException if it can't be carried out
     */
    PrefetchPlan plan(Partition partition, Collection<?> entities, List<Prefetch<?, ?>> prefetches);

    /**
     * What is wrong with an application's persistence units, as far as that can be known when the application starts
     * (rule S9).
     *
     * @param application the application's class loader
     * @return a message for each problem, with its id, that names the element, the fault and the remedy; none by default
     */
    default List<String> deploymentProblems(ClassLoader application) {
        return List.of();
    }

    /**
     * What this adapter knows about a query (rule Q2).
     *
     * @param query any query
     * @return the description, or {@code null} if the query is none of this adapter's provider
     */
    default @Nullable QueryDescription describe(Query query) {
        return null;
    }

    /**
     * Finds many entities by their ids; see {@link io.github.selfsame.query.EntityFinder}.
     *
     * @param <T> the entity type
     * @param entityManager any EntityManager
     * @param entityType the entity type
     * @param ids the ids, none of them {@code null}
     * @return the entity of each id, {@code null} where there is none; {@code null} instead of a list if the EntityManager is
     *     none of this adapter's provider
     * @throws IllegalArgumentException if the type is no entity type, or if an id is of a wrong type
     */
    default <T> @Nullable List<@Nullable T> findMultiple(
            EntityManager entityManager, Class<T> entityType, List<?> ids) {
        return null;
    }
}
