package io.github.selfsame.eclipselink.internal;

import java.io.Serial;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;
import org.eclipse.persistence.indirection.ValueHolderInterface;
import org.eclipse.persistence.internal.indirection.BatchValueHolder;
import org.eclipse.persistence.internal.indirection.DatabaseValueHolder;
import org.eclipse.persistence.internal.sessions.AbstractRecord;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.mappings.ForeignReferenceMapping;
import org.jspecify.annotations.Nullable;

/**
 * A value holder that goes from one unit of work to the next, and is free in between. What it has loaded for a unit of work
 * is in the fields of EclipseLink's class, what is known beyond that in a {@link RetainedValue}: a thread that loads for the
 * free instance may still be at it when a unit of work takes the instance over (rule R17).
 *
 * <p>It need not be told: where the {@link InstanceListener} of its instance knows who manages that, it asks before it does
 * anything for anybody.
 */
abstract class TransferableValueHolder extends OwnedValueHolder {

    @Serial
    private static final long serialVersionUID = 1L;

    private static final AtomicReferenceFieldUpdater<TransferableValueHolder, RetainedValue> RETAINED =
            AtomicReferenceFieldUpdater.newUpdater(TransferableValueHolder.class, RetainedValue.class, "retained");

    /** What the entity came with when this was last told; {@code null} if that is of no interest. */
    private transient @Nullable Cohort cohort;

    /** What is known beyond the unit of work; {@code null} if there is nothing. */
    private transient volatile @Nullable RetainedValue retained;

    /** What the unit of work says that has taken over the instance; {@code null} if it has built it, or there is none. */
    private transient @Nullable Freshness freshness;

    /** Where the instance is free. */
    private transient @Nullable Home home;

    /** What was read for this unit of work before anybody has asked for it; {@code null} if nothing was. */
    private transient @Nullable ReadAhead readAhead;

    /** Whether a query of this unit of work has brought what is known. */
    private transient boolean isFetched;

    /** Whether the source was never seen by the shared cache. */
    private transient boolean isOurs;

    /** One for a managed instance that EclipseLink builds. */
    TransferableValueHolder(
            ValueHolderInterface<Object> wrapped,
            Object entity,
            Object owner,
            ForeignReferenceMapping mapping,
            @Nullable AbstractRecord row,
            UnitOfWorkImpl unitOfWork,
            @Nullable Cohort cohort) {
        super(wrapped, entity, owner, mapping, row, unitOfWork);
        this.cohort = cohort;
    }

    /** An association of which nothing is known. */
    TransferableValueHolder(Object entity, Object owner, ForeignReferenceMapping mapping) {
        super(entity, owner, mapping);
    }

    /** What the entity came with last; {@code null} if that is of no interest. */
    final @Nullable Cohort cohort() {
        InstanceListener ofInstance = listener();
        Cohort ofEntity = ofInstance == null ? null : ofInstance.cohort();
        return ofEntity == null ? cohort : ofEntity;
    }

    final @Nullable Freshness freshness() {
        return freshness;
    }

    final @Nullable Home home() {
        return home;
    }

    final boolean isFetched() {
        return isFetched;
    }

    final boolean isOurs() {
        return isOurs;
    }

    /** What is known beyond the unit of work; {@code null} if there is nothing. */
    final @Nullable RetainedValue known() {
        return retained;
    }

    /** What is known beyond the unit of work, be it nothing. */
    final RetainedValue retained() {
        RetainedValue present = retained;
        if (present == null) {
            RETAINED.compareAndSet(this, null, new RetainedValue(association()));
            present = retained;
        }
        return present == null ? retained() : present;
    }

    /** Whether nobody manages the instance. */
    final boolean isFree() {
        bind();
        return wasFree();
    }

    /** Makes the unit of work that manages the instance the one that this loads through, if that has not happened yet. */
    final void bind() {
        InstanceListener ofInstance = listener();
        if (ofInstance != null && ofInstance.getUnitOfWork() != session) {
            bind(ofInstance);
        }
    }

    private synchronized void bind(InstanceListener ofInstance) {
        UnitOfWorkImpl now = ofInstance.getUnitOfWork();
        Home place = home;
        if (now == session || place == null) {
            return;
        }
        if (session != null) {
            // it was bound when the unit of work was about to end
            free(place, Long.MIN_VALUE, null);
        }
        ContextIdentityMaps maps = now == null ? null : ContextIdentityMaps.of(now);
        if (maps != null) {
            ofInstance.visit();
            adopt(now, maps.leases().freshness(place), null);
        }
    }

    /**
     * A unit of work takes over the instance.
     *
     * @param ofUnit what it says about what is known
     * @param come what the instance has come with now, if that is of interest
     */
    final void adopt(UnitOfWorkImpl unitOfWork, Freshness ofUnit, @Nullable Cohort come) {
        RetainedValue present = retained;
        if (present != null) {
            present.adopted(ofUnit.clock());
            if (present.isLoaded()) {
                forgetSource();
            }
        }
        forgetUsedUpBatch();
        reset();
        session = unitOfWork;
        freshness = ofUnit;
        if (come != null) {
            cohort = come;
        }
        setFree(false);
    }

