package io.github.selfsame.eclipselink.internal;

import io.github.selfsame.eclipselink.internal.Arrivals.Arrival;
import io.github.selfsame.eclipselink.internal.access.Associations;
import io.github.selfsame.eclipselink.internal.access.ChangeListeners;
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
import org.eclipse.persistence.internal.sessions.AbstractRecord;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.mappings.AggregateObjectMapping;
import org.eclipse.persistence.mappings.CollectionMapping;
import org.eclipse.persistence.mappings.ForeignReferenceMapping;
import org.eclipse.persistence.queries.FetchGroupTracker;
import org.eclipse.persistence.sessions.Session;
import org.jspecify.annotations.Nullable;

/**
 * Makes a free canonical instance a managed instance of a unit of work, as if that had just built it (rule R4): the same
 * object, with the same collections and embeddables in it.
 */
final class Adoption {

    private final UnitOfWorkImpl unitOfWork;
    private final AdoptedValueHolder.Freshness freshness;
    private final HeldAssociations held;

    /**
     * Prepares for a unit of work.
     *
     * @param revalidates whether each transaction reads associations again
     * @param uncommitted what the unit of work has written, kept up to date
     * @param held takes the collections that are read afresh
     */
    Adoption(
            UnitOfWorkImpl unitOfWork,
            AssociationClock clock,
            boolean revalidates,
            UncommittedWrites uncommitted,
            HeldAssociations held) {
        this.held = held;
        this.unitOfWork = unitOfWork;
        this.freshness = new AdoptedValueHolder.Freshness(clock, revalidates, uncommitted);
    }

    /** Registers the instance; the unit of work's identity map has it already. */
    void adopt(Canonical entry, Object instance) {
        ClassDescriptor descriptor = unitOfWork.getDescriptor(instance.getClass());
        ObjectBuilder builder = descriptor.getObjectBuilder();
        ObjectChangePolicy policy = descriptor.getObjectChangePolicy();
        entry.attach(null);
        backups().put(instance, instance);
        ContextIdentityMaps maps = ContextIdentityMaps.of((Session) unitOfWork);
        Arrival before = maps == null ? null : maps.arrive(instance, descriptor, false);
        try {
            attach(instance, descriptor, policy, builder);
        } finally {
            if (maps != null) {
                maps.arrived(before);
            }
        }
        builder.instantiateEagerMappings(instance, unitOfWork);
        fireLoaded(instance, descriptor);
    }

    private void attach(Object instance, ClassDescriptor descriptor, ObjectChangePolicy policy, ObjectBuilder builder) {
        policy.setChangeListener(instance, unitOfWork, descriptor);
        policy.dissableEventProcessing(instance);
        if (instance instanceof FetchGroupTracker tracker) {
            FreeFetchGroup.takeOff(tracker, unitOfWork);
        }
        Associations.visit(instance, descriptor, new Attachment(instance));
        Object backup = policy.buildBackupClone(instance, builder, unitOfWork);
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

        Attachment(Object instance) {
            this.instance = instance;
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
                mapping.setAttributeValueInObject(holder, managedHolder(holder, mapping, valueHolder(value)));
            } else {
                // a collection that the user put in when the instance was new: read it, as a new context would
                if (value != null) {
                    held.put(holder, mapping, value);
                }
                mapping.setAttributeValueInObject(
                        holder,
                        mapping.getIndirectionPolicy()
                                .buildIndirectObject(
                                        managedHolder(holder, mapping, FreeValueHolder.unread(instance, mapping))));
            }
        }

        private void attachContainer(
                Object holder, ForeignReferenceMapping mapping, IndirectContainer<Object> container) {
            container.setValueHolder(managedHolder(holder, mapping, container.getValueHolder()));
            if (container instanceof IndirectCollection<?, ?> collection) {
                collection.clearDeferredChanges();
            }
            ChangeListeners.listen(container, mapping, ChangeListeners.of(holder));
        }

        private ValueHolderInterface<Object> managedHolder(
                Object holder, ForeignReferenceMapping mapping, ValueHolderInterface<Object> before) {
            AdoptedValueHolder adopted = AdoptedValueHolder.of(before, instance, mapping, unitOfWork, freshness);
            AbstractRecord row = adopted.getRow();
            Arrival arrival = ContextIdentityMaps.arrivalIn(unitOfWork);
            if (arrival == null) {
                return mapping.createCloneValueHolder(adopted, null, instance, row, unitOfWork, false);
            }
            if (arrival.cohort() == null && before instanceof FreeValueHolder free && free.cohort() != null) {
                // it is not read anew: what it came with stays
                arrival = new Arrival(instance, free.cohort());
            }
            return new LazyValueHolder(adopted, instance, holder, mapping, row, unitOfWork, arrival);
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
