package io.github.selfsame.eclipselink.internal.prefetch;

import java.util.HashMap;
import java.util.Map;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.internal.indirection.DatabaseValueHolder;
import org.eclipse.persistence.internal.indirection.QueryBasedValueHolder;
import org.eclipse.persistence.internal.indirection.WrappingValueHolder;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.mappings.OneToOneMapping;
import org.eclipse.persistence.queries.ReadObjectQuery;
import org.jspecify.annotations.Nullable;

/**
 * Finds what references refer to among what the unit of work manages, where EclipseLink would do nothing else: it runs a query for
 * each of them to come to that.
 */
final class ManagedTargets {

    private final UnitOfWorkImpl unitOfWork;
    private final OneToOneMapping mapping;
    private final ClassDescriptor type;
    private final Map<Object, @Nullable Object> known = new HashMap<>();

    ManagedTargets(OneToOneMapping mapping, UnitOfWorkImpl unitOfWork) {
        this.unitOfWork = unitOfWork;
        this.mapping = mapping;
        this.type = mapping.getReferenceDescriptor();
    }

    /**
     * The target of a reference.
     *
     * @param holder the reference, which is not loaded
     * @param key the key of the target
     * @return the target; {@code null} if EclipseLink has to look itself
     */
    @Nullable Object get(DatabaseValueHolder<?> holder, Object key) {
        if (!isLookedUpByKey(holder)) {
            return null;
        }
        Object target = known.get(key);
        if (target == null) {
            target = find(key);
            known.put(key, target);
        }
        return target;
    }

    /** Whether the reference's own query would begin with a look into the unit of work, and take what is there as it is. */
    boolean isLookedUpByKey(DatabaseValueHolder<?> holder) {
        return holder instanceof WrappingValueHolder<?> wrapping
                && wrapping.getWrappedValueHolder() instanceof QueryBasedValueHolder<?> source
                && source.getClass() == QueryBasedValueHolder.class
                && !source.isInstantiated()
                && source.getRefreshCascadePolicy() == null
                && source.getSession() == unitOfWork
                && !mapping.hasCustomSelectionQuery()
                && source.getQuery() instanceof ReadObjectQuery query
                && query.shouldCheckCache()
                && query.shouldMaintainCache()
                && !query.shouldRefreshIdentityMapResult()
                && !query.shouldRetrieveBypassCache()
                && !(query.shouldCheckDescriptorForCacheUsage() && type.shouldDisableCacheHits())
                && !query.isLockQuery(unitOfWork);
    }

    private @Nullable Object find(Object key) {
        if (type.isDescriptorForInterface() || type.getObjectBuilder().hasWrapperPolicy()) {
            return null;
        }
        Object target = unitOfWork
                .getIdentityMapAccessorInstance()
                .getIdentityMapManager()
                .getFromIdentityMap(key, type.getJavaClass(), type);
        return type.getJavaClass().isInstance(target)
                        && unitOfWork.getCloneMapping().containsKey(target)
                        && !unitOfWork.isObjectDeleted(target)
                ? target
                : null;
    }
}
