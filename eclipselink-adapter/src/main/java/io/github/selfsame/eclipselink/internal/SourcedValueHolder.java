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
 * A value holder that keeps what is known of its association beyond any unit of work, and where to read the association from.
 * What was loaded for a unit of work is in the fields of EclipseLink's class, what is known beyond that in a {@link RetainedValue}:
 * a thread that loads for the free instance may still be at it when a unit of work takes the instance over (rule R17).
 */
abstract class SourcedValueHolder extends OwnedValueHolder {

    @Serial
    private static final long serialVersionUID = 1L;

    private static final AtomicReferenceFieldUpdater<SourcedValueHolder, RetainedValue> RETAINED =
            AtomicReferenceFieldUpdater.newUpdater(SourcedValueHolder.class, RetainedValue.class, "retained");

    /** What is known beyond the unit of work; {@code null} if there is nothing. */
    private transient volatile @Nullable RetainedValue retained;

    /** Whether the source was never seen by the shared cache. */
    private transient boolean isOurs;

    /** One for a managed instance that EclipseLink builds. */
    SourcedValueHolder(
            ValueHolderInterface<Object> wrapped,
            Object entity,
            Object owner,
            ForeignReferenceMapping mapping,
            @Nullable AbstractRecord row,
            UnitOfWorkImpl unitOfWork) {
        super(wrapped, entity, owner, mapping, row, unitOfWork);
    }

    /** An association of which nothing is known. */
    SourcedValueHolder(Object entity, Object owner, ForeignReferenceMapping mapping) {
        super(entity, owner, mapping);
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

    /** Knows something else from now on; another thread may hold what was known before. */
    final void know(RetainedValue known) {
        retained = known;
    }

    final boolean isOurs() {
        return isOurs;
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

    /** From now on loads from what the value holder of a unit of work loads from in the end. */
    final void settleSource() {
        settle(AssociationSource.innermost(wrappedValueHolder));
    }

    private void settle(ValueHolderInterface<Object> source) {
        wrappedValueHolder = source;
        if (source instanceof DatabaseValueHolder<Object> database) {
            row = database.getRow();
            isOurs = database.getSession() != null && AssociationSource.isBoundToContext(database);
            AssociationSource.bind(database, null);
        }
    }

    /** Lets go of the unit of work that this loads through. */
    final void unbindSource() {
        if (wrappedValueHolder instanceof DatabaseValueHolder<Object> database) {
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
