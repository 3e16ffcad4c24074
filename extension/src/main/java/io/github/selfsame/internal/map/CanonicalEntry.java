package io.github.selfsame.internal.map;

import io.github.selfsame.EvictionCause;
import io.github.selfsame.spi.Canonical;
import io.github.selfsame.spi.Lease;
import org.jspecify.annotations.Nullable;

/**
 * One row's entry. There is one for each row of a map, so it is kept small: what it has in common with its neighbours is
 * in its table, and it is itself the node of its lease's list.
 *
 * <p>Fields are written under the monitor of the partition and read without it, except for the links of the lease's
 * list, which are read under the monitor too. {@link #attach} and {@link #joins} are the exceptions: the adapter alone knows what
 * they mean.
 */
final class CanonicalEntry implements Canonical {

    private static final int STALE = 1;
    private static final int DIVERGENT = 2;

    private final EntityTable table;
    private final Object primaryKey;

    /** The instance, or a reference to it; see {@link Retainer}. Null once evicted. */
    private volatile @Nullable Object held;

    private volatile @Nullable ScopedLease lease;
    private volatile @Nullable Object attachment;
    private @Nullable Object cohort;
    private volatile int flags;

    /** The neighbours in the list of the lease; both are null while the entry is free. */
    @Nullable CanonicalEntry previousOfLease;

    @Nullable CanonicalEntry nextOfLease;

    CanonicalEntry(EntityTable table, Object primaryKey) {
        this.table = table;
        this.primaryKey = primaryKey;
    }

    /** Puts in what a {@link Retainer} has made of the instance. Needs the monitor. */
    void hold(Object instanceOrReference) {
        held = instanceOrReference;
    }

    @Override
    public Class<?> rootType() {
        return table.rootType;
    }

    @Override
    public Object primaryKey() {
        return primaryKey;
    }

    @Override
    public @Nullable Object instance() {
        return Retainer.instance(held);
    }

    @Override
    public @Nullable Lease lease() {
        return lease;
    }

    @Override
    public boolean tryLease(Lease taker) {
        return table.partition.adopt(this, taker);
    }

    @Override
    public void evict(EvictionCause cause) {
        table.partition.evict(this, cause);
    }

    @Override
    public boolean isStale() {
        return (flags & STALE) != 0;
    }

    @Override
    public void markStale() {
        setFlag(STALE);
    }

    @Override
    public void markFresh() {
        synchronized (table.partition.monitor) {
            flags &= ~STALE;
        }
    }

    @Override
    public boolean isDivergent() {
        return (flags & DIVERGENT) != 0;
    }

    @Override
    public void markDivergent() {
        setFlag(DIVERGENT);
    }

    @Override
    public @Nullable Object attachment() {
        return attachment;
    }

    @Override
    public void attach(@Nullable Object note) {
        attachment = note;
    }

    @Override
    public @Nullable Object cohort() {
        return cohort;
    }

    @Override
    public void joins(@Nullable Object company) {
        cohort = company;
    }

    /** Whether the instance may be handed out as it is. */
    boolean isUpToDate() {
        return flags == 0;
    }

    /** Whether the instance may go by itself. */
    boolean isReference() {
        Object now = held;
        return now != null && Retainer.instance(now) != now;
    }

    EntityTable table() {
        return table;
    }

    @Nullable ScopedLease currentLease() {
        return lease;
    }

    /** Needs the monitor. */
    void leasedTo(@Nullable ScopedLease holder) {
        lease = holder;
    }

    /** A persistence context has begun to manage the instance as one that it builds itself. Needs the monitor. */
    void renew() {
        flags = 0;
        attachment = null;
        cohort = null;
    }

    /** Lets go of everything that the entry keeps alive. Needs the monitor. */
    void forget() {
        held = null;
        attachment = null;
        cohort = null;
    }

    private void setFlag(int flag) {
        synchronized (table.partition.monitor) {
            flags |= flag;
        }
    }
}
