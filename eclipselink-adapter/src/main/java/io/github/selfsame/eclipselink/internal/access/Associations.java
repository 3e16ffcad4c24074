package io.github.selfsame.eclipselink.internal.access;

import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.descriptors.FetchGroupManager;
import org.eclipse.persistence.indirection.IndirectContainer;
import org.eclipse.persistence.indirection.ValueHolderInterface;
import org.eclipse.persistence.internal.indirection.WrappingValueHolder;
import org.eclipse.persistence.mappings.AggregateObjectMapping;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.mappings.ForeignReferenceMapping;
import org.jspecify.annotations.Nullable;

/** Goes through the associations of an instance, those in its embeddables included. Loads nothing. */
public final class Associations {

    /** What to do with them. */
    public interface Visitor {

        /**
         * An association, or an element collection.
         *
         * @param holder the entity, or the embeddable in it that has the attribute
         */
        void association(Object holder, ForeignReferenceMapping mapping);

        /**
         * An embeddable, before its own associations.
         *
         * @param holder the entity, or the embeddable in it that has the attribute
         */
        void embeddable(Object holder, Object embeddable, ClassDescriptor descriptor, AggregateObjectMapping mapping);
    }

    private Associations() {}

    public static void visit(Object holder, ClassDescriptor descriptor, Visitor visitor) {
        FetchGroupManager fetchGroups = descriptor.getFetchGroupManager();
        boolean isPartial = fetchGroups != null && fetchGroups.isPartialObject(holder);
        for (DatabaseMapping mapping : descriptor.getObjectBuilder().getRelationshipMappings()) {
            if (isPartial && !fetchGroups.isAttributeFetched(holder, mapping.getAttributeName())) {
                continue;
            }
            if (mapping instanceof ForeignReferenceMapping association) {
                visitor.association(holder, association);
            } else if (mapping instanceof AggregateObjectMapping aggregate) {
                Object embeddable = mapping.getAttributeValueFromObject(holder);
                if (embeddable != null && !(embeddable instanceof Record)) {
                    ClassDescriptor embeddableDescriptor = descriptorOf(aggregate, embeddable);
                    visitor.embeddable(holder, embeddable, embeddableDescriptor, aggregate);
                    visit(embeddable, embeddableDescriptor, visitor);
                }
            }
        }
    }

    /** The value holder of an association; {@code null} if it is not lazy. */
    public static @Nullable ValueHolderInterface<?> valueHolder(Object owner, ForeignReferenceMapping mapping) {
        Object value = mapping.getAttributeValueFromObject(owner);
        return value instanceof IndirectContainer<?> container
                ? container.getValueHolder()
                : value instanceof ValueHolderInterface<?> reference ? reference : null;
    }

    /** What loads in the end, beneath value holders that wrap others. */
    public static ValueHolderInterface<?> innermost(ValueHolderInterface<?> holder) {
        ValueHolderInterface<?> inner = holder;
        while (inner instanceof WrappingValueHolder<?> wrapping && wrapping.getWrappedValueHolder() != null) {
            inner = wrapping.getWrappedValueHolder();
        }
        return inner;
    }

    /** The entity itself or the embeddable in it that has an association; {@code null} if it has not, or not fetched. */
    public static @Nullable Object ownerOf(ForeignReferenceMapping wanted, Object entity, ClassDescriptor descriptor) {
        if (!wanted.getDescriptor().isDescriptorTypeAggregate()) {
            FetchGroupManager fetchGroups = descriptor.getFetchGroupManager();
            return descriptor.getObjectBuilder().getMappingForAttributeName(wanted.getAttributeName()) == wanted
                            && (fetchGroups == null
                                    || fetchGroups.isAttributeFetched(entity, wanted.getAttributeName()))
                    ? entity
                    : null;
        }
        OwnerFinder finder = new OwnerFinder(wanted);
        visit(entity, descriptor, finder);
        return finder.owner;
    }

    /** The path from an entity to an embeddable in it; {@code null} if there is none, as to the entity itself. */
    public static @Nullable String pathTo(Object embeddable, Object entity, ClassDescriptor descriptor) {
        if (embeddable == entity) {
            return null;
        }
        for (DatabaseMapping mapping : descriptor.getObjectBuilder().getRelationshipMappings()) {
            if (mapping instanceof AggregateObjectMapping aggregate) {
                Object value = mapping.getAttributeValueFromObject(entity);
                if (value == embeddable) {
                    return mapping.getAttributeName();
                }
                String below = value == null ? null : pathTo(embeddable, value, descriptorOf(aggregate, value));
                if (below != null) {
                    return mapping.getAttributeName() + "." + below;
                }
            }
        }
        return null;
    }

    private static final class OwnerFinder implements Visitor {

        private final ForeignReferenceMapping wanted;
        private @Nullable Object owner;

        OwnerFinder(ForeignReferenceMapping wanted) {
            this.wanted = wanted;
        }

        @Override
        public void association(Object holder, ForeignReferenceMapping mapping) {
            if (mapping == wanted) {
                owner = holder;
            }
        }

        @Override
        public void embeddable(
                Object holder, Object embeddable, ClassDescriptor descriptor, AggregateObjectMapping mapping) {
            // its associations are visited too
        }
    }

    public static ClassDescriptor descriptorOf(AggregateObjectMapping mapping, Object embeddable) {
        ClassDescriptor descriptor = mapping.getReferenceDescriptor();
        return descriptor.hasInheritance() && descriptor.getJavaClass() != embeddable.getClass()
                ? descriptor.getInheritancePolicy().getDescriptor(embeddable.getClass())
                : descriptor;
    }
}
