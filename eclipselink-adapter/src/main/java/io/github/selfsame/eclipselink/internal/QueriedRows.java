package io.github.selfsame.eclipselink.internal;

import io.github.selfsame.eclipselink.internal.access.SharedCache;
import org.eclipse.persistence.descriptors.CachePolicy;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.descriptors.FetchGroupManager;
import org.eclipse.persistence.internal.queries.JoinedAttributeManager;
import org.eclipse.persistence.internal.sessions.AbstractRecord;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.queries.ObjectBuildingQuery;
import org.eclipse.persistence.queries.ReadAllQuery;
import org.jspecify.annotations.Nullable;

/** Lets the map see rows that queries bring, before EclipseLink builds anything of them. */
final class QueriedRows {

    private final CanonicalObjectBuilder builder;

    QueriedRows(CanonicalObjectBuilder builder) {
        this.builder = builder;
    }

    /** Whether the rows of a query are read when somebody asks for them. */
    static boolean areStreamed(ObjectBuildingQuery query) {
        return query instanceof ReadAllQuery all && all.getContainerPolicy().isCursorPolicy();
    }

    /**
     * A query has brought a row: the shared cache gets what it would get if an instance was built, and the canonical instance gets what the
     * query has fetched along.
     *
     * @param maps those of the persistence context
     * @param lease its lease on the map
     * @param joins what the query has joined
     * @return the instance that the query gives, if there is nothing left to do; {@code null} if EclipseLink has to look itself
     */
    @Nullable Object meet(
            ContextIdentityMaps maps,
            ContextLease lease,
            ObjectBuildingQuery query,
            @Nullable JoinedAttributeManager joins,
            AbstractRecord row,
            UnitOfWorkImpl unitOfWork,
            Object primaryKey,
            ClassDescriptor descriptor) {
        boolean refreshes = query.shouldRefreshIdentityMapResult();
        boolean isFree = lease.rowRead(descriptor, primaryKey, row, refreshes || query.shouldRetrieveBypassCache());
        if (refreshes) {
            if (isFree) {
                lease.refreshRowRead();
            }
            return null;
        }
        boolean brings = FetchedAssociations.mayBeBroughtBy(query, joins, descriptor);
        boolean fills = isFree
                && isCached(query, unitOfWork, descriptor)
                && ((joins != null && joins.hasJoinedAttributeExpressions())
                        || !isWholeInSharedCache(unitOfWork, descriptor, primaryKey));
        Object free = (brings || fills) && isFree ? lease.adoptableRowRead(descriptor) : null;
        if (fills && free != null) {
            // first: what is built of the row besides may refer to the entity there, too
            builder.fillSharedCache(query, joins, row, unitOfWork, primaryKey, descriptor);
        }
        if (brings) {
            new FetchedAssociations(query, joins, row, unitOfWork, descriptor)
                    .adopt(maps, lease.nestedQueries(), primaryKey, free);
            return null;
        }
        Object adopted = isFree && query.isReadAllQuery() ? maps.reads().adopted(descriptor, primaryKey) : null;
        return adopted != null && isAllThatIsAskedFor(adopted, query, descriptor) ? adopted : null;
    }

    /** Whether a row that the query reads goes into the shared cache, too. */
    private static boolean isCached(ObjectBuildingQuery query, UnitOfWorkImpl unitOfWork, ClassDescriptor descriptor) {
        return descriptor.getCachePolicy().isSharedIsolation()
                && !query.shouldStoreBypassCache()
                && SharedCache.isFilledBy(unitOfWork);
    }

    /** Whether EclipseLink has all of the row in its own cache, and no instance that was loaded in part (rule R12). */
    private static boolean isWholeInSharedCache(
            UnitOfWorkImpl unitOfWork, ClassDescriptor descriptor, Object primaryKey) {
        Object original = SharedCache.find(primaryKey, descriptor, unitOfWork);
        FetchGroupManager fetchGroups = descriptor.getFetchGroupManager();
        return original != null && (fetchGroups == null || !fetchGroups.isPartialObject(original));
    }

    /** Whether EclipseLink, which has nothing to do with the row but to look for the instance, would give it as it is. */
    private static boolean isAllThatIsAskedFor(Object managed, ObjectBuildingQuery query, ClassDescriptor descriptor) {
        CachePolicy caching = descriptor.getCachePolicy();
        FetchGroupManager fetchGroups = descriptor.getFetchGroupManager();
        return caching.shouldIsolateObjectsInUnitOfWork()
                && !caching.shouldUseSessionCacheInUnitOfWorkEarlyTransaction()
                && !query.isLockQuery()
                && (fetchGroups == null || !fetchGroups.isPartialObject(managed));
    }
}
