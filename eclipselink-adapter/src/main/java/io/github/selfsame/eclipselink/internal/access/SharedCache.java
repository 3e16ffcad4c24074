package io.github.selfsame.eclipselink.internal.access;

import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.queries.ReadObjectQuery;
import org.jspecify.annotations.Nullable;

/** EclipseLink's own cache, as a unit of work sees it. */
public final class SharedCache {

    private SharedCache() {}

    /** Whether what a unit of work reads goes into it: not while it writes, nor once its transaction may have written. */
    public static boolean isFilledBy(UnitOfWorkImpl unitOfWork) {
        return !unitOfWork.wasTransactionBegunPrematurely()
                && !(unitOfWork.hasCommitManager()
                        && unitOfWork.getCommitManager().isActive());
    }

    /**
     * Whether a unit of work takes what it has of a type, instead of the database: also once the transaction may have written, unless it
     * has written to that type.
     */
    public static boolean isReadBy(UnitOfWorkImpl unitOfWork, ClassDescriptor descriptor) {
        return isFilledBy(unitOfWork) || (!unitOfWork.shouldReadFromDB() && isFoundBy(unitOfWork, descriptor));
    }

    /** Whether a unit of work that looks for a key goes on to take what it has of a type, statements in bulk notwithstanding. */
    public static boolean isFoundBy(UnitOfWorkImpl unitOfWork, ClassDescriptor descriptor) {
        if (isFilledBy(unitOfWork)) {
            return true;
        }
        ReadObjectQuery query = new ReadObjectQuery(descriptor.getJavaClass());
        query.setDescriptor(descriptor);
        return !descriptor.getCachePolicy().shouldIsolateObjectsInUnitOfWorkEarlyTransaction()
                && !unitOfWork.shouldForceReadFromDB(query, null);
    }

    /** What it has for a key; {@code null} if it has nothing. */
    public static @Nullable Object find(Object primaryKey, ClassDescriptor descriptor, UnitOfWorkImpl unitOfWork) {
        return unitOfWork
                .getParentIdentityMapSession(descriptor, false, true)
                .getIdentityMapAccessorInstance()
                .getFromIdentityMap(primaryKey, descriptor.getJavaClass(), descriptor);
    }
}
