package io.github.selfsame.eclipselink.internal.access;

import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.mappings.AggregateObjectMapping;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.mappings.ForeignReferenceMapping;
import org.jspecify.annotations.Nullable;

/** The copies that a unit of work compares with to find changes of instances that are not woven. */
public final class Backups {

    private Backups() {}

    /**
     * Lets the unit of work know an instance that it will not look for changes in.
     *
     * @param entity the instance
     * @param unitOfWork the unit of work
     */
    @SuppressWarnings("unchecked")
    public static void none(Object entity, UnitOfWorkImpl unitOfWork) {
        unitOfWork.getCloneMapping().put(entity, entity);
    }

    /** Tells the backup of an entity that an association has been loaded, which is no change. */
    public static void update(
            Object entity, Object holder, ForeignReferenceMapping mapping, UnitOfWorkImpl unitOfWork) {
        Object backup = unitOfWork.getCloneMapping().get(entity);
        if (backup != null && backup != entity) {
            Object backupHolder = holder == entity
                    ? backup
                    : counterpart(entity, backup, unitOfWork.getDescriptor(entity.getClass()), holder);
            if (backupHolder != null) {
                mapping.buildBackupClone(holder, backupHolder, unitOfWork);
            }
        }
    }

    private static @Nullable Object counterpart(
            Object within, Object backup, ClassDescriptor descriptor, Object wanted) {
        for (DatabaseMapping mapping : descriptor.getObjectBuilder().getRelationshipMappings()) {
            if (mapping instanceof AggregateObjectMapping aggregate) {
                Object value = mapping.getAttributeValueFromObject(within);
                Object copy = mapping.getAttributeValueFromObject(backup);
                if (value != null && copy != null) {
                    Object found = value == wanted
                            ? copy
                            : counterpart(value, copy, Associations.descriptorOf(aggregate, value), wanted);
                    if (found != null) {
                        return found;
                    }
                }
            }
        }
        return null;
    }
}
