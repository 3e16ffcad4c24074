package io.github.selfsame.eclipselink.internal;

import io.github.selfsame.IdentityMapOptions.Freshness;
import io.github.selfsame.spi.Canonical;
import io.github.selfsame.spi.CanonicalStore;
import io.github.selfsame.spi.Lease;
import io.github.selfsame.spi.MapEvent;
import io.github.selfsame.spi.Partition;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.descriptors.VersionLockingPolicy;
import org.eclipse.persistence.internal.sessions.AbstractRecord;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.jspecify.annotations.Nullable;

/** One unit of work's hold on one identity map: decides what may be taken from there, and gives it back at the end. */
final class ContextLease {

    private final UnitOfWorkImpl unitOfWork;
    private final CanonicalStore store;
    private final Partition partition;
    private final Lease lease;
    private final Adoption adoption;
    private final EclipseLinkUnit unit;

    /** Associations that are loaded under this lease are at least as fresh as this. */
    private final long begin;

    private final UncommittedWrites uncommitted;

    /** The entry whose instance is to be populated next. */
    private @Nullable Canonical reserved;

    /** The changes that were written by the last commit, as long as nothing has come after. */
    private @Nullable Object committedChanges;

    ContextLease(
            UnitOfWorkImpl unitOfWork, CanonicalStore store, Partition partition, UncommittedWrites uncommitted) {
        this.unitOfWork = unitOfWork;
        this.store = store;
        this.partition = partition;
        this.uncommitted = uncommitted;
        this.lease = partition.newLease(unitOfWork);
        this.unit = (EclipseLinkUnit) partition.unit();
        this.begin = unit.associations().now();
        this.adoption = new Adoption(
                unitOfWork, unit.associations(), partition.options().freshness() == Freshness.REVALIDATED, uncommitted);
    }

    CanonicalStore store() {
        return store;
    }

    Partition partition() {
        return partition;
    }

    boolean adopt(LeasedIdentityMap map, Class<?> rootType, Object primaryKey) {
        Canonical entry = partition.get(rootType, primaryKey);
        if (entry == null || entry.lease() != null) {
            return false;
        }
        Object instance = entry.instance();
        if (instance == null || !isUsable(entry, instance) || !entry.tryLease(lease)) {
            return false;
        }
        map.enter(entry, instance);
        try {
            adoption.adopt(entry, instance);
        } catch (RuntimeException e) {
            map.withdraw(primaryKey);
            unitOfWork.getCloneMapping().remove(instance);
            entry.evict();
            partition.count(MapEvent.FAILED_ADOPTION);
            FailureLog.adoptionFailed(instance.getClass(), e);
            return false;
        }
        partition.count(MapEvent.HIT);
        return true;
    }

    boolean isFree(Class<?> rootType, Object primaryKey) {
        Canonical entry = partition.get(rootType, primaryKey);
        return entry != null && entry.lease() == null;
    }

    /** Whether a free instance may be managed without reading its row. Evicts one that never can be. */
    private boolean isUsable(Canonical entry, Object instance) {
        if (EclipseLinkInternals.isMerging(unitOfWork)) {
            // what merge returns is never its argument (rule R5); which of the two this is can't be told here
            entry.evict();
            return false;
        }
        ClassDescriptor descriptor = unitOfWork.getDescriptor(instance.getClass());
        if (Divergences.isDivergent(entry, instance, descriptor)) {
            return resolveDivergence(entry, instance, descriptor);
        }
        return !entry.isStale()
                && !needsRow(descriptor)
                && !uncommitted.concern(entry.rootType(), entry.primaryKey());
    }