    /**
     * The unit of work gives the instance back.
     *
     * @param loadedAt what it has loaded is true at least since then
     * @param content what it has loaded, if that is not what this has
     */
    final void free(Home where, long loadedAt, @Nullable Object content) {
        home = where;
        if (wasFree()) {
            return;
        }
        if (isInstantiated || content != null) {
            retained().retain(content == null ? value : content, loadedAt);
            forgetSource();
        } else {
            offerReadAhead();
            freeSource();
        }
        reset();
        session = null;
        freshness = null;
        setFree(true);
    }

    /** What nobody has asked for while the instance was managed is for who does so now. */
    private void offerReadAhead() {
        ReadAhead unused = readAhead;
        if (unused != null && unused.isOfUseAfter(getUnitOfWork())) {
            RetainedValue offered = new RetainedValue(association());
            offered.offer(unused.value(), unused.since());
            retained = offered;
        }
    }

    private void freeSource() {
        if (isBuilt()) {
            settle(AssociationSource.innermost(wrappedValueHolder));
        } else if (wrappedValueHolder instanceof DatabaseValueHolder<Object> database) {
            AssociationSource.bind(database, null);
        }
    }

    /** Whether the unit of work has built the instance, so that nothing is known about what it loads from. */
    private boolean isBuilt() {
        return freshness == null && session != null && wrappedValueHolder != null;
    }

    private void reset() {
        // reads are cheaper than writes of volatile fields
        if (isInstantiated) {
            isInstantiated = false;
        }
        if (value != null) {
            value = null;
        }
        readAhead = null;
        backupValueHolder = null;
        isCoordinatedWithProperty = false;
        isFetched = false;
    }

    /** Takes what another value holder has loaded, or loads from. */
    final void take(ValueHolderInterface<Object> holder, long since) {
        retained = null;
        if (holder.isInstantiated()) {
            retained().retain(holder.getValue(), since);
            forgetSource();
        } else {
            settle(AssociationSource.innermost(holder));
        }
    }

    /** A query has fetched the association anew: that is more recent than what was known before. */
    final void fetched(ValueHolderInterface<Object> fetched) {
        Freshness now = freshness;
        take(fetched, now == null ? Long.MIN_VALUE : now.clock().now());
        isFetched = true;
        readAhead = null;
    }

    /**
     * Gives what was read for the association in bulk: it is taken for what this would have loaded, when it is touched next.
     *
     * @param read what was read; {@code null} to take it back
     */
    final void give(@Nullable ReadAhead read) {
        readAhead = read;
    }

    /** What was given. */
    final @Nullable ReadAhead readAhead() {
        return readAhead;
    }

    /** What the association refers to in the unit of work has been read along with others. */
    final void fill(@Nullable Object read, Freshness ofUnit) {
        if (isBuilt()) {
            settle(AssociationSource.innermost(wrappedValueHolder));
        }
        retained().retain(read, Long.MAX_VALUE);
        freshness = ofUnit;
        isFetched = true;
    }

    private void settle(ValueHolderInterface<Object> source) {
        wrappedValueHolder = source;
        if (source instanceof DatabaseValueHolder<Object> database) {
            row = database.getRow();
            isOurs = database.getSession() != null && AssociationSource.isBoundToContext(database);
            AssociationSource.bind(database, null);
        }
    }

    final void forgetSource() {
        wrappedValueHolder = null;
        row = null;
        isOurs = false;
    }

    /** Loads from what the shared cache has loaded. */
    final void use(ValueHolderInterface<Object> shared) {
        wrappedValueHolder = shared;
        isOurs = false;
    }

    /** Forgets a batch that was read before, for others at another time, or whose reading has failed. */
    final void forgetUsedUpBatch() {
        if (AssociationSource.isUsedUpBatch(wrappedValueHolder)) {
            wrappedValueHolder = null;
        }
    }

    /**
     * Where to read from for a user who has touched the association of the free instance. A source that belongs to one context at
     * a time is left to who takes the instance over meanwhile, and a new one is for nobody else.
     */
    final ValueHolderInterface<Object> ownSource(UnitOfWorkImpl reader) {
        ValueHolderInterface<Object> present = wrappedValueHolder;
        if (isOfNoUse(present)) {
            return newSource(present, reader);
        }
        return row != null
                        && present instanceof DatabaseValueHolder<Object> database
                        && !(present instanceof BatchValueHolder<Object>)
                        && AssociationSource.isBoundToContext(database)
                ? AssociationSource.of(entity(), null, row, association(), reader)
                : source(reader);
    }

    /** Where a unit of work reads the association from. */
    final ValueHolderInterface<Object> source(UnitOfWorkImpl reader) {
        ValueHolderInterface<Object> present = wrappedValueHolder;
        if (isOfNoUse(present)) {
            present = newSource(present, reader);
            isOurs = true;
            wrappedValueHolder = present;
        } else if (present instanceof DatabaseValueHolder<Object> database) {
            AssociationSource.bind(database, reader);
        }
        return present;
    }

    /** Whether there is no source, or one that was read through a unit of work before: that may be out of date by now. */
    private boolean isOfNoUse(@Nullable ValueHolderInterface<Object> source) {
        return source == null || (isOurs && source.isInstantiated());
    }

    private ValueHolderInterface<Object> newSource(
            @Nullable ValueHolderInterface<Object> former, UnitOfWorkImpl reader) {
        RetainedValue before = retained;
        Object target = former == null ? (before == null ? null : before.value()) : former.getValue();
        return AssociationSource.of(entity(), target, row, association(), reader);
    }
}
