package io.github.selfsame.eclipselink.internal;

import io.github.selfsame.eclipselink.internal.access.Associations;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.mappings.AggregateObjectMapping;
import org.eclipse.persistence.mappings.ForeignReferenceMapping;

/**
 * Makes associations of an instance ones of which nothing is known. A query that refreshes what it reads loads at once what an instance
 * has loaded – and takes the collections that a new one was created with for loaded, too.
 */
final class UnloadedAssociations implements Associations.Visitor {

    private final Object entity;

    private UnloadedAssociations(Object entity) {
        this.entity = entity;
    }

    /** Makes all lazy associations of an instance, which a row is about to populate, ones to load when they are touched. */
    static void forgetAll(Object entity, ClassDescriptor descriptor) {
        Associations.visit(entity, descriptor, new UnloadedAssociations(entity));
    }

    /** What to put into an attribute whose association is not loaded. */
    static Object attribute(CanonicalValueHolder unread) {
        return unread.association().getIndirectionPolicy().buildIndirectObject(unread);
    }

    @Override
    public void association(Object holder, ForeignReferenceMapping mapping) {
        if (mapping.usesIndirection()) {
            mapping.setAttributeValueInObject(holder, attribute(new CanonicalValueHolder(entity, holder, mapping)));
        }
    }

    @Override
    public void embeddable(
            Object holder, Object embeddable, ClassDescriptor descriptor, AggregateObjectMapping mapping) {
        // its associations come next
    }
}
