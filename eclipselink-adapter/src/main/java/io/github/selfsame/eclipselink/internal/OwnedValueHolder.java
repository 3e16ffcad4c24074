package io.github.selfsame.eclipselink.internal;

import java.io.Serial;
import org.eclipse.persistence.indirection.ValueHolderInterface;
import org.eclipse.persistence.internal.indirection.UnitOfWorkQueryValueHolder;
import org.eclipse.persistence.internal.sessions.AbstractRecord;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.mappings.ForeignReferenceMapping;
import org.jspecify.annotations.Nullable;

/**
 * A value holder that knows whose association it is, and who has the instance: a unit of work, or nobody. A thread that loads for
 * a free instance and a unit of work that takes it over learn of each other, and wait for nobody (rule R17).
 */
abstract class OwnedValueHolder extends UnitOfWorkQueryValueHolder<Object> {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Object entity;

    /** The entity, or the embeddable in it that has the attribute. */
    private final transient Object owner;

    /** Knows who manages the instance; {@code null} if this is told itself. */
    private transient @Nullable InstanceListener listener;

    private transient volatile boolean isFree;

    /** Whether a thread has begun to load this while nobody has managed the instance. */
    private transient volatile boolean isTouched;

    /** One for a managed instance that EclipseLink builds. */
    OwnedValueHolder(
            ValueHolderInterface<Object> wrapped,
            Object entity,
            Object owner,
            ForeignReferenceMapping mapping,
            @Nullable AbstractRecord row,
            UnitOfWorkImpl unitOfWork) {
        super(wrapped, owner, mapping, row, unitOfWork);
        this.entity = entity;
        this.owner = owner;
    }

    /** An association of which nothing is known. */
    OwnedValueHolder(Object entity, Object owner, ForeignReferenceMapping mapping) {
        this.entity = entity;
        this.owner = owner;
        setMapping(mapping);
        setSourceAttributeName(mapping.getAttributeName());
        setRelationshipSourceObject(owner);
    }

    final Object entity() {
        return entity;
    }

    final Object owner() {
        return owner;
    }

    final ForeignReferenceMapping association() {
        return (ForeignReferenceMapping) getMapping();
    }

    /** Knows who manages the instance; {@code null} if this is told itself. */
    final @Nullable InstanceListener listener() {
        return listener;
    }

    /** Says whether anybody has the instance, after everything else is as it must be then. */
    final void setFree(boolean free) {
        isFree = free;
    }

    /** Whether this was free when it was last told or asked. */
    final boolean wasFree() {
        return isFree;
    }

    /** Whether a unit of work has the instance still. */
    final boolean isManagedBy(UnitOfWorkImpl unitOfWork) {
        InstanceListener ofInstance = listener;
        return ofInstance == null ? !isFree && session == unitOfWork : ofInstance.isManagedBy(unitOfWork);
    }

    /** Whether it has not been told yet who manages the instance. */
    final boolean isUnbound() {
        InstanceListener ofInstance = listener;
        return ofInstance != null && ofInstance.getUnitOfWork() != session;
    }

    /** Lets the listener of the instance say who manages it, from now on. */
    final void listenTo(@Nullable InstanceListener ofInstance) {
        listener = ofInstance;
    }

    /**
     * A thread is about to load for the free instance, and will put that into the container. Whoever takes the instance over learns of
     * it, if it has not done so by now: it says that it has the instance before it asks for touches, and this is the other way
     * round.
     *
     * @return whether the instance is still free
     */
    final boolean touchFree() {
        InstanceListener ofInstance = listener;
        isTouched = true;
        return ofInstance == null ? isFree : ofInstance.touch();
    }

    /** A thread has loaded nothing for the free instance after all. */
    final void untouch() {
        isTouched = false;
    }

    /** Whether a thread has loaded this, or is about to, while nobody has managed the instance. */
    final boolean takeTouch() {
        boolean touched = isTouched;
        if (touched) {
            isTouched = false;
        }
        return touched;
    }
}
