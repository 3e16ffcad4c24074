package io.github.selfsame.eclipselink.internal;

import io.github.selfsame.eclipselink.internal.access.EclipseLinkInternals;
import java.io.Serial;
import org.eclipse.persistence.indirection.ValueHolderInterface;
import org.eclipse.persistence.internal.indirection.DatabaseValueHolder;
import org.eclipse.persistence.internal.indirection.UnitOfWorkValueHolder;
import org.eclipse.persistence.internal.indirection.WrappingValueHolder;
import org.eclipse.persistence.internal.sessions.AbstractSession;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.mappings.ForeignReferenceMapping;
import org.jspecify.annotations.Nullable;

/**
 * What the value holder of an adopted instance wraps, in place of the shared cache's: gives what the instance has loaded
 * before, if the unit of work may use all of it, else reads.
 */
final class AdoptedValueHolder extends DatabaseValueHolder<Object> implements WrappingValueHolder<Object> {

    @Serial
    private static final long serialVersionUID = 1L;

    private transient FreeValueHolder before;
    private final transient UnitOfWorkImpl unitOfWork;
    private final transient Freshness freshness;

    /** Whether a query of this unit of work has brought what is known. */
    private boolean isFetched;

    /**
     * When what was loaded before is too old.
     *
     * @param clock knows when associations were changed by a commit
     * @param revalidates whether each transaction reads again
     * @param uncommitted what the unit of work itself has written
     */
    record Freshness(AssociationClock clock, boolean revalidates, UncommittedWrites uncommitted) {}

    private AdoptedValueHolder(FreeValueHolder before, UnitOfWorkImpl unitOfWork, Freshness freshness) {
        this.before = before;
        this.unitOfWork = unitOfWork;
        this.freshness = freshness;
        this.session = unitOfWork;
        this.row = before.getRow();
    }

    static AdoptedValueHolder of(
            ValueHolderInterface<Object> holder,
            Object instance,
            ForeignReferenceMapping mapping,
            UnitOfWorkImpl unitOfWork,
            Freshness freshness) {
        FreeValueHolder before = holder instanceof FreeValueHolder free
                ? free
                : FreeValueHolder.of(holder, instance, mapping, Long.MIN_VALUE, null);
        before.forgetUsedUpBatch();
        before.acceptOffer(freshness.clock());
        return new AdoptedValueHolder(before, unitOfWork, freshness);
    }

    /** What the association was before the adoption; nothing has been loaded since. */
    FreeValueHolder before() {
        return before;
    }

    boolean isFetched() {
        return isFetched;
    }

    /** A query has fetched the association anew: that is more recent than what was known before. */
    void replaceBy(ValueHolderInterface<Object> fetched, Object instance, ForeignReferenceMapping mapping) {
        before =
                FreeValueHolder.of(fetched, instance, mapping, freshness.clock().now(), null);
        row = before.getRow();
        isFetched = true;
    }

    @Override
    public ValueHolderInterface<Object> getWrappedValueHolder() {
        return before.source(unitOfWork);
    }

    /** Whether what was loaded before is not out of date; the unit of work may yet be unable to use it. */
    boolean isKnown() {
        return (isFetched || !(freshness.revalidates() && EclipseLinkInternals.isInTransaction(unitOfWork)))
                && (isFetched || !before.dependsOn(freshness.uncommitted()))
                && before.isUpToDate(freshness.clock());
    }

    @Override
    public boolean isInstantiated() {
        return isKnown() && before.isManagedBy(unitOfWork);
    }

    @Override
    public boolean isEasilyInstantiated() {
        return isInstantiated();
    }

    @Override
    public @Nullable Object getValue() {
        return isInstantiated() ? before.retained() : getWrappedValueHolder().getValue();
    }

    @Override
    public @Nullable Object getValue(UnitOfWorkImpl reader) {
        return getWrappedValueHolder() instanceof DatabaseValueHolder<Object> source && !source.isInstantiated()
                ? source.getValue(reader)
                : null;
    }

    @Override
    public @Nullable Object instantiateForUnitOfWorkValueHolder(UnitOfWorkValueHolder<Object> holder) {
        ValueHolderInterface<Object> source = getWrappedValueHolder();
        return source instanceof DatabaseValueHolder<Object> database && !database.isInstantiated()
                ? database.instantiateForUnitOfWorkValueHolder(holder)
                : source.getValue();
    }

    @Override
    protected @Nullable Object instantiate() {
        return getValue();
    }

    @Override
    public boolean isPessimisticLockingValueHolder() {
        return before.source() instanceof DatabaseValueHolder<Object> source
                && !source.isInstantiated()
                && source.isPessimisticLockingValueHolder();
    }

    @Override
    public void releaseWrappedValueHolder(AbstractSession target) {
        // the source is released when the instance becomes free
    }
}
