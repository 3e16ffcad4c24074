package io.github.selfsame.internal.map;

import io.github.selfsame.spi.Canonical;
import io.github.selfsame.spi.Lease;
import io.github.selfsame.spi.Partition;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A lease: a list threaded through the entries that are under it, so that being leased costs no memory of its own.
 * Outlives the map without holding anything of it.
 */
final class ScopedLease implements Lease {

    private final ScopedPartition partition;
    private final Object context;
    private @Nullable CanonicalEntry first;
    private int size;

    ScopedLease(ScopedPartition partition, Object context) {
        this.partition = partition;
        this.context = context;
    }

    @Override
    public Partition partition() {
        return partition;
    }

    @Override
    public Object context() {
        return context;
    }

    @Override
    public List<Canonical> entries() {
        synchronized (partition.monitor) {
            List<Canonical> snapshot = new ArrayList<>(size);
            for (CanonicalEntry entry = first; entry != null; entry = entry.nextOfLease) {
                snapshot.add(entry);
            }
            return snapshot;
        }
    }

    @Override
    public void release(Canonical entry) {
        synchronized (partition.monitor) {
            if (entry instanceof CanonicalEntry ours && ours.currentLease() == this) {
                unlink(ours);
            }
        }
    }

    @Override
    public void releaseAll() {
        synchronized (partition.monitor) {
            for (CanonicalEntry entry = first; entry != null; entry = first) {
                unlink(entry);
            }
        }
    }

    boolean belongsTo(ScopedPartition candidate) {
        return partition == candidate;
    }

    /** Puts a free entry under this lease. Needs the monitor. */
    void link(CanonicalEntry entry) {
        entry.leasedTo(this);
        CanonicalEntry next = first;
        if (next != null) {
            next.previousOfLease = entry;
        }
        entry.nextOfLease = next;
        first = entry;
        size++;
    }

    /** Takes an entry of this lease out of it. Needs the monitor. */
    void unlink(CanonicalEntry entry) {
        CanonicalEntry previous = entry.previousOfLease;
        CanonicalEntry next = entry.nextOfLease;
        if (previous == null) {
            first = next;
        } else {
            previous.nextOfLease = next;
        }
        if (next != null) {
            next.previousOfLease = previous;
        }
        entry.previousOfLease = null;
        entry.nextOfLease = null;
        entry.leasedTo(null);
        size--;
    }

    /** Whether the list holds the entry. Needs the monitor. */
    boolean holds(CanonicalEntry wanted) {
        for (CanonicalEntry entry = first; entry != null; entry = entry.nextOfLease) {
            if (entry == wanted) {
                return true;
            }
        }
        return false;
    }
}
