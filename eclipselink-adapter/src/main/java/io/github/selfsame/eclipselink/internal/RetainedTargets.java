package io.github.selfsame.eclipselink.internal;

import io.github.selfsame.eclipselink.internal.access.Containers;
import io.github.selfsame.spi.Canonical;
import io.github.selfsame.spi.Partition;
import io.github.selfsame.spi.RowIdentity;
import java.util.Map;
import java.util.function.Predicate;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.mappings.CollectionMapping;
import org.eclipse.persistence.mappings.ForeignReferenceMapping;
import org.eclipse.persistence.sessions.Session;
import org.jspecify.annotations.Nullable;

/** Looks into what an association of a free instance has retained. */
final class RetainedTargets {

    private RetainedTargets() {}

    /** Whether all entities that the association has retained are those of the map. */
    static boolean areCanonical(ForeignReferenceMapping mapping, @Nullable Object value, Home home) {
        ClassDescriptor targets = mapping.getReferenceDescriptor();
        Partition partition = home.partition();
        if (value == null || targets == null || targets.isDescriptorTypeAggregate() || partition == null) {
            return true;
        }
        if (!(mapping instanceof CollectionMapping collection)) {
            return isCanonical(value, partition);
        }
        return areAll(collection, value, target -> isCanonical(target, partition));
    }

    private static boolean isCanonical(Object entity, Partition partition) {
        RowIdentity row = partition.unit().rowOf(entity);
        Canonical entry = row == null ? null : partition.get(row.rootType(), row.primaryKey());
        return entry != null && entry.instance() == entity;
    }

    /** Whether the unit of work manages all entities that the association has retained, or has taken them over now. */
    static boolean areManaged(ForeignReferenceMapping mapping, @Nullable Object value, UnitOfWorkImpl unitOfWork) {
        ClassDescriptor targets = mapping.getReferenceDescriptor();
        if (value == null || targets == null || targets.isDescriptorTypeAggregate()) {
            return true;
        }
        if (!(mapping instanceof CollectionMapping collection)) {
            return CanonicalTargets.isManaged(value, unitOfWork);
        }
        ContextIdentityMaps maps = ContextIdentityMaps.of((Session) unitOfWork);
        ContextLease lease = maps == null ? null : maps.current();
        return lease == null
                ? areElementsManaged(collection, value, unitOfWork)
                : lease.saved().together(() -> areElementsManaged(collection, value, unitOfWork), lease.partition());
    }

    private static boolean areElementsManaged(CollectionMapping collection, Object value, UnitOfWorkImpl unitOfWork) {
        return areAll(collection, value, target -> CanonicalTargets.isManaged(target, unitOfWork));
    }

    /** Whether something is true of all targets; those of a map are its values. */
    private static boolean areAll(CollectionMapping collection, Object value, Predicate<Object> condition) {
        boolean isMap = collection.getContainerPolicy().isMapPolicy();
        return Containers.areAll(collection, value, element -> {
            Object target = isMap && element instanceof Map.Entry<?, ?> entry ? entry.getValue() : element;
            return target != null && condition.test(target);
        });
    }
}
