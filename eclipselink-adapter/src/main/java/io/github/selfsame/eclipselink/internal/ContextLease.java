package io.github.selfsame.eclipselink.internal;

import io.github.selfsame.EvictionCause;
import io.github.selfsame.eclipselink.internal.access.Backups;
import io.github.selfsame.eclipselink.internal.access.NestedQueries;
import io.github.selfsame.spi.Canonical;
import io.github.selfsame.spi.CanonicalStore;
import io.github.selfsame.spi.Lease;
import io.github.selfsame.spi.MapEvent;
import io.github.selfsame.spi.Partition;
import io.github.selfsame.spi.RowIdentity;
import java.util.IdentityHashMap;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.internal.sessions.AbstractRecord;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.jspecify.annotations.Nullable;

/** One unit of work's hold on one identity map: takes instances from there, and gives them back at the end. */
final class ContextLease {

    private final UnitOfWorkImpl unitOfWork;
    private final Partition partition;
    private final Lease lease;
    private final Usability usability;
    private final Reservations reservations;
    private final Freshness freshness;
    private final Adoption adoption;
    private final EclipseLinkUnit unit;
    private final Home home;
    private final LazyLoads lazyLoads;

    /** Associations that are loaded under this lease are at least as fresh as this. */
    private final long begin;

    private final UncommittedWrites uncommitted;

    private final HeldAssociations held = new HeldAssociations();
    private final SavedStatements saved = new SavedStatements();
    private final NestedQueries nestedQueries = new NestedQueries();

    /** The key and the entry of the row that a query has brought last. */
    private @Nullable Object rowKey;

    private @Nullable Canonical rowEntry;

    /** The changes that were written by the last commit, as long as nothing has come after. */
    private @Nullable Object committedChanges;

    ContextLease(
            UnitOfWorkImpl unitOfWork,
            ContextIdentityMaps context,
            CanonicalStore store,
            Partition partition,
            UncommittedWrites uncommitted) {
        this.unitOfWork = unitOfWork;
        this.partition = partition;
        this.uncommitted = uncommitted;
        this.lease = partition.newLease(unitOfWork);
        this.unit = (EclipseLinkUnit) partition.unit();
        this.home = new Home(unit, store);
        this.lazyLoads = new LazyLoads(store, partition);
        this.begin = unit.associations().now();
        unit.contexts().begin(unitOfWork);
        this.usability = new Usability(unitOfWork, lease, uncommitted);
        this.reservations = new Reservations(unitOfWork, lease, usability, held);
        boolean revalidates =
                partition.options().freshness() == io.github.selfsame.IdentityMapOptions.Freshness.REVALIDATED;
        this.freshness = new Freshness(unit.associations(), revalidates, uncommitted);
        this.adoption = new Adoption(unitOfWork, context, this, freshness, held);
    }

    CanonicalStore store() {
        return home.store();
    }

    /** What becomes free under this lease belongs there. */
    Home home() {
        return home;
    }

    Partition partition() {
        return partition;
    }

    long begin() {
        return begin;
    }

    Freshness freshness() {
        return freshness;
    }

    LazyLoads lazyLoads() {
        return lazyLoads;
    }

    SavedStatements saved() {
        return saved;
    }

    NestedQueries nestedQueries() {
        return nestedQueries;
    }

    /** What has come into the map by itself. */
    Cohorts singles() {
        return unit.singles();
    }

    Reservations reservations() {
        return reservations;
    }

    /** The unit of work takes over the row's free instance, if there is one that may be used as it is. */
    boolean adopt(LeasedIdentityMap map, Class<?> rootType, Object primaryKey) {
        Canonical entry = primaryKey == rowKey ? rowEntry : null;
        if (entry == null || entry.rootType() != rootType) {
            entry = partition.get(rootType, primaryKey);
        }
        Object instance = entry == null || entry.lease() != null ? null : entry.instance();
        if (entry == null || instance == null) {
            return false;
        }
        ClassDescriptor descriptor = unitOfWork.getDescriptor(instance.getClass());
        if (usability.isReadOnly(instance, descriptor) || !usability.lease(entry, instance, descriptor)) {
            return false;
        }
        map.enter(entry, instance);
        try {
            adoption.adopt(entry, instance, descriptor);
        } catch (RuntimeException e) {
            map.withdraw(primaryKey);
            unitOfWork.getCloneMapping().remove(instance);
            InstanceListener listener = InstanceListener.of(instance);
            if (listener != null) {
                listener.notManaged();
            }
            usability.giveUp(entry, instance, e);
            return false;
        }
        partition.count(MapEvent.HIT);
        return true;
    }

