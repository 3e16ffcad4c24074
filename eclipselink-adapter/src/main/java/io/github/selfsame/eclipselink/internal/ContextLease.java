package io.github.selfsame.eclipselink.internal;

import io.github.selfsame.EvictionCause;
import io.github.selfsame.IdentityMapOptions.Freshness;
import io.github.selfsame.eclipselink.internal.access.Backups;
import io.github.selfsame.eclipselink.internal.access.ChangeListeners;
import io.github.selfsame.eclipselink.internal.access.EclipseLinkInternals;
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
    private final LazyLoads lazyLoads;

    /** Associations that are loaded under this lease are at least as fresh as this. */
    private final long begin;

    private final UncommittedWrites uncommitted;

    private final HeldAssociations held = new HeldAssociations();

    /** The entry whose instance is to be populated next. */
    private @Nullable Canonical reserved;

    /** The entry of the row for which a copy is to be built next. */
    private @Nullable Canonical copied;

    /** The changes that were written by the last commit, as long as nothing has come after. */
    private @Nullable Object committedChanges;

    ContextLease(UnitOfWorkImpl unitOfWork, CanonicalStore store, Partition partition, UncommittedWrites uncommitted) {
        this.unitOfWork = unitOfWork;
        this.store = store;
        this.partition = partition;
        this.uncommitted = uncommitted;
        this.lease = partition.newLease(unitOfWork);
        this.unit = (EclipseLinkUnit) partition.unit();
        this.lazyLoads = new LazyLoads(store, partition);
        this.begin = unit.associations().now();
        unit.contexts().begin(unitOfWork);
        this.adoption = new Adoption(
                unitOfWork,
                unit.associations(),
                partition.options().freshness() == Freshness.REVALIDATED,
                uncommitted,
                held);
    }

    CanonicalStore store() {
        return store;
    }

    Partition partition() {
        return partition;
    }

    long begin() {
        return begin;
    }

    LazyLoads lazyLoads() {
        return lazyLoads;
    }

    /** What has come into the map by itself. */
    Cohorts singles() {
        return unit.singles();
    }

    boolean adopt(LeasedIdentityMap map, Class<?> rootType, Object primaryKey) {
        Canonical entry = partition.get(rootType, primaryKey);
        if (entry == null || entry.lease() != null) {
            return false;
        }
        Object instance = entry.instance();
        if (instance == null || isReadOnly(instance) || !leaseIfUsable(entry, instance)) {
            return false;
        }
        map.enter(entry, instance);
        try {
            adoption.adopt(entry, instance);
        } catch (RuntimeException e) {
            map.withdraw(primaryKey);
            unitOfWork.getCloneMapping().remove(instance);
            giveUp(entry, instance, e);
            return false;
        }
        partition.count(MapEvent.HIT);
        return true;
    }

    /** Lets the unit of work pass a free instance on: it stays free, since other threads may use it (rule R17). */
    boolean passOn(LeasedIdentityMap map, Class<?> rootType, Object primaryKey) {
        Canonical entry = partition.get(rootType, primaryKey);
        Object instance = entry == null || entry.lease() != null ? null : entry.instance();
        if (entry == null || instance == null || isReadOnly(instance)) {
            return false;
        }
        ClassDescriptor descriptor = unitOfWork.getDescriptor(instance.getClass());
        if (entry.isStale() || needsRow(descriptor) || isDivergent(entry, instance, descriptor)) {
            return false;
        }
        map.passOn(primaryKey, instance);
        Backups.none(instance, unitOfWork);
        partition.count(MapEvent.HIT);
        return true;
    }

    boolean isFree(Class<?> rootType, Object primaryKey) {
        Canonical entry = partition.get(rootType, primaryKey);
        return entry != null && entry.lease() == null;
    }

    /** Whether the unit of work gives out what the caches have instead of instances that it manages (rule R13). */
    private boolean isReadOnly(Object instance) {
        return unitOfWork.isClassReadOnly(instance.getClass(), unitOfWork.getDescriptor(instance.getClass()));
    }

    /** The instance can't be used; the read goes on without it (rule R19). */
    private void giveUp(Canonical entry, Object instance, RuntimeException cause) {
        entry.evict(EvictionCause.FAILURE);
        partition.count(MapEvent.FAILED_ADOPTION);
        FailureLog.adoptionFailed(instance.getClass(), cause);
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

    /** Takes a free instance that may be managed without reading its row. Evicts one that never can be. */
    private boolean leaseIfUsable(Canonical entry, Object instance) {
        if (evictIfMerging(entry)) {
            return false;
        }
        ClassDescriptor descriptor = unitOfWork.getDescriptor(instance.getClass());
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

    private boolean evictIfMerging(Canonical entry) {
        if (EclipseLinkInternals.isMerging(unitOfWork)) {
            // what merge returns is never its argument (rule R5); which of the two this is can't be told here
            entry.evict(EvictionCause.REPLACED);
            return true;
        }
        return false;
    }

    /** Whether an instance under this lease may be managed as it is. Evicts one that never can be. */
    private boolean isUsable(Canonical entry, Object instance, ClassDescriptor descriptor) {
        if (isDivergent(entry, instance, descriptor)) {
            return resolveDivergence(entry, instance, descriptor);
        }
        return entry.instance() != null && !entry.isStale() && !needsRow(descriptor) && !uncommitted.concern(entry);
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
                entry.evict(EvictionCause.DIVERGENT);
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

    /** A query goes past all caches to the database: a free instance takes the state of the row that it brings. */
    void rowReadPastCaches(ClassDescriptor descriptor, Object primaryKey) {
        Canonical entry = partition.get(EclipseLinkUnit.rootTypeOf(descriptor), primaryKey);
        if (entry != null && entry.lease() == null) {
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
        copied = null;
        Canonical entry = partition.get(rootType, primaryKey);
        Object instance = entry == null ? null : entry.instance();
        if (entry == null || instance == null || isReadOnly(instance)) {
            return;
        }
        if (entry.lease() == lease) {
            reserved = isReserved(entry, instance) ? entry : null;
        } else if (entry.lease() != null) {
            copied = entry;
        } else if (!evictIfMerging(entry)) {
            if (entry.tryLease(lease)) {
                reserveLeased(entry, instance);
            } else {
                copied = entry;
            }
        }
    }

    private void reserveLeased(Canonical entry, Object instance) {
        boolean outOfDate = false;
        try {
            if (isUsable(entry, instance, unitOfWork.getDescriptor(instance.getClass()))) {
                // it has become free since the row was read, and stays as it is
                copied = entry;
            } else {
                outOfDate = entry.lease() == lease;
            }
        } finally {
            if (outOfDate) {
                reserved = entry;
            } else {
                lease.release(entry);
            }
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
            entry.evict(EvictionCause.REPLACED);
            return null;
        }
        partition.count(MapEvent.STALE);
        held.remember(instance, descriptor, entry.isStale());
        ChangeListeners.listen(instance, null);
        entry.attach(null);
        entry.markFresh();
        return instance;
    }

    @Nullable Canonical publish(Class<?> rootType, Object primaryKey, Object instance, boolean isPassing) {
        Canonical present = partition.get(rootType, primaryKey);
        if (present != null && present == copied && present.instance() != instance) {
            partition.count(MapEvent.CONTENDED);
            return null;
        }
        boolean wasReserved = present != null && present.instance() == instance && present.lease() == lease;
        Canonical entry = partition.publish(rootType, primaryKey, instance, lease, isPassing);
        if (!wasReserved) {
            partition.count(entry == null ? MapEvent.CONTENDED : MapEvent.MISS);
        }
        return entry;
    }

    void notBuilt(Class<?> rootType, Object primaryKey) {
        Canonical entry = partition.get(rootType, primaryKey);
        if (entry != null && entry.lease() == lease) {
            entry.evict(EvictionCause.FAILURE);
        }
    }

    void committed(CommitEffects effects) {
        committedChanges = effects.changes();
    }

    void evictAll() {
        lease.entries().forEach(entry -> entry.evict(EvictionCause.DETACHED));
    }

    /** Gives everything back: what was committed or only read becomes free, what was not committed is forgotten. */
    void end() {
        end(new UncommittedChanges(unitOfWork, committedChanges));
    }

    /** Gives everything back after the unit of work has forgotten what it manages. */
    void endAfterClear() {
        end(UncommittedChanges.afterClear(unitOfWork));
    }

    private void end(UncommittedChanges changes) {
        Liberation liberation = new Liberation(unitOfWork, new FreeValueHolder.Home(unit, store, null), begin, held);
        for (Canonical entry : lease.entries()) {
            Object instance = entry.instance();
            if (instance == null) {
                entry.evict(EvictionCause.COLLECTED);
                continue;
            }
            try {
                if (uncommitted.haveFlushed(entry) || changes.concern(instance)) {
                    entry.evict(EvictionCause.NOT_COMMITTED);
                } else {
                    liberation.liberate(entry, instance);
                }
            } catch (RuntimeException e) {
                entry.evict(EvictionCause.FAILURE);
                FailureLog.liberationFailed(instance.getClass(), e);
            }
        }
        lease.releaseAll();
    }

    /** The unit of work has ended. */
    void forget() {
        unit.contexts().end(unitOfWork);
    }
}
