package io.github.selfsame.eclipselink.internal;

import io.github.selfsame.eclipselink.internal.access.Associations;
import io.github.selfsame.spi.Canonical;
import io.github.selfsame.spi.Partition;
import io.github.selfsame.spi.PersistenceUnit;
import io.github.selfsame.spi.RowIdentity;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.indirection.IndirectContainer;
import org.eclipse.persistence.indirection.ValueHolderInterface;
import org.eclipse.persistence.internal.indirection.DatabaseValueHolder;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.mappings.AggregateObjectMapping;
import org.eclipse.persistence.mappings.ForeignReferenceMapping;
import org.jspecify.annotations.Nullable;

/** Tells which unit of work manages an entity. */
public final class ManagingContexts {

    private ManagingContexts() {}

    /** Whether the unit was made by this adapter. */
    public static boolean isOurs(PersistenceUnit unit) {
        return unit instanceof EclipseLinkUnit;
    }

    /**
     * The descriptor of an entity.
     *
     * @throws IllegalArgumentException if the object is no entity of the partition's unit
     */
    public static ClassDescriptor descriptorOf(Object entity, Partition partition) {
        ClassDescriptor descriptor = ((EclipseLinkUnit) partition.unit()).descriptorOf(entity.getClass());
        if (descriptor == null) {
            throw new IllegalArgumentException(entity.getClass().getName());
        }
        return descriptor;
    }

    /** The unit of work that manages the entity, as a canonical instance or as a private copy; {@code null} if none does. */
    public static @Nullable UnitOfWorkImpl of(Object entity, ClassDescriptor descriptor, Partition partition) {
        Canonical entry = entryOf(entity, partition);
        if (entry != null) {
            return entry.lease() != null && entry.lease().context() instanceof UnitOfWorkImpl context ? context : null;
        }
        ContextFinder finder = new ContextFinder();
        Associations.visit(entity, descriptor, finder);
        UnitOfWorkImpl context = finder.context;
        return context != null && isManaging(context, entity) ? context : ofNew(entity, partition);
    }

    /** What is new and not flushed yet, or has nothing left to load, is known to its unit of work only. */
    private static @Nullable UnitOfWorkImpl ofNew(Object entity, Partition partition) {
        for (UnitOfWorkImpl context :
                ((EclipseLinkUnit) partition.unit()).contexts().all()) {
            if (isManaging(context, entity)) {
                return context;
            }
        }
        return null;
    }

    private static boolean isManaging(UnitOfWorkImpl context, Object entity) {
        return context.isActive() && context.getCloneMapping().containsKey(entity);
    }

    /** Whether the entity is canonical and no unit of work manages it. */
    public static boolean isFree(Object entity, Partition partition) {
        Canonical entry = entryOf(entity, partition);
        return entry != null && entry.lease() == null && !entry.isDivergent();
    }

    private static @Nullable Canonical entryOf(Object entity, Partition partition) {
        RowIdentity row = partition.unit().rowOf(entity);
        Canonical entry = row == null ? null : partition.get(row.rootType(), row.primaryKey());
        return entry != null && entry.instance() == entity ? entry : null;
    }

    /** A private copy is not in the map, but its value holders know who made it. */
    private static final class ContextFinder implements Associations.Visitor {

        private @Nullable UnitOfWorkImpl context;

        @Override
        public void association(Object holder, ForeignReferenceMapping mapping) {
            Object value = mapping.usesIndirection() ? mapping.getAttributeValueFromObject(holder) : null;
            ValueHolderInterface<?> found = value instanceof IndirectContainer<?> container
                    ? container.getValueHolder()
                    : value instanceof ValueHolderInterface<?> reference ? reference : null;
            if (found instanceof DatabaseValueHolder<?> database
                    && database.getSession() instanceof UnitOfWorkImpl unitOfWork) {
                context = unitOfWork;
            }
        }

        @Override
        public void embeddable(
                Object holder, Object embeddable, ClassDescriptor descriptor, AggregateObjectMapping mapping) {
            // its associations are visited too
        }
    }
}
