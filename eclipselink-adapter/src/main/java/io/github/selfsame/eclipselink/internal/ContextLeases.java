package io.github.selfsame.eclipselink.internal;

import io.github.selfsame.eclipselink.internal.access.EclipseLinkInternals;
import io.github.selfsame.spi.Canonical;
import io.github.selfsame.spi.CanonicalStore;
import io.github.selfsame.spi.IdentityMapRuntimes;
import io.github.selfsame.spi.Partition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.queries.ObjectBuildingQuery;
import org.jspecify.annotations.Nullable;

/** What one unit of work holds of identity maps, and what its statements, commit and end mean for these. */
final class ContextLeases {

    private final UnitOfWorkImpl unitOfWork;
    private final ContextIdentityMaps context;

    /** The maps that this unit of work goes around, but whose entries its commits make stale (rule R18). */
    private final Collection<CanonicalStore> surrounding;

    /** The map of a unit of work that reads on behalf of that map, whatever is current on its thread. */
    private @Nullable CanonicalStore pinned;

    /** The only thread that may use a unit of work which reads on behalf of a map. */
    private @Nullable Thread readingThread;

    /** Whether free instances are passed on as they are, instead of being taken over. */
    private boolean leavesFree;

    /** What this unit of work holds, by map, and by tenant if it has been told another one; nearly always one. */
    private List<ContextLease> leases = List.of();

    private final UncommittedWrites uncommitted = new UncommittedWrites();

    /** How often this unit of work has written, or forgotten what it manages. */
    private long writes;

    private boolean hasEnded;

    /** How many rows are being read now, one within the other. */
    private int rows;

    /** The lease on the map that is current while a row is read, or all rows of a query; that does not change meanwhile. */
    private @Nullable ContextLease leaseOfRow;

    /** The query whose rows come one after the other, all of them through that map; {@code null} if that is not known. */
    private @Nullable Object rowsOf;

    ContextLeases(UnitOfWorkImpl unitOfWork, ContextIdentityMaps context, Collection<CanonicalStore> surrounding) {
        this.unitOfWork = unitOfWork;
        this.context = context;
        this.surrounding = surrounding;
    }

    /** Makes the unit of work use one map only, or none. It reads on behalf of that map, and on this thread. */
    void pin(@Nullable CanonicalStore store) {
        context.connect();
        pinned = store;
        readingThread = Thread.currentThread();
    }

    boolean isPinned() {
        return readingThread != null;
    }

    /** Says whether free instances stay free from now on, though this unit of work passes them on. */
    void leaveFree(boolean leaves) {
        leavesFree = leaves;
    }

    boolean leavesFree() {
        return leavesFree;
    }

    /** Where the association of an instance is to be loaded that another thread reads just now; {@code null} if none does. */
    @Nullable Home elsewhere() {
        CanonicalStore store = pinned;
        return store == null || readingThread == null || readingThread == Thread.currentThread()
                ? null
                : new Home(EclipseLinkUnit.of(unitOfWork), store);
    }

    /**
     * A row is read from now on, until its {@linkplain #endRow() end}: to ask what is current costs less.
     *
     * @param query the query that reads it
     * @return the lease on the map that it is read through; {@code null} without a map
     */
    @Nullable ContextLease beginRow(ObjectBuildingQuery query) {
        if (rows == 0 && rowsOf != query) {
            leaseOfRow = current();
            rowsOf = QueriedRows.areStreamed(query) ? null : query;
        }
        rows++;
        return current();
    }

    void endRow() {
        rows--;
        forgetRow();
    }

    /** Whether a row is being read. */
    boolean isInRow() {
        return rows > 0;
    }

    /** A query begins or ends: what is current has to be asked for again. */
    void endRows() {
        rowsOf = null;
        forgetRow();
    }

    private void forgetRow() {
        if (rows == 0 && rowsOf == null) {
            leaseOfRow = null;
        }
    }

    /** The lease on the map that reads go through now. */
    @Nullable ContextLease current() {
        if (rows > 0 && !hasEnded) {
            ContextLease ofRow = leaseOfRow;
            return ofRow != null && ofRow.store().isOpen() ? ofRow : null;
        }
        CanonicalStore store = hasEnded ? null : isPinned() ? pinned : IdentityMapRuntimes.current();
        return store == null ? null : on(store);
    }

