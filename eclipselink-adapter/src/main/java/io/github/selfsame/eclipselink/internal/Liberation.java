package io.github.selfsame.eclipselink.internal;

import io.github.selfsame.eclipselink.internal.access.Associations;
import io.github.selfsame.eclipselink.internal.access.ChangeListeners;
import io.github.selfsame.eclipselink.internal.access.ClientSessions;
import io.github.selfsame.spi.Canonical;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.descriptors.changetracking.ObjectChangePolicy;
import org.eclipse.persistence.indirection.IndirectCollection;
import org.eclipse.persistence.indirection.IndirectContainer;
import org.eclipse.persistence.indirection.ValueHolderInterface;
import org.eclipse.persistence.internal.descriptors.PersistenceEntity;
import org.eclipse.persistence.internal.descriptors.changetracking.AttributeChangeListener;
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
    private final Home home;
    private final long loadedAt;
    private final HeldAssociations held;

    Liberation(UnitOfWorkImpl unitOfWork, Home home, long loadedAt, HeldAssociations held) {
        this.unitOfWork = unitOfWork;
        this.home = home;
        this.loadedAt = loadedAt;
        this.held = held;
    }

    void liberate(Canonical entry, Object instance) {
        ClassDescriptor descriptor = unitOfWork.getDescriptor(instance.getClass());
        InstanceListener present = InstanceListener.of(instance);
        if (present != null && present.isOf(entry) && !InstanceListener.needsVisit(entry)) {
            // nobody has touched anything but plain attributes
            present.freed(valuesIn(instance, descriptor));
            return;
        }
        ObjectChangePolicy policy = descriptor.getObjectChangePolicy();
        boolean isTracked = policy.isObjectChangeTrackingPolicy();
        InstanceListener listener = !isTracked
                ? null
                : present != null && present.isOf(entry) ? present : new InstanceListener(entry, instance);
        ChangeListeners.listen(instance, null);
        Detachment detachment =
                new Detachment(instance, listener, policy.isAttributeChangeTrackingPolicy() ? listener : null);
        Associations.visit(instance, descriptor, detachment);
        if (listener != null) {
            listener.freed(valuesIn(instance, descriptor));
        }
        ChangeListeners.listen(instance, listener);
        if (instance instanceof PersistenceEntity entity) {
            entity._persistence_setCacheKey(null);
        }
        if (instance instanceof FetchGroupTracker tracker && tracker._persistence_getSession() == unitOfWork) {
            tracker._persistence_setSession(null);
            FreeFetchGroup.putOn(tracker, ClientSessions.unitOf(unitOfWork.getParent()), home);
        }
        entry.attach(isTracked ? null : FreeSnapshot.of(instance, descriptor));
        if (detachment.needsVisit) {
            InstanceListener.visit(entry);
        }
    }

    private static ChangeableValues.@Nullable Snapshot valuesIn(Object instance, ClassDescriptor descriptor) {
        return CanonicalObjectBuilder.traits(descriptor).values().in(instance, descriptor);
    }

    /** Takes the unit of work out of the attributes of one instance. */
    private final class Detachment implements Associations.Visitor {

        private final Object instance;
        private final @Nullable InstanceListener listener;

        /** Tells the value holders who manages the instance; {@code null} if they are to be told themselves. */
        private final @Nullable InstanceListener switching;

        /** Whether the next context must tell an attribute, as a container keeps what it has loaded until it is told. */
        private boolean needsVisit;

        Detachment(Object instance, @Nullable InstanceListener listener, @Nullable InstanceListener switching) {
            this.instance = instance;
            this.listener = listener;
            this.switching = switching;
        }

        @Override
        public void embeddable(
                Object holder, Object embeddable, ClassDescriptor descriptor, AggregateObjectMapping mapping) {
            AttributeChangeListener parent = listenerOf(holder);
            boolean isTracked = descriptor.getObjectChangePolicy().isAttributeChangeTrackingPolicy();
            ChangeListeners.listen(
                    embeddable,
                    parent == null || !isTracked
                            ? listener
                            : new EmbeddableListener(descriptor, parent, mapping.getAttributeName(), embeddable));
        }

        /** What listens to the entity, or to the embeddable in it that has the attribute. */
        private @Nullable AttributeChangeListener listenerOf(Object holder) {
            return ChangeListeners.of(holder) instanceof EmbeddableListener ofEmbeddable ? ofEmbeddable : listener;
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
                boolean isReadAgain = previous != null && isToBeReadAgain(holder, previous, mapping);
                if (previous != null && !isReadAgain) {
                    needsVisit = true;
                    mapping.setAttributeValueInObject(holder, previous);
                    ChangeListeners.listen(previous, mapping, listenerOf(holder));
                    if (previous instanceof IndirectContainer<?>) {
                        rebuild(holder, mapping, Adoption.indirect(previous))
                                .retained()
                                .outdate(home.unit().associations());
                    }
                    return;
                }
                CanonicalValueHolder free = rebuild(holder, mapping, container);
                if (isReadAgain) {
                    free.retained().retainOutdated(previous);
                }
                if (container instanceof IndirectCollection<?, ?> collection) {
                    collection.clearDeferredChanges();
                }
                ChangeListeners.listen(container, mapping, listenerOf(holder));
            } else if (value instanceof ValueHolderInterface<?>) {
                CanonicalValueHolder free = free(holder, mapping, Adoption.valueHolder(value), null);
                if (free != value) {
                    mapping.setAttributeValueInObject(holder, free);
                }
                Object target = held.targetOf(free, holder, mapping, home);
                if (target != null) {
                    free.retained().retain(target, loadedAt);
                }
                listen(free);
            } else if (value != null) {
                needsVisit = true;
            }
        }

        /**
         * Whether a user has put in a collection of which the database may know better. In an embeddable it stays: that may be a
         * constant of the application, which must not begin to load anything for one of those that share it.
         */
        private boolean isToBeReadAgain(Object holder, Object previous, ForeignReferenceMapping mapping) {
            return holder == instance
                    && !(previous instanceof IndirectContainer<?>)
                    && AssociationSource.dependsOnTargets(mapping);
        }

        private CanonicalValueHolder rebuild(
                Object holder, ForeignReferenceMapping mapping, IndirectContainer<Object> container) {
            Object content = contentOf(container);
            needsVisit |= container.isInstantiated();
            CanonicalValueHolder free = free(holder, mapping, container.getValueHolder(), content);
            container.setValueHolder(free);
            listen(free);
            return free;
        }

        private void listen(CanonicalValueHolder free) {
            free.listenTo(switching);
            // what was loaded may be out of date when the next context reads the instance
            RetainedValue known = free.known();
            needsVisit |= known != null && known.isLoaded() && AssociationSource.dependsOnTargets(free.association());
        }

        /** What a loaded container holds now counts, not what its value holder has loaded. */
        private @Nullable Object contentOf(IndirectContainer<Object> container) {
            return container.isInstantiated() && container instanceof IndirectCollection<?, ?> collection
                    ? collection.getDelegateObject()
                    : null;
        }

        private CanonicalValueHolder free(
                Object holder,
                ForeignReferenceMapping mapping,
                ValueHolderInterface<Object> before,
                @Nullable Object content) {
            CanonicalValueHolder free = CanonicalValueHolder.of(before, instance, holder, mapping, loadedAt);
            free.free(home, loadedAt, content);
            return free;
        }
    }
}
