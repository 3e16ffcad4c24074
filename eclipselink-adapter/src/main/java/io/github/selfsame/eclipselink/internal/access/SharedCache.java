package io.github.selfsame.eclipselink.internal.access;

import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.jspecify.annotations.Nullable;

/** EclipseLink's own cache, as a unit of work sees it. */
public final class SharedCache {

    private SharedCache() {}

    /** Whether a unit of work reads through it: not while it writes, nor once its transaction may have written. */
    public static boolean isUsedBy(UnitOfWorkImpl unitOfWork) {
        return !unitOfWork.wasTransactionBegunPrematurely()
                && !(unitOfWork.hasCommitManager()
                        && unitOfWork.getCommitManager().isActive());
    }

    /** What it has for a key; {@code null} if it has nothing. */
    public static @Nullable Object find(Object primaryKey, ClassDescriptor descriptor, UnitOfWorkImpl unitOfWork) {
        return unitOfWork
                .getParentIdentityMapSession(descriptor, false, true)
                .getIdentityMapAccessorInstance()
                .getFromIdentityMap(primaryKey, descriptor.getJavaClass(), descriptor);
    }
}