    private @Nullable ContextLease on(CanonicalStore store) {
        for (int index = 0; index < leases.size(); index++) {
            ContextLease lease = leases.get(index);
            if (lease.store() == store && lease.home().unit().isOfTenantOf(unitOfWork)) {
                return store.isOpen() ? lease : null;
            }
        }
        Partition partition = store.partition(EclipseLinkUnit.of(unitOfWork));
        if (partition == null) {
            return null;
        }
        ContextLease lease = new ContextLease(unitOfWork, context, store, partition, uncommitted);
        if (leases.isEmpty()) {
            leases = new ArrayList<>(1);
        }
        leases.add(lease);
        context.connect();
        return lease;
    }

    /** When something is read now. */
    Moment moment() {
        long associations = 0;
        for (int index = 0; index < leases.size(); index++) {
            associations += leases.get(index).freshness().clock().now();
        }
        return new Moment(writes, EclipseLinkInternals.isInTransaction(unitOfWork), associations);
    }

    /** What the unit of work says about associations of instances that it has taken over from there. */
    Freshness freshness(Home home) {
        for (ContextLease lease : leases) {
            if (lease.home().equals(home)) {
                return lease.freshness();
            }
        }
        // the unit of work has ended, and goes on only for an instance that the map has forgotten before
        return new Freshness(new AssociationClock(), true, uncommitted);
    }

    /** The unit of work has forgotten what it manages. */
    void cleared() {
        writes++;
        if (!leases.isEmpty()) {
            boolean isServer = ClearCaller.isServer();
            leases.forEach(isServer ? ContextLease::endAfterClear : ContextLease::evictAll);
        }
    }

    /** Reading has failed with part of the instance's attributes in it. */
    void notBuilt(Class<?> rootType, Object primaryKey) {
        leases.forEach(lease -> lease.notBuilt(rootType, primaryKey));
    }

    /** What is persisted here may have been read from another unit, or of another tenant: it stands for that row no longer (rule R2). */
    void persisted(Class<?> rootType, Object primaryKey, Object instance) {
        EclipseLinkUnit unit = EclipseLinkUnit.of(unitOfWork);
        ConcernedMaps.forget(
                stores(), rootType, primaryKey, instance, other -> !other.unit().equals(unit));
    }

    /** An instance stands for another row from now on, whichever map knows it as that of its former one (rule R2). */
    void movedFrom(Class<?> rootType, Object formerKey, Object instance) {
        ConcernedMaps.forget(stores(), rootType, formerKey, instance, partition -> true);
    }

    /** The unit of work has executed a statement that changes rows past the instances (rule R11). */
    void bulkExecuted(Set<BulkChange> changes) {
        writes++;
        Set<Partition> affected = affected();
        for (BulkChange change : changes) {
            uncommitted.add(change);
            affected.forEach(change::applyTo);
            context.forgetReadAhead(change.rootType());
        }
    }

    boolean haveChangedInBulk(Class<?> rootType) {
        return uncommitted.haveChangedInBulk(rootType);
    }

    /** Gives an instance back that the unit of work need not manage any longer. */
    void giveBack(@Nullable Canonical entry, Object instance) {
        for (ContextLease lease : leases) {
            lease.giveBack(entry, instance);
        }
    }

    /** The unit of work has written its changes without a commit. */
    void flushed() {
        CommitEffects effects = CommitEffects.of(unitOfWork);
        countWrites(effects);
        affected().stream()
                .findFirst()
                .ifPresent(partition -> uncommitted.add(effects, (EclipseLinkUnit) partition.unit()));
    }

    /** The unit of work has committed; it may go on to live. */
    void committed() {
        CommitEffects effects = CommitEffects.of(unitOfWork);
        countWrites(effects);
        EclipseLinkUnit unit = EclipseLinkUnit.of(unitOfWork);
        affected().forEach(partition -> effects.applyTo(partition, unit));
        leases.forEach(lease -> lease.committed(effects));
        affected().forEach(partition -> uncommitted.endFor(partition, unitOfWork));
        uncommitted.clear();
    }

    private void countWrites(CommitEffects effects) {
        if (!effects.areNone()) {
            writes++;
        }
    }

    /** The unit of work is about to end. */
    void released() {
        if (!hasEnded) {
            hasEnded = true;
            endRows();
            if (!uncommitted.isEmpty()) {
                affected().forEach(partition -> uncommitted.endFor(partition, null));
            }
            leases.forEach(ContextLease::end);
            writes++;
            leases.forEach(ContextLease::forget);
            uncommitted.clear();
            // who still holds the unit of work must not hold the map (pitfall D1)
            leases = List.of();
        }
    }

    private Set<Partition> affected() {
        return ConcernedMaps.partitions(stores(), EclipseLinkUnit.of(unitOfWork));
    }

    private Set<CanonicalStore> stores() {
        return ConcernedMaps.of(leases, surrounding);
    }
}
