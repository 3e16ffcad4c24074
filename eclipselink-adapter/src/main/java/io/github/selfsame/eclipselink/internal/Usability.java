package io.github.selfsame.eclipselink.internal;

import io.github.selfsame.EvictionCause;
import io.github.selfsame.IdentityMapOptions.Freshness;
import io.github.selfsame.eclipselink.internal.access.EclipseLinkInternals;
import io.github.selfsame.spi.Canonical;
import io.github.selfsame.spi.Lease;
import io.github.selfsame.spi.MapEvent;
import io.github.selfsame.spi.Partition;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.descriptors.VersionLockingPolicy;
import org.eclipse.persistence.internal.sessions.AbstractRecord;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.jspecify.annotations.Nullable;

/** Decides which free instances a unit of work may manage as they are, and deals with those that it may not (rules R5, R6, R8). */
final class Usability {

    private final UnitOfWorkImpl unitOfWork;
    private final Partition partition;
    private final Lease lease;
    private final UncommittedWrites uncommitted;

    Usability(UnitOfWorkImpl unitOfWork, Lease lease, UncommittedWrites uncommitted) {
        this.unitOfWork = unitOfWork;
        this.partition = lease.partition();
        this.lease = lease;
        this.uncommitted = uncommitted;
    }

    /** Whether the unit of work gives out what the caches have instead of instances that it manages (rule R13). */
    boolean isReadOnly(Object instance, ClassDescriptor descriptor) {
        return unitOfWork.isClassReadOnly(instance.getClass(), descriptor);
    }

    /** Takes a free instance that may be managed without reading its row. Evicts one that never can be. */
    boolean lease(Canonical entry, Object instance, ClassDescriptor descriptor) {
        if (evictIfMerging(entry)) {
            return false;
        }
        if ((entry.isStale() || needsRow(descriptor)) && !isDivergent(entry, instance, descriptor)) {
            return false;
        }
        if (!entry.tryLease(lease)) {
            return false;
        }
        // only now nobody else takes or changes it
        boolean usable = false;
        try {
            usable = isUsable(entry, instance, descriptor);
        } finally {
            if (!usable) {
                lease.release(entry);
            }
        }
        return usable;
    }

    /** Whether a free instance may be given out as it is, without being taken. */
    boolean canPassOn(Canonical entry, Object instance, ClassDescriptor descriptor) {
        return !entry.isStale() && !needsRow(descriptor) && !isDivergent(entry, instance, descriptor);
    }

    boolean evictIfMerging(Canonical entry) {
        if (EclipseLinkInternals.isMerging(unitOfWork)) {
            // what merge returns is never its argument (rule R5); which of the two this is can't be told here
            entry.evict(EvictionCause.REPLACED);
            return true;
        }
        return false;
    }

    /** Whether an instance under this lease may be managed as it is. Evicts one that never can be. */
    boolean isUsable(Canonical entry, Object instance, ClassDescriptor descriptor) {
        if (isDivergent(entry, instance, descriptor)) {
            resolveDivergence(entry, instance, descriptor);
            return false;
        }
        return entry.instance() != null && !entry.isStale() && !needsRow(descriptor) && !uncommitted.concern(entry);
    }

    /** Whether a free instance was changed; one that can't be asked is given up. */
    private boolean isDivergent(Canonical entry, Object instance, ClassDescriptor descriptor) {
        try {
            return Divergences.isDivergent(entry, instance, descriptor);
        } catch (RuntimeException e) {
            giveUp(entry, instance, e);
            return false;
        }
    }

    /** Does what the map is set to with an instance that was changed while free; it can't be used as it is (rule R5). */
    private void resolveDivergence(Canonical entry, Object instance, ClassDescriptor descriptor) {
        switch (partition.options().divergence()) {
            case FAIL -> throw Divergences.failure(entry, instance, descriptor);
            case RESTORE -> {
                if (!entry.isStale()) {
                    partition.count(MapEvent.DIVERGENT);
                    entry.markStale();
                }
            }
            case EVICT, DEFAULT -> {
                partition.count(MapEvent.DIVERGENT);
                entry.evict(EvictionCause.DIVERGENT);
            }
        }
    }

    /** The instance can't be used; the read goes on without it (rule R19). */
    void giveUp(Canonical entry, Object instance, RuntimeException cause) {
        entry.evict(EvictionCause.FAILURE);
        partition.count(MapEvent.FAILED_ADOPTION);
        FailureLog.adoptionFailed(instance.getClass(), cause);
    }

    /** Whether the row has to be read before its instance may be used again (rule R6). */
    private boolean needsRow(ClassDescriptor descriptor) {
        return switch (partition.options().freshness()) {
            case REPEATABLE -> false;
            case REVALIDATED -> EclipseLinkInternals.isInTransaction(unitOfWork);
            // without a version an update must rest on what its transaction has read
            case VERSIONED, DEFAULT ->
                versionPolicy(descriptor) == null && EclipseLinkInternals.isInTransaction(unitOfWork);
        };
    }

    /** A query has brought a row: notes whether the free instance lags behind it. */
    void rowRead(Canonical entry, ClassDescriptor descriptor, AbstractRecord row) {
        if (entry.isStale()) {
            return;
        }
        Object instance = entry.instance();
        if (instance != null
                && (isOfOtherType(instance, descriptor) || isOlder(instance, entry.primaryKey(), descriptor, row))) {
            entry.markStale();
        }
    }

    /** Whether the row has become one of another type: no repetition of a read can give the former one. */
    private static boolean isOfOtherType(Object instance, ClassDescriptor ofRow) {
        return ofRow.hasInheritance() && instance.getClass() != ofRow.getJavaClass();
    }

    private boolean isOlder(Object instance, Object primaryKey, ClassDescriptor descriptor, AbstractRecord row) {
        VersionLockingPolicy policy =
                partition.options().freshness() == Freshness.REPEATABLE ? null : versionPolicy(descriptor);
        return policy != null
                && row.containsKey(policy.getWriteLockField())
                && policy.isNewerVersion(row, instance, primaryKey, unitOfWork);
    }

    private static @Nullable VersionLockingPolicy versionPolicy(ClassDescriptor descriptor) {
        return descriptor.usesVersionLocking()
                        && descriptor.getOptimisticLockingPolicy() instanceof VersionLockingPolicy policy
                        && policy.isStoredInObject()
                ? policy
                : null;
    }
}
