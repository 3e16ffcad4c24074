package io.github.selfsame.eclipselink.internal;

import java.beans.PropertyChangeEvent;
import java.io.Serial;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.internal.descriptors.changetracking.AggregateAttributeChangeListener;
import org.eclipse.persistence.internal.descriptors.changetracking.AttributeChangeListener;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.jspecify.annotations.Nullable;

/**
 * Listens to a woven embeddable of a free canonical instance, and tells the listener of that what is changed (rule R5).
 *
 * <p>The application may give the embeddable to another instance, which a unit of work manages, or share a constant among
 * many. EclipseLink then takes the listener it finds in the embeddable and gives it another parent: so this is one of EclipseLink's
 * type, which works for the unit of work of whoever is its parent.
 */
final class EmbeddableListener extends AggregateAttributeChangeListener {

    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * Listens on behalf of whoever has the embeddable.
     *
     * @param parent the listener of the instance, or of the embeddable that has this one
     */
    @SuppressWarnings("NullAway") // EclipseLink's class says nothing about it: a free instance has no unit of work
    EmbeddableListener(
            ClassDescriptor descriptor, AttributeChangeListener parent, String attribute, Object embeddable) {
        super(descriptor, null, parent, attribute, embeddable);
    }

    @Override
    @SuppressWarnings("NullAway")
    public @Nullable UnitOfWorkImpl getUnitOfWork() {
        return parentListener == null ? null : parentListener.getUnitOfWork();
    }

    @Override
    public void internalPropertyChange(PropertyChangeEvent event) {
        UnitOfWorkImpl current = getUnitOfWork();
        if (current != null) {
            work(current);
            super.internalPropertyChange(event);
        } else if (parentListener != null) {
            parentListener.propertyChange(event);
        }
    }

    /** What was noted for another unit of work is of no use to this one. */
    private void work(UnitOfWorkImpl current) {
        if (uow != current) {
            uow = current;
            objectChangeSet = null;
        }
    }
}