    /** Does what the map is set to with an instance that was changed while free; it can't be used as it is (rule R5). */
    private boolean resolveDivergence(Canonical entry, Object instance, ClassDescriptor descriptor) {
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
                entry.evict();
            }
        }
        return false;
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

    void rowRead(ClassDescriptor descriptor, Object primaryKey, AbstractRecord row) {
        Canonical entry = partition.get(EclipseLinkUnit.rootTypeOf(descriptor), primaryKey);
        if (entry == null
                || entry.lease() != null
                || entry.isStale()
                || partition.options().freshness() == Freshness.REPEATABLE) {
            return;
        }
        Object instance = entry.instance();
        VersionLockingPolicy policy = versionPolicy(descriptor);
        if (instance != null
                && policy != null
                && row.containsKey(policy.getWriteLockField())
                && policy.isNewerVersion(row, instance, primaryKey, unitOfWork)) {
            entry.markStale();
        }
    }

    private static @Nullable VersionLockingPolicy versionPolicy(ClassDescriptor descriptor) {
        return descriptor.usesVersionLocking()
                        && descriptor.getOptimisticLockingPolicy() instanceof VersionLockingPolicy policy
                        && policy.isStoredInObject()
                ? policy
                : null;
    }

    /** The unit of work is about to build an instance for a row: lets it be the free one, if that is only out of date. */
    void reserve(Class<?> rootType, Object primaryKey) {
        reserved = null;
        Canonical entry = partition.get(rootType, primaryKey);
        Object instance = entry == null ? null : entry.instance();
        if (entry == null || instance == null) {
            return;
        }
        if (entry.lease() == null ? !isUsable(entry, instance) && entry.tryLease(lease) : isReserved(entry, instance)) {
            reserved = entry;
        }
    }

    /** Whether the instance was reserved before, and has not been populated yet. */
    private boolean isReserved(Canonical entry, Object instance) {
        return entry.lease() == lease && !unitOfWork.getCloneMapping().containsKey(instance);
    }

    /**
     * Reserves what was populated a moment ago: where EclipseLink finds that a cached original is invalid, it reads and
     * registers it once more.
     */
    void reserveAgain(Object original, ClassDescriptor descriptor, Object primaryKey) {
        Canonical entry = partition.get(EclipseLinkUnit.rootTypeOf(descriptor), primaryKey);
        if (entry != null
                && entry.lease() == lease
                && entry.instance() != original
                && unitOfWork.getCloneToOriginals().get(entry.instance()) == original) {
            reserved = entry;
        }
    }

    @Nullable Object takeReserved(ClassDescriptor descriptor, Object primaryKey) {
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
            entry.evict();
            return null;
        }
        partition.count(MapEvent.STALE);
        ChangeListeners.listen(instance, null);
        entry.attach(null);
        entry.markFresh();
        return instance;
    }

    @Nullable Canonical publish(Class<?> rootType, Object primaryKey, Object instance, boolean isPassing) {
        Canonical present = partition.get(rootType, primaryKey);
        boolean wasReserved = present != null && present.instance() == instance && present.lease() == lease;
        Canonical entry = partition.publish(rootType, primaryKey, instance, lease, isPassing);
        if (!wasReserved) {
            partition.count(entry == null ? MapEvent.CONTENDED : MapEvent.MISS);
        }
        return entry;
    }

    void committed(CommitEffects effects) {
        committedChanges = effects.changes();
    }

    void evictAll() {
        lease.entries().forEach(Canonical::evict);
    }

    /** Gives everything back: what was committed or only read becomes free, what was not committed is forgotten. */
    void end() {
        end(new UncommittedChanges(unitOfWork, committedChanges));
    }

    /** Gives everything back after the unit of work has forgotten what it manages. */
    void endAfterClear() {
        end(UncommittedChanges.afterClear(unitOfWork));
    }

    private void end(UncommittedChanges uncommitted) {
        Liberation liberation = new Liberation(unitOfWork, new FreeValueHolder.Home(unit, store), begin);
        for (Canonical entry : lease.entries()) {
            Object instance = entry.instance();
            if (instance == null) {
                entry.evict();
                continue;
            }
            try {
                if (uncommitted.concern(instance)) {
                    entry.evict();
                } else {
                    liberation.liberate(entry, instance);
                }
            } catch (RuntimeException e) {
                entry.evict();
                FailureLog.liberationFailed(instance.getClass(), e);
            }
        }
        lease.releaseAll();
    }
}
