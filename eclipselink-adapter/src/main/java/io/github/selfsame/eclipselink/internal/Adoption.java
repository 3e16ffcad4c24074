package io.github.selfsame.eclipselink.internal;

import io.github.selfsame.eclipselink.internal.access.Associations;
import io.github.selfsame.eclipselink.internal.access.ChangeListeners;
import io.github.selfsame.eclipselink.internal.access.Containers;
import io.github.selfsame.spi.Canonical;
import java.util.Map;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.descriptors.DescriptorEvent;
import org.eclipse.persistence.descriptors.DescriptorEventManager;
import org.eclipse.persistence.descriptors.changetracking.ChangeTracker;
import org.eclipse.persistence.descriptors.changetracking.ObjectChangePolicy;
import org.eclipse.persistence.indirection.IndirectCollection;
import org.eclipse.persistence.indirection.IndirectContainer;
import org.eclipse.persistence.indirection.ValueHolderInterface;
import org.eclipse.persistence.internal.descriptors.ObjectBuilder;
import org.eclipse.persistence.internal.queries.ContainerPolicy;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.mappings.AggregateObjectMapping;
import org.eclipse.persistence.mappings.CollectionMapping;
import org.eclipse.persistence.mappings.ForeignReferenceMapping;
import org.eclipse.persistence.queries.FetchGroupTracker;
import org.jspecify.annotations.Nullable;

/**
 * Makes a free canonical instance a managed instance of a unit of work, as if that had just built it (rule R4): the same
 * object, with the same collections and embeddables in it.
 */
final class Adoption {

    private final UnitOfWorkImpl unitOfWork;
    private final Freshness freshness;
    private final HeldAssociations held;
    private final ContextIdentityMaps context;
    private final ContextLease lease;

    /**
     * Prepares for a unit of work.
     *
     * @param freshness when it may use what was loaded before
     * @param held takes the collections that are read afresh
     */
    Adoption(
            UnitOfWorkImpl unitOfWork,
            ContextIdentityMaps context,
            ContextLease lease,
            Freshness freshness,
            HeldAssociations held) {
        this.unitOfWork = unitOfWork;
        this.context = context;
        this.lease = lease;
        this.freshness = freshness;
        this.held = held;
    }

    /** Registers the instance; the unit of work's identity map has it already. */
    void adopt(Canonical entry, Object instance, ClassDescriptor descriptor) {
        ObjectBuilder builder = descriptor.getObjectBuilder();
        backups().put(instance, instance);
        Cohort cohort = context.reads().cohortOfAdopted(instance, descriptor, lease);
        InstanceListener listener = InstanceListener.of(instance);
        if (listener != null && descriptor.getObjectChangePolicy().isAttributeChangeTrackingPolicy()) {
            listener.managedBy(unitOfWork, descriptor);
        } else {
            listener = null;
        }
        if (listener != null && cohort != null) {
            entry.joins(cohort);
        }
        boolean isTouched = listener != null && listener.takeTouch();
        if (listener == null
                || isTouched
                || InstanceListener.needsVisit(entry)
                || !CanonicalObjectBuilder.traits(descriptor).associations().areAllLazy()
                || (instance instanceof FetchGroupTracker partial && partial._persistence_getFetchGroup() != null)) {
            entry.attach(null);
            InstanceListener.visit(entry);
            attach(instance, descriptor, listener, cohort);
        }
        builder.instantiateEagerMappings(instance, unitOfWork);
        fireLoaded(instance, descriptor);
    }

    /** Tells each attribute who manages the instance. */
    private void attach(
            Object instance, ClassDescriptor descriptor, @Nullable InstanceListener listener, @Nullable Cohort cohort) {
        ObjectChangePolicy policy = descriptor.getObjectChangePolicy();
        if (listener == null) {
            policy.setChangeListener(instance, unitOfWork, descriptor);
        }
        policy.dissableEventProcessing(instance);
        if (instance instanceof FetchGroupTracker tracker) {
            FreeFetchGroup.takeOff(tracker, unitOfWork);
        }
        Associations.visit(instance, descriptor, new Attachment(instance, cohort));
        Object backup = policy.buildBackupClone(instance, descriptor.getObjectBuilder(), unitOfWork);
        if (backup != instance) {
            backups().put(instance, backup);
        }
        policy.enableEventProcessing(instance);
    }

    @SuppressWarnings("unchecked")
    private Map<Object, Object> backups() {
        return unitOfWork.getCloneMapping();
    }

    /** {@code @PostLoad} runs whenever an instance comes into a persistence context (rule R15). */
    private void fireLoaded(Object instance, ClassDescriptor descriptor) {
        if (descriptor.getEventManager().hasAnyEventListeners()) {
            DescriptorEvent event = new DescriptorEvent(instance);
            event.setSession(unitOfWork);
            event.setOriginalObject(instance);
            event.setDescriptor(descriptor);
            event.setEventCode(DescriptorEventManager.PostCloneEvent);
            descriptor.getEventManager().executeEvent(event);
        }
    }

    /** Lets the attributes of one instance load through the unit of work, and report to it what changes. */
    private final class Attachment implements Associations.Visitor {

        private final Object instance;

