package io.github.selfsame.eclipselink.internal;

import io.github.selfsame.EvictionCause;
import io.github.selfsame.eclipselink.internal.access.ChangeListeners;
import io.github.selfsame.spi.Canonical;
import io.github.selfsame.spi.Lease;
import io.github.selfsame.spi.MapEvent;
import io.github.selfsame.spi.Partition;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.queries.FetchGroup;
import org.eclipse.persistence.queries.FetchGroupTracker;
import org.jspecify.annotations.Nullable;

/**
 * Lets a unit of work that is about to build an instance for a row populate the free one, if that is only out of date (rules R6
 * and R10).
 */
final class Reservations {

    private final UnitOfWorkImpl unitOfWork;
    private final Partition partition;
    private final Lease lease;
    private final Usability usability;
    private final HeldAssociations held;

    /** The entry whose instance is to be populated next. */
    private @Nullable Canonical reserved;

    /** The entry of the row for which a copy is to be built next. */
    private @Nullable Canonical copied;

    /** The entry whose instance is to have nothing of what it had loaded when it is populated. */
    private @Nullable Canonical refreshed;

    /** The instance that was loaded in part until it was taken to be populated, and what was loaded of it. */
    private @Nullable FetchGroupTracker partial;

    private @Nullable FetchGroup part;

    /** The key of the row that is being read and lacks columns; {@code null} if the row that is being read is whole. */
    private @Nullable Object partialRow;

    Reservations(UnitOfWorkImpl unitOfWork, Lease lease, Usability usability, HeldAssociations held) {
        this.unitOfWork = unitOfWork;
        this.partition = lease.partition();
        this.lease = lease;
        this.usability = usability;
        this.held = held;
    }

    /** The unit of work is about to build an instance for a row. */
    void reserve(Class<?> rootType, Object primaryKey) {
        reserved = null;
        copied = null;
        Canonical entry = partition.get(rootType, primaryKey);
        Object instance = entry == null ? null : entry.instance();
        if (entry == null
                || instance == null
                || usability.isReadOnly(instance, unitOfWork.getDescriptor(instance.getClass()))) {
            return;
        }
        if (entry.lease() == lease) {
            reserved = isReserved(entry, instance) ? entry : null;
        } else if (entry.lease() != null) {
            copied = entry;
        } else if (!usability.evictIfMerging(entry)) {
            if (entry.tryLease(lease)) {
                reserveLeased(entry, instance);
            } else {
                copied = entry;
            }
        }
    }

    private void reserveLeased(Canonical entry, Object instance) {
        boolean isToBePopulated = false;
        try {
            if (usability.isUsable(entry, instance, unitOfWork.getDescriptor(instance.getClass()))) {
                // it has become free since the row was read, and stays as it is
                copied = entry;
            } else if (entry.lease() == lease) {
                if (isPartial(entry.primaryKey())) {
                    // what is missing in the row would be missing in the instance
                    copied = entry;
                } else {
                    isToBePopulated = true;
                }
            }
        } finally {
            if (isToBePopulated) {
                reserved = entry;
            } else {
                lease.release(entry);
            }
        }
    }

    /**
     * A row is read from now on.
     *
     * @param primaryKey its key, if it lacks columns
     * @return what is to be told again in the end
     */
    @Nullable Object replacePartial(@Nullable Object primaryKey) {
        Object before = partialRow;
        partialRow = primaryKey;
        return before;
    }

    /** Whether the row that is being read has that key, and lacks columns. */
    boolean isPartial(Object primaryKey) {
        return partialRow != null && partialRow.equals(primaryKey);
    }

    /** A query refreshes the instance of an entry: its associations are to be loaded anew. */
    void refresh(@Nullable Canonical entry) {
        refreshed = entry;
    }

    /** Whether the instance was reserved before, and has not been populated yet. */
    private boolean isReserved(Canonical entry, Object instance) {
        return entry.lease() == lease && !unitOfWork.getCloneMapping().containsKey(instance);
    }

    /** The reserved instance to populate from the original of a row, instead of a new one; {@code null} if there is none. */
    @Nullable Object takeFor(Object original, ClassDescriptor descriptor, Object primaryKey) {
        Object instance = take(descriptor, primaryKey);
        if (instance == null) {
            reserveAgain(original, descriptor, primaryKey);
            instance = take(descriptor, primaryKey);
        }
        return instance;
    }

    /**
     * Reserves what was populated a moment ago: where EclipseLink finds that a cached original is invalid, it reads and
     * registers it once more.
     */
    private void reserveAgain(Object original, ClassDescriptor descriptor, Object primaryKey) {
        Canonical entry = partition.get(EclipseLinkUnit.rootTypeOf(descriptor), primaryKey);
        if (entry != null
                && entry.lease() == lease
                && entry.instance() != original
                && unitOfWork.getCloneToOriginals().get(entry.instance()) == original) {
            reserved = entry;
        }
    }

    /** The reserved instance to populate for the row, instead of a new one; {@code null} if there is none. */
    @Nullable Object take(ClassDescriptor descriptor, Object primaryKey) {
        Canonical entry = reserved;
        if (entry == null
                || !entry.primaryKey().equals(primaryKey)
                || entry.rootType() != EclipseLinkUnit.rootTypeOf(descriptor)) {
            return null;
        }
        reserved = null;
        Object instance = entry.instance();
        if (instance == null || instance.getClass() != descriptor.getJavaClass()) {
            // the row has become one of another type: that is another object
            entry.evict(EvictionCause.REPLACED);
            return null;
        }
        partition.count(MapEvent.STALE);
        if (entry == refreshed) {
            refreshed = null;
        } else {
            held.remember(instance, descriptor, entry.isStale());
        }
        takeFetchGroup(instance);
        ChangeListeners.listen(instance, null);
        entry.attach(null);
        entry.joins(null);
        entry.markFresh();
        return instance;
    }

    /** What was not loaded of the instance until now must not be loaded while it is populated. EclipseLink says then what is loaded. */
    private void takeFetchGroup(Object instance) {
        partial = null;
        part = null;
        if (instance instanceof FetchGroupTracker tracker && tracker._persistence_getFetchGroup() != null) {
            partial = tracker;
            part = tracker._persistence_getFetchGroup();
            tracker._persistence_setFetchGroup(null);
        }
    }

    /** An instance could not be populated: nobody may take what was never loaded of it for loaded. */
    void notPopulated(@Nullable Object instance) {
        if (instance != null && instance == partial && partial._persistence_getFetchGroup() == null) {
            partial._persistence_setFetchGroup(part);
        }
    }

    /** Whether the new instance is a private copy of what another context manages (rule R3). */
    boolean isCopy(@Nullable Canonical present, Object instance) {
        return present != null && present == copied && present.instance() != instance;
    }
}
