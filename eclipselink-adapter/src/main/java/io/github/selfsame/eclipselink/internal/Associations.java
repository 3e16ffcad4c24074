package io.github.selfsame.eclipselink.internal;

import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.descriptors.FetchGroupManager;
import org.eclipse.persistence.mappings.AggregateObjectMapping;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.mappings.ForeignReferenceMapping;

/** Goes through the associations of an instance, those in its embeddables included. Loads nothing. */
final class Associations {

    /** What to do with them. */
    interface Visitor {

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

    static void visit(Object holder, ClassDescriptor descriptor, Visitor visitor) {
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

    static ClassDescriptor descriptorOf(AggregateObjectMapping mapping, Object embeddable) {
        ClassDescriptor descriptor = mapping.getReferenceDescriptor();
        return descriptor.hasInheritance() && descriptor.getJavaClass() != embeddable.getClass()
                ? descriptor.getInheritancePolicy().getDescriptor(embeddable.getClass())
                : descriptor;
    }
}