        /** What the instance comes with now, if that is of interest. */
        private final @Nullable Cohort cohort;

        Attachment(Object instance, @Nullable Cohort cohort) {
            this.instance = instance;
            this.cohort = cohort;
        }

        @Override
        public void embeddable(
                Object holder, Object embeddable, ClassDescriptor descriptor, AggregateObjectMapping mapping) {
            // the policy knows what an embeddable needs under it, also that it needs nothing
            if (embeddable instanceof ChangeTracker) {
                descriptor
                        .getObjectChangePolicy()
                        .setAggregateChangeListener(
                                holder, embeddable, unitOfWork, descriptor, mapping.getAttributeName());
            }
        }

        @Override
        public void association(Object holder, ForeignReferenceMapping mapping) {
            Object value = mapping.getAttributeValueFromObject(holder);
            if (mapping.usesIndirection()) {
                attachIndirection(holder, mapping, value);
            } else if (value != null) {
                attachDirect(holder, mapping, value);
            }
        }

        private void attachIndirection(Object holder, ForeignReferenceMapping mapping, @Nullable Object value) {
            if (value instanceof IndirectContainer<?>) {
                attachContainer(holder, mapping, indirect(value));
            } else if (value instanceof ValueHolderInterface<?>) {
                CanonicalValueHolder managed = managedHolder(holder, mapping, valueHolder(value));
                if (managed != value) {
                    mapping.setAttributeValueInObject(holder, managed);
                }
            } else {
                // a collection that the user put in when the instance was new: read it, as a new context would
                if (value != null) {
                    held.put(holder, mapping, value);
                }
                CanonicalValueHolder unread = new CanonicalValueHolder(instance, holder, mapping);
                unread.adopt(unitOfWork, freshness, cohort);
                mapping.setAttributeValueInObject(holder, UnloadedAssociations.attribute(unread));
            }
        }

        private void attachContainer(
                Object holder, ForeignReferenceMapping mapping, IndirectContainer<Object> container) {
            CanonicalValueHolder managed = managedHolder(holder, mapping, container.getValueHolder());
            if (managed.takeTouch() && !Containers.haveContent(container)) {
                replace(holder, mapping, container, managed);
                return;
            }
            // the container forgets what it has loaded, even if the value holder stays the same
            container.setValueHolder(managed);
            if (container instanceof IndirectCollection<?, ?> collection) {
                collection.clearDeferredChanges();
            }
            ChangeListeners.listen(container, mapping, ChangeListeners.of(holder));
        }

        /** A thread that has begun to load while the instance was free will put into its container what nobody manages (rule R17). */
        private void replace(
                Object holder,
                ForeignReferenceMapping mapping,
                IndirectContainer<Object> touched,
                CanonicalValueHolder managed) {
            Home home = managed.home();
            if (home != null) {
                touched.setValueHolder(managed.apart(home));
            }
            ChangeListeners.listen(touched, mapping, null);
            Object fresh = UnloadedAssociations.attribute(managed);
            ChangeListeners.listen(fresh, mapping, ChangeListeners.of(holder));
            mapping.setAttributeValueInObject(holder, fresh);
        }

        private CanonicalValueHolder managedHolder(
                Object holder, ForeignReferenceMapping mapping, ValueHolderInterface<Object> before) {
            CanonicalValueHolder managed = CanonicalValueHolder.of(before, instance, holder, mapping, Long.MIN_VALUE);
            managed.adopt(unitOfWork, freshness, cohort);
            return managed;
        }

        private void attachDirect(Object holder, ForeignReferenceMapping mapping, Object value) {
            if (mapping instanceof CollectionMapping collection) {
                if (collection.getReferenceDescriptor() != null
                        && !collection.getReferenceDescriptor().isDescriptorTypeAggregate()) {
                    attachElements(holder, collection, value);
                }
            } else if (mapping.isObjectReferenceMapping()) {
                Object managed = managed(value);
                if (managed != value) {
                    mapping.setAttributeValueInObject(holder, managed);
                }
            }
        }

        private void attachElements(Object holder, CollectionMapping mapping, Object container) {
            ContainerPolicy policy = mapping.getContainerPolicy();
            Object attached = policy.containerInstance(policy.sizeFor(container));
            boolean isSame = true;
            for (Object elements = policy.iteratorFor(container); policy.hasNext(elements); ) {
                Object element = policy.next(elements, unitOfWork);
                Object managed = managed(element);
                isSame &= managed == element;
                if (managed != null) {
                    policy.addInto(managed, attached, unitOfWork);
                }
            }
            if (!isSame) {
                mapping.setAttributeValueInObject(holder, attached);
            }
        }

        /** What an eager reference, which can't wait until it is asked for, refers to in the unit of work. */
        private @Nullable Object managed(Object target) {
            return CanonicalTargets.managed(target, unitOfWork);
        }
    }

    @SuppressWarnings("unchecked")
    static IndirectContainer<Object> indirect(Object container) {
        return (IndirectContainer<Object>) container;
    }

    @SuppressWarnings("unchecked")
    static ValueHolderInterface<Object> valueHolder(Object holder) {
        return (ValueHolderInterface<Object>) holder;
    }
}