    /** Lets the unit of work pass a free instance on: it stays free, since other threads may use it (rule R17). */
    boolean passOn(LeasedIdentityMap map, Class<?> rootType, Object primaryKey) {
        Canonical entry = partition.get(rootType, primaryKey);
        Object instance = entry == null || entry.lease() != null ? null : entry.instance();
        if (entry == null || instance == null) {
            return false;
        }
        ClassDescriptor descriptor = unitOfWork.getDescriptor(instance.getClass());
        if (usability.isReadOnly(instance, descriptor) || !usability.canPassOn(entry, instance, descriptor)) {
            return false;
        }
        map.passOn(primaryKey, instance);
        Backups.none(instance, unitOfWork);
        partition.count(MapEvent.HIT);
        return true;
    }

    /**
     * A query has brought a row: notes whether the free instance lags behind it (rule R6).
     *
     * @param isPastCaches whether the query goes past all caches to the database: then the instance takes the row's state
     * @return whether there is a free instance
     */
    boolean rowRead(ClassDescriptor descriptor, Object primaryKey, AbstractRecord row, boolean isPastCaches) {
        saved.rowRead(primaryKey);
        Canonical entry = partition.get(EclipseLinkUnit.rootTypeOf(descriptor), primaryKey);
        if (entry == null || entry.lease() != null) {
            return false;
        }
        rowKey = primaryKey;
        rowEntry = entry;
        if (isPastCaches) {
            entry.markStale();
        } else {
            usability.rowRead(entry, descriptor, row);
        }
        return true;
    }

    /** The query refreshes what it reads: what was loaded for the instance before is of no use then (rule R10). */
    void refreshRowRead() {
        reservations.refresh(rowEntry);
    }

    /** The free instance of the row that a query has brought last, if it may be managed without what is in the row; else {@code null}. */
    @Nullable Object adoptableRowRead(ClassDescriptor descriptor) {
        Canonical entry = rowEntry;
        Object instance = entry == null ? null : entry.instance();
        return entry != null && instance != null && usability.canPassOn(entry, instance, descriptor) ? instance : null;
    }

    @Nullable Canonical publish(Class<?> rootType, Object primaryKey, Object instance, boolean isPassing) {
        Canonical present = partition.get(rootType, primaryKey);
        if (reservations.isCopy(present, instance)) {
            partition.count(MapEvent.CONTENDED);
            return null;
        }
        boolean wasReserved = present != null && present.instance() == instance && present.lease() == lease;
        Canonical entry = partition.publish(rootType, primaryKey, instance, lease, isPassing);
        if (entry != null && reservations.isPartial(primaryKey)) {
            entry.markStale();
        }
        if (!wasReserved) {
            partition.count(entry == null ? MapEvent.CONTENDED : MapEvent.MISS);
        }
        return entry;
    }

    /** A row that lacks columns was read into the instance: nobody else can use that before it has been read as a whole. */
    void refreshedInPart(ClassDescriptor descriptor, Object primaryKey) {
        Canonical entry = partition.get(EclipseLinkUnit.rootTypeOf(descriptor), primaryKey);
        if (entry != null && entry.lease() == lease) {
            entry.markStale();
        }
    }

    /** Reading has failed with part of the instance's attributes in it: nobody else may have that. */
    void notBuilt(Class<?> rootType, Object primaryKey) {
        Canonical entry = partition.get(rootType, primaryKey);
        if (entry != null && entry.lease() == lease) {
            reservations.notPopulated(entry.instance());
            entry.evict(EvictionCause.FAILURE);
        }
    }

    void committed(CommitEffects effects) {
        committedChanges = effects.changes();
        IdentityHashMap<Object, RowIdentity> inserted = effects.inserted(unitOfWork);
        if (!inserted.isEmpty()) {
            lease.entries().forEach(entry -> moveToKey(entry, inserted));
            // with a row of its own a new entity may hold what its program has put in, or left out
            lease.entries().stream()
                    .filter(entry -> unit.dependents().areHolders(entry.rootType()))
                    .filter(entry -> inserted.containsKey(entry.instance()))
                    .forEach(Canonical::markStale);
        }
    }

    /** An entity that was registered with one key may have been given another before it was inserted (rule R2). */
    private void moveToKey(Canonical entry, IdentityHashMap<Object, RowIdentity> inserted) {
        Object instance = entry.instance();
        RowIdentity row = instance == null ? null : inserted.get(instance);
        if (instance != null && row != null && !row.primaryKey().equals(entry.primaryKey())) {
            entry.evict(EvictionCause.REPLACED);
            partition.publish(row.rootType(), row.primaryKey(), instance, lease, false);
        }
    }

    /** Gives one instance back before the end, if it is under this lease. */
    void giveBack(@Nullable Canonical entry, Object instance) {
        if (entry != null && entry.lease() == lease) {
            new Liberation(unitOfWork, home, begin, held).liberate(entry, instance);
            lease.release(entry);
        }
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
        Liberation liberation = new Liberation(unitOfWork, home, begin, held);
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
