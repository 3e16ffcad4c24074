package io.github.selfsame.internal.map;

import static io.github.selfsame.internal.map.MapMessages.MESSAGES;

import io.github.selfsame.EvictionCause;
import io.github.selfsame.IdentityMapOptions;
import io.github.selfsame.IdentityMapOptions.Divergence;
import io.github.selfsame.IdentityMapOptions.Freshness;
import io.github.selfsame.IdentityMapOptions.LazyLoadReport;
import io.github.selfsame.IdentityMapOptions.Retention;
import io.github.selfsame.LazyLoading;
import io.github.selfsame.spi.Canonical;
import io.github.selfsame.spi.Lease;
import io.github.selfsame.spi.MapEvent;
import io.github.selfsame.spi.Partition;
import io.github.selfsame.spi.PersistenceUnit;
import io.github.selfsame.spi.RowIdentity;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The entries of one persistence unit, by root type and primary key. */
final class ScopedPartition implements Partition {

    /** What counts where neither the map nor the unit says anything. */
    static final IdentityMapOptions BUILT_IN = new IdentityMapOptions(
            Freshness.VERSIONED, Divergence.EVICT, Retention.STRONG, LazyLoading.ONE, LazyLoadReport.OFF);

    /** Guards every change of the partition's tables, entries and leases. */
    final Object monitor = new Object();

    private final PersistenceUnit unit;
    private final MapCounters counters;
    private final LazyLoadCounts lazyLoads;
    private final IdentityMapOptions options;
    private final Retainer retainer;
    private final ConcurrentHashMap<Class<?>, EntityTable> tables = new ConcurrentHashMap<>();
    private boolean ended;

    ScopedPartition(
            PersistenceUnit unit, IdentityMapOptions mapOptions, MapCounters counters, LazyLoadCounts lazyLoads) {
        this.unit = unit;
        this.counters = counters;
        this.lazyLoads = lazyLoads;
        this.options = mapOptions.orElse(unit.options()).orElse(BUILT_IN);
        this.retainer = Retainer.of(options.retention());
    }

    @Override
    public IdentityMapOptions options() {
        return options;
    }

    @Override
    public PersistenceUnit unit() {
        return unit;
    }

    @Override
    public @Nullable Canonical get(Class<?> rootType, Object primaryKey) {
        return entry(rootType, primaryKey);
    }

    @Override
    public @Nullable Canonical publish(
            Class<?> rootType, Object primaryKey, Object instance, Lease lease, boolean isPassing) {
        ScopedLease holder = own(lease, rootType);
        synchronized (monitor) {
            if (ended) {
                return null;
            }
            purge();
            EntityTable table = tables.computeIfAbsent(rootType, type -> new EntityTable(this, type));
            CanonicalEntry present = table.get(primaryKey);
            if (present != null) {
                ScopedLease presentHolder = present.currentLease();
                if (presentHolder != null && presentHolder != holder) {
                    return null;
                }
                if (present.instance() == instance) {
                    if (presentHolder == null) {
                        present.renew();
                        holder.link(present);
                    }
                    return present;
                }
                remove(present, EvictionCause.REPLACED);
            }
            CanonicalEntry entry = new CanonicalEntry(table, primaryKey);
            entry.hold(retainer.hold(entry, instance, isPassing));
            // before anybody can see it: an instance that is not built yet must not look free
            holder.link(entry);
            table.entries.put(primaryKey, entry);
            counters.added();
            return entry;
        }
    }

    @Override
    public void markAllStale() {
        synchronized (monitor) {
            forEach(CanonicalEntry::markStale);
        }
    }

    @Override
    public void markStale(Class<?> rootType) {
        EntityTable table = tables.get(rootType);
        if (table != null) {
            synchronized (monitor) {
                table.entries.values().forEach(CanonicalEntry::markStale);
            }
        }
    }

    @Override
    public Lease newLease(Object context) {
        return new ScopedLease(this, context);
    }

    @Override
    public void count(MapEvent event) {
        counters.count(event);
    }

    @Override
    public void lazilyLoaded(Class<?> entityType, String path, String caller) {
        lazyLoads.add(entityType, path, caller);
    }

    /** Takes out the entries whose instances have been garbage-collected. */
    void purge() {
        for (CanonicalEntry gone = retainer.collected(); gone != null; gone = retainer.collected()) {
            evict(gone, EvictionCause.COLLECTED);
        }
    }

    /** The row's entry as a look-up of the user's sees it, without a lock. */
    @Nullable CanonicalEntry entry(Class<?> rootType, Object primaryKey) {
        purge();
        EntityTable table = tables.get(rootType);
        return table == null ? null : table.get(primaryKey);
    }

    /** The entry whose canonical instance is this very object. */
    @Nullable CanonicalEntry entryOf(Object entity) {
        RowIdentity row = unit.rowOf(entity);
        CanonicalEntry entry = row == null ? null : entry(row.rootType(), row.primaryKey());
        return entry != null && entry.instance() == entity ? entry : null;
    }

    boolean adopt(CanonicalEntry entry, Lease lease) {
        ScopedLease taker = own(lease, entry.rootType());
        synchronized (monitor) {
            if (entry.currentLease() != null || entry.instance() == null) {
                return false;
            }
            taker.link(entry);
            counters.adopted();
            return true;
        }
    }

    void evict(CanonicalEntry entry, EvictionCause cause) {
        synchronized (monitor) {
            // an evicted entry is in no table any more; the row may have a newer one, which stays
            if (entry.table().get(entry.primaryKey()) == entry) {
                remove(entry, cause);
            }
        }
    }

    void evictAll() {
        synchronized (monitor) {
            forEach(entry -> remove(entry, EvictionCause.REQUESTED));
        }
    }

    /** Empties the partition for good. */
    void end() {
        synchronized (monitor) {
            ended = true;
            forEach(ScopedPartition::detach);
            for (EntityTable table : tables.values()) {
                counters.ended(table.entries.size());
                // whoever still has an entry would otherwise keep all its neighbours
                table.entries.clear();
            }
            tables.clear();
        }
    }

    /** Needs the monitor. */
    void forEach(Consumer<CanonicalEntry> action) {
        for (EntityTable table : tables.values()) {
            table.entries.values().forEach(action);
        }
    }

    private void remove(CanonicalEntry entry, EvictionCause cause) {
        entry.table().entries.remove(entry.primaryKey());
        detach(entry);
        counters.evicted(cause);
    }

    private static void detach(CanonicalEntry entry) {
        // first: what a context had not built to the end must not look free to whoever has got the entry before
        entry.forget();
        ScopedLease holder = entry.currentLease();
        if (holder != null) {
            holder.unlink(entry);
        }
    }

    private ScopedLease own(Lease lease, Class<?> rootType) {
        if (lease instanceof ScopedLease scoped && scoped.belongsTo(this)) {
            return scoped;
        }
        throw MESSAGES.foreignLease(rootType.getName());
    }
}
