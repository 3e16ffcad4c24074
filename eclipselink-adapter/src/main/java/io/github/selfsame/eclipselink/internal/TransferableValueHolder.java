package io.github.selfsame.eclipselink.internal;

import java.io.Serial;
import org.eclipse.persistence.indirection.ValueHolderInterface;
import org.eclipse.persistence.internal.sessions.AbstractRecord;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.mappings.ForeignReferenceMapping;
import org.jspecify.annotations.Nullable;

/**
 * A value holder that goes from one unit of work to the next, and is free in between: what it has loaded for the one becomes what
 * is known beyond that.
 *
 * <p>It need not be told: where the {@link InstanceListener} of its instance knows who manages that, it asks before it does
 * anything for anybody.
 */
abstract class TransferableValueHolder extends SourcedValueHolder {

    @Serial
    private static final long serialVersionUID = 1L;

    /** What the entity came with when this was last told; {@code null} if that is of no interest. */
    private transient @Nullable Cohort cohort;

    /** What the unit of work says that has taken over the instance; {@code null} if it has built it, or there is none. */
    private transient @Nullable Freshness freshness;

    /** Where the instance is free. */
    private transient @Nullable Home home;

    /** What was read for this unit of work before anybody has asked for it; {@code null} if nothing was. */
    private transient @Nullable ReadAhead readAhead;

    /** Whether a query of this unit of work has brought what is known. */
    private transient boolean isFetched;

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
        RetainedValue present = known();
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
            know(offered);
        }
    }

    private void freeSource() {
        if (isBuilt()) {
            settleSource();
        } else {
            unbindSource();
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
            settleSource();
        }
        retained().retain(read, Long.MAX_VALUE);
        freshness = ofUnit;
        isFetched = true;
    }
}
