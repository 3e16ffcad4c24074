package io.github.selfsame.eclipselink.internal;

import io.github.selfsame.EvictionCause;
import io.github.selfsame.spi.Canonical;
import io.github.selfsame.spi.CanonicalStore;
import io.github.selfsame.spi.IdentityMapRuntimes;
import io.github.selfsame.spi.Partition;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Predicate;

/** Finds the maps that what a unit of work does may concern: those that it has used, and those that it goes around (rule R18). */
final class ConcernedMaps {

    private ConcernedMaps() {}

    /**
     * The maps.
     *
     * @param leases on the maps that the unit of work has used
     * @param surrounding the maps that it went around when it began
     */
    static Set<CanonicalStore> of(Collection<ContextLease> leases, Collection<CanonicalStore> surrounding) {
        Set<CanonicalStore> stores = new LinkedHashSet<>();
        leases.forEach(lease -> stores.add(lease.store()));
        stores.addAll(surrounding);
        // a unit of work may be older than the maps that are open when it commits
        stores.addAll(IdentityMapRuntimes.surrounding());
        return stores;
    }

    /** Wherever in these maps rows of a unit may be known, also under the properties of other EntityManagers. */
    static Set<Partition> partitions(Collection<CanonicalStore> stores, EclipseLinkUnit unit) {
        Set<Partition> partitions = new LinkedHashSet<>();
        for (CanonicalStore store : stores) {
            for (Partition partition : store.partitions()) {
                if (partition.unit() instanceof EclipseLinkUnit other && other.isOfSameDatabase(unit)) {
                    partitions.add(partition);
                }
            }
        }
        return partitions;
    }

    /** Makes these maps forget that an instance stands for a row (rule R2). */
    static void forget(
            Collection<CanonicalStore> stores,
            Class<?> rootType,
            Object key,
            Object instance,
            Predicate<Partition> where) {
        for (CanonicalStore store : stores) {
            for (Partition partition : store.partitions()) {
                Canonical entry = where.test(partition) ? partition.get(rootType, key) : null;
                if (entry != null && entry.instance() == instance) {
                    entry.evict(EvictionCause.REPLACED);
                }
            }
        }
    }
}
