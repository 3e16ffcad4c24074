package io.github.selfsame.eclipselink.internal.prefetch;

import io.github.selfsame.eclipselink.internal.LoadedAssociation;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.indirection.IndirectContainer;
import org.eclipse.persistence.indirection.ValueHolderInterface;
import org.eclipse.persistence.internal.indirection.DatabaseValueHolder;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.mappings.AggregateObjectMapping;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.mappings.ForeignReferenceMapping;
import org.jspecify.annotations.Nullable;

/** The value holders of associations. */
final class Holders {

    private Holders() {}

    /** The value holder of an association, if it is not loaded yet. */
    static @Nullable DatabaseValueHolder<?> unloaded(Owner owner, ForeignReferenceMapping mapping) {
        Object value = mapping.getAttributeValueFromObject(owner.holder());
        ValueHolderInterface<?> holder = value instanceof IndirectContainer<?> container
                ? container.getValueHolder()
                : value instanceof ValueHolderInterface<?> reference ? reference : null;
        return holder instanceof DatabaseValueHolder<?> database && !database.isInstantiated() ? database : null;
    }

    /** Loads an association, through its value holder. */
    static void trigger(Owner owner, ForeignReferenceMapping mapping, UnitOfWorkImpl unitOfWork) {
        LoadedAssociation.trigger(owner.holder(), mapping, unitOfWork);
    }

    /** The descriptor of what has the attribute; that of an embeddable is particular to the entity it is in. */
    static @Nullable ClassDescriptor descriptorOf(Owner owner, UnitOfWorkImpl unitOfWork) {
        ClassDescriptor entity = unitOfWork.getDescriptor(owner.entity().getClass());
        return owner.holder() == owner.entity() ? entity : embeddable(owner.entity(), entity, owner.holder());
    }

    private static @Nullable ClassDescriptor embeddable(Object within, ClassDescriptor descriptor, Object wanted) {
        for (DatabaseMapping mapping : descriptor.getObjectBuilder().getRelationshipMappings()) {
            if (mapping instanceof AggregateObjectMapping aggregate) {
                Object value = mapping.getAttributeValueFromObject(within);
                if (value != null) {
                    ClassDescriptor found = value == wanted
                            ? aggregate.getReferenceDescriptor()
                            : embeddable(value, aggregate.getReferenceDescriptor(), wanted);
                    if (found != null) {
                        return found;
                    }
                }
            }
        }
        return null;
    }
}
