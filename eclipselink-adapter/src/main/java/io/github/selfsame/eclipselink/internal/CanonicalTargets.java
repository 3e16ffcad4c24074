package io.github.selfsame.eclipselink.internal;

import io.github.selfsame.eclipselink.internal.access.InternalQuery;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.internal.identitymaps.CacheKey;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.queries.ReadObjectQuery;
import org.jspecify.annotations.Nullable;

/** The other ends of associations that a free instance has loaded. */
final class CanonicalTargets {

    private CanonicalTargets() {}

    /**
     * Whether the unit of work manages this very object, or has just taken it over from the scope's map. What is neither,
     * such as an instance that was rolled back or that another context manages, must be read again.
     */
    static boolean isManaged(Object target, UnitOfWorkImpl unitOfWork) {
        return unitOfWork.getCloneMapping().containsKey(target) || registered(target, unitOfWork) == target;
    }

    /** The unit of work's instance for the row of an entity, read if necessary; {@code null} if the row has gone. */
    static @Nullable Object managed(Object target, UnitOfWorkImpl unitOfWork) {
        ClassDescriptor descriptor = unitOfWork.getDescriptor(target.getClass());
        if (descriptor == null || unitOfWork.isClassReadOnly(target.getClass(), descriptor)) {
            return target;
        }
        if (unitOfWork.getCloneMapping().containsKey(target)) {
            return target;
        }
        Object registered = registered(target, unitOfWork);
        if (registered != null) {
            return registered;
        }
        ReadObjectQuery query = new ReadObjectQuery(descriptor.getJavaClass());
        query.setSelectionId(keyOf(target, descriptor, unitOfWork));
        InternalQuery.mark(query);
        return unitOfWork.executeQuery(query);
    }

    /** What the unit of work has for the row of an entity, or can take over without a statement; {@code null} if nothing. */
    static @Nullable Object registered(Object target, UnitOfWorkImpl unitOfWork) {
        ClassDescriptor descriptor = unitOfWork.getDescriptor(target.getClass());
        if (descriptor == null) {
            return null;
        }
        if (unitOfWork.isClassReadOnly(target.getClass(), descriptor)) {
            return target;
        }
        CacheKey key = unitOfWork
                .getIdentityMapAccessorInstance()
                .getIdentityMapManager()
                .getCacheKeyForObject(keyOf(target, descriptor, unitOfWork), target.getClass(), descriptor, false);
        return key == null ? null : key.getObject();
    }

    private static @Nullable Object keyOf(Object target, ClassDescriptor descriptor, UnitOfWorkImpl unitOfWork) {
        return descriptor.getObjectBuilder().extractPrimaryKeyFromObject(target, unitOfWork, true);
    }
}
