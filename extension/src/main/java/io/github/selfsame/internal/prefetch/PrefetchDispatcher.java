package io.github.selfsame.internal.prefetch;

import static io.github.selfsame.internal.prefetch.PrefetchMessages.MESSAGES;

import io.github.selfsame.prefetch.Prefetch;
import io.github.selfsame.prefetch.PrefetchPlan;
import io.github.selfsame.prefetch.Prefetched;
import io.github.selfsame.spi.Canonical;
import io.github.selfsame.spi.CanonicalStore;
import io.github.selfsame.spi.Partition;
import io.github.selfsame.spi.PersistenceProviderAdapter;
import io.github.selfsame.spi.PrefetchResult;
import io.github.selfsame.spi.RowIdentity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Checks what a prefetch is asked for as far as that is possible without a persistence provider, and hands it to the
 * adapter of the entities' persistence unit. Safe for use by several threads.
 */
public final class PrefetchDispatcher {

    private final Supplier<? extends Collection<PersistenceProviderAdapter>> adapters;

    /**
     * Creates a dispatcher.
     *
     * @param adapters gives the adapters to choose from
     */
    public PrefetchDispatcher(Supplier<? extends Collection<PersistenceProviderAdapter>> adapters) {
        this.adapters = adapters;
    }

    /**
     * Prefetches; see {@link io.github.selfsame.prefetch.Prefetcher#prefetch(Collection, Prefetch, Prefetch...)}.
     *
     * @param store the current map
     * @param entities the entities as given
     * @param prefetches what to prefetch
     * @return the results
     * @throws io.github.selfsame.prefetch.PrefetchException if this can't be done; nothing has been loaded then
     */
    public Prefetched prefetch(CanonicalStore store, Collection<?> entities, List<Prefetch<?, ?>> prefetches) {
        List<Object> distinct = distinct(entities);
        if (distinct.isEmpty()) {
            return new ResultsPerOwner(prefetches, PrefetchResult.nothing());
        }
        Partition partition = commonPartition(distinct, store);
        PersistenceProviderAdapter adapter = adapterOf(partition, distinct.get(0));
        return new ResultsPerOwner(
                prefetches,
                prefetches.isEmpty() ? PrefetchResult.nothing() : adapter.prefetch(partition, distinct, prefetches));
    }

    /**
     * Plans; see {@link io.github.selfsame.prefetch.Prefetcher#explain}.
     *
     * @param store the current map
     * @param entities the entities as given
     * @param prefetches what to prefetch
     * @return the plan
     * @throws io.github.selfsame.prefetch.PrefetchException if it can't be carried out
     */
    public PrefetchPlan explain(CanonicalStore store, Collection<?> entities, List<Prefetch<?, ?>> prefetches) {
        List<Object> distinct = distinct(entities);
        if (distinct.isEmpty()) {
            throw MESSAGES.nothingToExplain();
        }
        Partition partition = commonPartition(distinct, store);
        return adapterOf(partition, distinct.get(0)).plan(partition, distinct, prefetches);
    }

    private static Partition commonPartition(List<Object> entities, CanonicalStore store) {
        Object first = entities.get(0);
        Partition partition = partitionOf(first, store);
        for (Object entity : entities) {
            if (!partition.unit().isEntity(entity)) {
                throw isKnown(entity, store)
                        ? MESSAGES.severalUnits(nameOf(first), nameOf(entity))
                        : MESSAGES.unknownEntity(nameOf(entity));
            }
        }
        return partition;
    }

    private static List<Object> distinct(Collection<?> entities) {
        // by identity: equals is the application's (rule R15)
        Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>(entities.size()));
        List<Object> distinct = new ArrayList<>(entities.size());
        for (Object entity : entities) {
            if (entity != null && seen.add(entity)) {
                distinct.add(entity);
            }
        }
        return distinct;
    }

    private static Partition partitionOf(Object entity, CanonicalStore store) {
        List<Partition> mapping = new ArrayList<>();
        List<Partition> holding = new ArrayList<>();
        for (Partition partition : store.partitions()) {
            if (partition.unit().isEntity(entity)) {
                mapping.add(partition);
            }
            RowIdentity row = partition.unit().rowOf(entity);
            Canonical canonical = row == null ? null : partition.get(row.rootType(), row.primaryKey());
            if (canonical != null && canonical.instance() == entity) {
                holding.add(partition);
            }
        }
        if (mapping.isEmpty()) {
            throw MESSAGES.unknownEntity(nameOf(entity));
        }
        // several units may map the type; a canonical instance belongs to one of them
        List<Partition> candidates = mapping.size() == 1 ? mapping : holding;
        if (candidates.size() != 1) {
            throw MESSAGES.ambiguousUnit(mapping.size(), nameOf(entity));
        }
        return candidates.get(0);
    }

    private static boolean isKnown(Object entity, CanonicalStore store) {
        return store.partitions().stream()
                .anyMatch(partition -> partition.unit().isEntity(entity));
    }

    private PersistenceProviderAdapter adapterOf(Partition partition, Object entity) {
        for (PersistenceProviderAdapter adapter : adapters.get()) {
            if (adapter.supports(partition.unit())) {
                return adapter;
            }
        }
        throw MESSAGES.noAdapter(nameOf(entity));
    }

    private static String nameOf(Object entity) {
        return entity.getClass().getName();
    }
}
