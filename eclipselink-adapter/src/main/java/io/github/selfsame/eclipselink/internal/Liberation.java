package io.github.selfsame.eclipselink.internal;

import io.github.selfsame.eclipselink.internal.access.Associations;
import io.github.selfsame.eclipselink.internal.access.ChangeListeners;
import io.github.selfsame.spi.Canonical;
import java.beans.PropertyChangeListener;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.indirection.IndirectCollection;
import org.eclipse.persistence.indirection.IndirectContainer;
import org.eclipse.persistence.indirection.ValueHolderInterface;
import org.eclipse.persistence.internal.descriptors.PersistenceEntity;
import org.eclipse.persistence.internal.indirection.UnitOfWorkValueHolder;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.mappings.AggregateObjectMapping;
import org.eclipse.persistence.mappings.ForeignReferenceMapping;
import org.eclipse.persistence.queries.FetchGroupTracker;
import org.jspecify.annotations.Nullable;

/**
 * Frees an instance from the unit of work that has managed it: it keeps its state, its loaded associations, and the way
 * to load the others, but nothing of the unit of work (rule R16).
 */
final class Liberation {

    private final UnitOfWorkImpl unitOfWork;
    private FreeValueHolder.Home home;
    private final long loadedAt;
    private final HeldAssociations held;

    Liberation(UnitOfWorkImpl unitOfWork, FreeValueHolder.Home home, long loadedAt, HeldAssociations held) {
        this.unitOfWork = unitOfWork;
        this.home = home;
        this.loadedAt = loadedAt;
        this.held = held;
    }

    void liberate(Canonical entry, Object instance) {
        ClassDescriptor descriptor = unitOfWork.getDescriptor(instance.getClass());
        boolean isTracked = descriptor.getObjectChangePolicy().isObjectChangeTrackingPolicy();
        PropertyChangeListener listener = isTracked ? new FreeInstanceListener(entry) : null;
        ChangeListeners.listen(instance, null);
        Associations.visit(instance, descriptor, new Detachment(instance, listener));
        ChangeListeners.listen(instance, listener);
        if (instance instanceof PersistenceEntity entity) {
            entity._persistence_setCacheKey(null);
        }
        if (instance instanceof FetchGroupTracker tracker && tracker._persistence_getSession() == unitOfWork) {
            tracker._persistence_setSession(null);
            FreeFetchGroup.putOn(tracker, unitOfWork.getParent().getRootSession(null), home);
        }
        entry.attach(isTracked ? null : FreeSnapshot.of(instance, descriptor));
    }

    /** Takes the unit of work out of the attributes of one instance. */
    private final class Detachment implements Associations.Visitor {

        private final Object instance;
        private final @Nullable PropertyChangeListener listener;

        Detachment(Object instance, @Nullable PropertyChangeListener listener) {
            this.instance = instance;
            this.listener = listener;
        }

        @Override
        public void embeddable(
                Object holder, Object embeddable, ClassDescriptor descriptor, AggregateObjectMapping mapping) {
            ChangeListeners.listen(embeddable, listener);
        }

        @Override
        public void association(Object holder, ForeignReferenceMapping mapping) {
            if (!mapping.usesIndirection()) {
                return;
            }
            Object value = mapping.getAttributeValueFromObject(holder);
            if (value instanceof IndirectContainer<?>) {
                IndirectContainer<Object> container = Adoption.indirect(value);
                Object previous = held.insteadOf(container, holder, mapping);
                if (previous != null) {
                    mapping.setAttributeValueInObject(holder, previous);
                    ChangeListeners.listen(previous, mapping, listener);
                    return;
                }
                container.setValueHolder(free(containerHolder(container), mapping));
                if (container instanceof IndirectCollection<?, ?> collection) {
                    collection.clearDeferredChanges();
                }
                ChangeListeners.listen(container, mapping, listener);
            } else if (value instanceof ValueHolderInterface<?>) {
                FreeValueHolder free = free(Adoption.valueHolder(value), mapping);
                Object target = held.targetOf(free, holder, mapping, home);
                mapping.setAttributeValueInObject(
                        holder,
                        target == null ? free : FreeValueHolder.retaining(instance, mapping, target, loadedAt, home));
            }
        }

        /** What a loaded container holds now counts, not what its value holder has loaded. */
        private ValueHolderInterface<Object> containerHolder(IndirectContainer<Object> container) {
            return container.isInstantiated() && container instanceof IndirectCollection<?, ?> collection
                    ? new org.eclipse.persistence.indirection.ValueHolder<>(collection.getDelegateObject())
                    : container.getValueHolder();
        }

        private FreeValueHolder free(ValueHolderInterface<Object> holder, ForeignReferenceMapping mapping) {
            home = home.with(holder instanceof LazyValueHolder lazy ? lazy.cohort() : null);
            if (!holder.isInstantiated()
                    && holder instanceof UnitOfWorkValueHolder<Object> managed
                    && managed.getWrappedValueHolder() instanceof AdoptedValueHolder adopted) {
                return adopted.before().at(home);
            }
            return FreeValueHolder.of(holder, instance, mapping, loadedAt, home);
        }
    }
}
