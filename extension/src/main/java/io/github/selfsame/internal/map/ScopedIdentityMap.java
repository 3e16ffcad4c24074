package io.github.selfsame.internal.map;

import static io.github.selfsame.internal.map.MapLogger.LOGGER;
import static io.github.selfsame.internal.map.MapMessages.MESSAGES;

import io.github.selfsame.EvictionCause;
import io.github.selfsame.IdentityMap;
import io.github.selfsame.IdentityMapOptions;
import io.github.selfsame.IdentityMapOptions.LazyLoadReport;
import io.github.selfsame.IdentityMapStatistics;
import io.github.selfsame.RepeatedLazyLoads;
import io.github.selfsame.spi.CanonicalStore;
import io.github.selfsame.spi.MapEvent;
import io.github.selfsame.spi.Partition;
import io.github.selfsame.spi.PersistenceUnit;
import io.github.selfsame.spi.RowIdentity;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The identity map: for its users by {@link IdentityMap}, for adapters by {@link CanonicalStore}. Safe for use by several
 * threads. After its {@linkplain #end() end} it holds nothing and gives nothing, while leases that are still held
 * somewhere can be released without harm.
 */
public final class ScopedIdentityMap implements IdentityMap, CanonicalStore {

    private static final ScopedPartition[] NONE = {};

    private final MapLifecycle lifecycle;
    private final IdentityMapOptions options;
    private final MapCounters counters;
    private final LazyLoadCounts lazyLoads = new LazyLoadCounts();

    /** Replaced under this map's monitor, never changed in place: there are few of them, and look-ups take no lock. */
    private volatile ScopedPartition[] partitions = NONE;

    private volatile boolean open = true;

    /**
     * Creates an open, empty map.
     *
     * @param lifecycle what {@link #close()} asks
     * @param options how the map behaves
     */
    public ScopedIdentityMap(MapLifecycle lifecycle, IdentityMapOptions options) {
        this.lifecycle = lifecycle;
        this.options = options;
        this.counters = new MapCounters(lifecycle.totals().counters());
        lifecycle.totals().opened(this);
    }

    @Override
    public <T> @Nullable T find(Class<T> entityType, Object primaryKey) {
        checkOpen("find");
        T found = null;
        int count = 0;
        for (ScopedPartition partition : partitions) {
            RowIdentity row = partition.unit().rowOf(entityType, primaryKey);
            CanonicalEntry entry = row == null ? null : partition.entry(row.rootType(), row.primaryKey());
            Object instance = entry == null || !entry.isUpToDate() ? null : entry.instance();
            if (entityType.isInstance(instance)) {
                found = entityType.cast(instance);
                count++;
            }
        }
        if (count > 1) {
            throw MESSAGES.ambiguous(entityType.getName(), primaryKey, count);
        }
        return found;
    }

    @Override
    public boolean contains(Object entity) {
        checkOpen("contains");
        for (ScopedPartition partition : partitions) {
            CanonicalEntry entry = partition.entryOf(entity);
            if (entry != null && !entry.isDivergent()) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void evict(Object entity) {
        checkOpen("evict");
        for (ScopedPartition partition : partitions) {
            CanonicalEntry entry = partition.entryOf(entity);
            if (entry != null) {
                entry.evict(EvictionCause.REQUESTED);
            }
        }
    }

    @Override
    public void clear() {
        checkOpen("clear");
        for (ScopedPartition partition : partitions) {
            partition.evictAll();
        }
    }

    @Override
    public int size() {
        purge();
        return counters.size();
    }

    @Override
    public IdentityMapStatistics statistics() {
        purge();
        return counters.snapshot();
    }

    @Override
    public void count(MapEvent event) {
        counters.count(event);
    }

    int peakSize() {
        return counters.peakSize();
    }

    @Override
    public List<RepeatedLazyLoads> repeatedLazyLoads() {
        return lazyLoads.repeated();
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    @Override
    public void close() {
        if (open) {
            lifecycle.close(this);
        }
    }

    @Override
    public @Nullable Partition partition(PersistenceUnit unit) {
        for (ScopedPartition partition : partitions) {
            if (partition.unit().equals(unit)) {
                return partition;
            }
        }
        return open ? addPartition(unit) : null;
    }

    @Override
    public Collection<Partition> partitions() {
        return List.of(partitions);
    }

    /**
     * How this map behaves, if that is not what somebody asks for.
     *
     * @param asked options; {@code DEFAULT} where nothing is asked for
     * @return how it behaves, in the first of the persistence units in which it is something else; {@code null} if it
     *     behaves as asked for
     */
    public @Nullable IdentityMapOptions behaviourUnlike(IdentityMapOptions asked) {
        if (asked.equals(IdentityMapOptions.DEFAULTS)) {
            return null;
        }
        ScopedPartition[] now = partitions;
        if (now.length == 0) {
            IdentityMapOptions behaviour = options.orElse(lifecycle.defaults()).orElse(ScopedPartition.BUILT_IN);
            return asked.orElse(behaviour).equals(behaviour) ? null : behaviour;
        }
        for (ScopedPartition partition : now) {
            if (!asked.orElse(partition.options()).equals(partition.options())) {
                return partition.options();
            }
        }
        return null;
    }

    /**
     * Who looks after this map.
     *
     * @return what the map was created with
     */
    public MapLifecycle lifecycle() {
        return lifecycle;
    }

    /** Ends the map without asking anybody. Ending again does nothing. */
    public void end() {
        ScopedPartition[] ending;
        synchronized (this) {
            open = false;
            ending = partitions;
            partitions = NONE;
        }
        boolean isReported = false;
        for (ScopedPartition partition : ending) {
            partition.end();
            isReported |= partition.options().lazyLoadReport() == LazyLoadReport.LOG;
        }
        List<RepeatedLazyLoads> repeated = isReported ? lazyLoads.repeated() : List.of();
        if (!repeated.isEmpty()) {
            LOGGER.repeatedLazyLoads(
                    repeated.size(),
                    repeated.stream().map(RepeatedLazyLoads::toString).collect(Collectors.joining("; ")));
        }
        lifecycle.totals().ended(this);
    }

    @Override
    public String toString() {
        return "identity map " + Integer.toHexString(System.identityHashCode(this))
                + (open ? " with " + size() + " instances" : " (ended)");
    }

    /** The partitions themselves, for the check of invariants. */
    ScopedPartition[] currentPartitions() {
        return partitions;
    }

    private synchronized @Nullable Partition addPartition(PersistenceUnit unit) {
        if (!open) {
            return null;
        }
        for (ScopedPartition partition : partitions) {
            if (partition.unit().equals(unit)) {
                return partition;
            }
        }
        IdentityMapOptions completed = options.orElse(unit.options()).orElse(lifecycle.defaults());
        ScopedPartition added = new ScopedPartition(unit, completed, counters, lazyLoads);
        ScopedPartition[] grown = Arrays.copyOf(partitions, partitions.length + 1);
        grown[partitions.length] = added;
        partitions = grown;
        return added;
    }

    private void purge() {
        for (ScopedPartition partition : partitions) {
            partition.purge();
        }
    }

    private void checkOpen(String method) {
        if (!open) {
            throw MESSAGES.closed(method);
        }
    }
}
