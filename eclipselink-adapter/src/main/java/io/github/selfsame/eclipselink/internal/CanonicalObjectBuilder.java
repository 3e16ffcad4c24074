package io.github.selfsame.eclipselink.internal;

import io.github.selfsame.eclipselink.internal.Arrivals.Arrival;
import io.github.selfsame.eclipselink.internal.access.EclipseLinkInternals;
import io.github.selfsame.eclipselink.internal.access.SharedCache;
import org.eclipse.persistence.descriptors.CachePolicy;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.descriptors.FetchGroupManager;
import org.eclipse.persistence.internal.descriptors.ObjectBuilder;
import org.eclipse.persistence.internal.identitymaps.CacheKey;
import org.eclipse.persistence.internal.queries.JoinedAttributeManager;
import org.eclipse.persistence.internal.sessions.AbstractRecord;
import org.eclipse.persistence.internal.sessions.AbstractSession;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.queries.ObjectBuildingQuery;
import org.eclipse.persistence.queries.ReadAllQuery;
import org.eclipse.persistence.sessions.Session;
import org.jspecify.annotations.Nullable;

/**
 * Builds objects as EclipseLink does, but lets the scope's map see each row before, and populates the canonical instance
 * where that one has to be brought up to date, instead of a new one (rules R6 and R10).
 */
final class CanonicalObjectBuilder extends ObjectBuilder {

    private static final long serialVersionUID = 1L;

    /** The instance to populate from a row, for which EclipseLink asks without saying for whom. */
    private final transient InstanceToPopulate reserved = new InstanceToPopulate();

    /** What kinds of associations there are; {@code null} as long as nobody has asked. */
    private transient volatile @Nullable AssociationKinds associationKinds;

    CanonicalObjectBuilder(ClassDescriptor descriptor) {
        super(descriptor);
        getFieldsMap().putAll(descriptor.getObjectBuilder().getFieldsMap());
    }

    @Override
    protected Object buildObjectInUnitOfWork(
            ObjectBuildingQuery query,
            JoinedAttributeManager joinManager,
            AbstractRecord databaseRow,
            UnitOfWorkImpl unitOfWork,
            Object primaryKey,
            CacheKey preFetchedCacheKey,
            ClassDescriptor concreteDescriptor) {
        ContextIdentityMaps maps = ContextIdentityMaps.of(unitOfWork);
        if (maps == null || primaryKey == null) {
            return super.buildObjectInUnitOfWork(
                    query, joinManager, databaseRow, unitOfWork, primaryKey, preFetchedCacheKey, concreteDescriptor);
        }
        ContextLease lease = maps.leases().beginRow();
        try {
            return lease == null
                    ? super.buildObjectInUnitOfWork(
                            query,
                            joinManager,
                            databaseRow,
                            unitOfWork,
                            primaryKey,
                            preFetchedCacheKey,
                            concreteDescriptor)
                    : buildObjectInMap(
                            lease,
                            maps,
                            query,
                            joinManager,
                            databaseRow,
                            unitOfWork,
                            primaryKey,
                            preFetchedCacheKey,
                            concreteDescriptor);
        } catch (RuntimeException e) {
            maps.notBuilt(concreteDescriptor, primaryKey);
            throw e;
        } finally {
            maps.leases().endRow();
        }
    }

    private Object buildObjectInMap(
            ContextLease lease,
            ContextIdentityMaps maps,
            ObjectBuildingQuery query,
            @Nullable JoinedAttributeManager joinManager,
            AbstractRecord databaseRow,
            UnitOfWorkImpl unitOfWork,
            Object primaryKey,
            CacheKey preFetchedCacheKey,
            ClassDescriptor concreteDescriptor) {
        boolean before = maps.setStreaming(isStream(query));
        try {
            boolean refreshes = query.shouldRefreshIdentityMapResult();
            boolean isFree = lease.rowRead(
                    concreteDescriptor, primaryKey, databaseRow, refreshes || query.shouldRetrieveBypassCache());
            if (refreshes && isFree) {
                lease.refreshRowRead();
            } else if (!refreshes) {
                boolean brings = FetchedAssociations.mayBeBroughtBy(query, joinManager, concreteDescriptor);
                boolean fills = isFree
                        && isCached(query, unitOfWork, concreteDescriptor)
                        && ((joinManager != null && joinManager.hasJoinedAttributeExpressions())
                                || !maps.isInSharedCache(concreteDescriptor, primaryKey));
                boolean canAdopt = (brings || fills) && isFree && lease.canAdoptRowRead(concreteDescriptor);
                if (fills && canAdopt) {
                    // first: what is built of the row besides may refer to the entity there, too
                    fillSharedCache(query, joinManager, databaseRow, unitOfWork, primaryKey, concreteDescriptor);
                }
                if (brings) {
                    new FetchedAssociations(query, joinManager, databaseRow, unitOfWork, concreteDescriptor)
                            .adopt(maps, lease.nestedQueries(), primaryKey, canAdopt ? lease.rowReadInstance() : null);
                } else if (isFree && query.isReadAllQuery()) {
                    Object adopted = maps.adopted(concreteDescriptor, primaryKey);
                    if (adopted != null && isAllThatIsAskedFor(adopted, query, concreteDescriptor)) {
                        return adopted;
                    }
                }
            }
            return super.buildObjectInUnitOfWork(
                    query, joinManager, databaseRow, unitOfWork, primaryKey, preFetchedCacheKey, concreteDescriptor);
        } finally {
            maps.setStreaming(before);
        }
    }

    @Override
    public void populateAttributesForClone(
            Object original,
            @Nullable CacheKey cacheKey,
            Object clone,
            @Nullable Integer refreshCascade,
            AbstractSession cloningSession) {
        ContextIdentityMaps maps =
                descriptor.isDescriptorTypeAggregate() ? null : ContextIdentityMaps.of(cloningSession);
        Arrival before = maps == null ? null : maps.arrive(clone, descriptor);
        try {
            super.populateAttributesForClone(original, cacheKey, clone, refreshCascade, cloningSession);
        } catch (RuntimeException e) {
            if (maps != null) {
                maps.notBuilt(descriptor, extractPrimaryKeyFromObject(original, cloningSession, true));
            }
            throw e;
        } finally {
            if (maps != null) {
                maps.arrived(before);
            }
        }
    }

    @Override
    public void buildAttributesIntoWorkingCopyClone(
            Object clone,
            CacheKey sharedCacheKey,
            ObjectBuildingQuery query,
            JoinedAttributeManager joinManager,
            AbstractRecord databaseRow,
            UnitOfWorkImpl unitOfWork,
            boolean forRefresh) {
        ContextIdentityMaps maps =
                descriptor.isDescriptorTypeAggregate() ? null : ContextIdentityMaps.of((Session) unitOfWork);
        Arrival before = maps == null ? null : maps.arrive(clone, descriptor);
        if (maps != null && maps.isInMap() && !forRefresh && query.shouldRefreshIdentityMapResult()) {
            UnloadedAssociations.forgetAll(clone, descriptor);
        }
        try {
            super.buildAttributesIntoWorkingCopyClone(
                    clone, sharedCacheKey, query, joinManager, databaseRow, unitOfWork, forRefresh);
        } finally {
            if (maps != null) {
                maps.arrived(before);
            }
        }
    }

    /** What kinds of associations such entities have. */
    static AssociationKinds associationKinds(ClassDescriptor descriptor) {
        if (!(descriptor.getObjectBuilder() instanceof CanonicalObjectBuilder canonical)) {
            return AssociationKinds.ANY;
        }
        AssociationKinds known = canonical.associationKinds;
        if (known == null) {
            known = AssociationKinds.of(canonical.getRelationshipMappings());
            canonical.associationKinds = known;
        }
        return known;
    }

    /** Whether EclipseLink, which has nothing to do with the row but to look for the instance, would give it as it is. */
    private static boolean isAllThatIsAskedFor(
            Object managed, ObjectBuildingQuery query, ClassDescriptor concreteDescriptor) {
        CachePolicy caching = concreteDescriptor.getCachePolicy();
        FetchGroupManager fetchGroups = concreteDescriptor.getFetchGroupManager();
        return caching.shouldIsolateObjectsInUnitOfWork()
                && !caching.shouldUseSessionCacheInUnitOfWorkEarlyTransaction()
                && !query.isLockQuery()
                && (fetchGroups == null || !fetchGroups.isPartialObject(managed));
    }

    private static boolean isStream(ObjectBuildingQuery query) {
        return query instanceof ReadAllQuery all && all.getContainerPolicy().isCursorPolicy();
    }

    /** Whether a row that the query reads goes into the shared cache, too. */
    private static boolean isCached(
            ObjectBuildingQuery query, UnitOfWorkImpl unitOfWork, ClassDescriptor concreteDescriptor) {
        return concreteDescriptor.getCachePolicy().isSharedIsolation()
                && !query.shouldStoreBypassCache()
                && SharedCache.isFilledBy(unitOfWork);
    }

    /** Lets the shared cache have a row, and what a query has joined to it, as it does where an instance is built. */
    private void fillSharedCache(
            ObjectBuildingQuery query,
            @Nullable JoinedAttributeManager joins,
            AbstractRecord row,
            UnitOfWorkImpl unitOfWork,
            Object primaryKey,
            ClassDescriptor concreteDescriptor) {
        AbstractSession cache = unitOfWork.getParentIdentityMapSession(query);
        query.setSession(cache);
        try {
            buildObject(true, query, row, cache, primaryKey, null, concreteDescriptor, joins);
        } finally {
            query.setSession(unitOfWork);
        }
    }

    /** What a new clone would have from being a copy; the other attributes are cloned one by one afterwards. */
    private void copyPlainAttributes(Object original, Object instance) {
        FetchGroupManager fetchGroups = descriptor.getFetchGroupManager();
        Object blank = null;
        for (DatabaseMapping mapping : EclipseLinkInternals.mappings(descriptor)) {
            if (mapping.isWriteOnly()) {
                continue;
            }
            if (fetchGroups != null && !fetchGroups.isAttributeFetched(original, mapping.getAttributeName())) {
                // what the instance has of this is out of date; it is loaded when it is touched (rule R12)
                blank = blank == null ? super.buildNewInstance() : blank;
                mapping.setAttributeValueInObject(instance, mapping.getAttributeValueFromObject(blank));
            } else if (!mapping.isCloningRequired()) {
                mapping.setAttributeValueInObject(instance, mapping.getAttributeValueFromObject(original));
            }
        }
    }

    @Override
    protected Object buildWorkingCopyCloneFromRow(
            ObjectBuildingQuery query,
            JoinedAttributeManager joinManager,
            AbstractRecord databaseRow,
            UnitOfWorkImpl unitOfWork,
            Object primaryKey,
            CacheKey preFetchedCacheKey) {
        ContextIdentityMaps maps = ContextIdentityMaps.of(unitOfWork);
        Object instance = maps == null ? null : maps.reserveAndTake(descriptor, primaryKey);
        if (instance == null) {
            return super.buildWorkingCopyCloneFromRow(
                    query, joinManager, databaseRow, unitOfWork, primaryKey, preFetchedCacheKey);
        }
        return reserved.during(
                instance,
                () -> super.buildWorkingCopyCloneFromRow(
                        query, joinManager, databaseRow, unitOfWork, primaryKey, preFetchedCacheKey));
    }

    @Override
    public Object buildNewInstance() {
        Object instance = reserved.take();
        return instance == null ? super.buildNewInstance() : instance;
    }

    @Override
    public Object instantiateWorkingCopyClone(Object original, AbstractSession session) {
        ContextIdentityMaps maps = descriptor.isDescriptorTypeAggregate() ? null : ContextIdentityMaps.of(session);
        if (maps != null) {
            Object key = extractPrimaryKeyFromObject(original, session, true);
            Object instance = reserved.take();
            if (instance == null && key != null) {
                instance = maps.takeReserved(original, descriptor, key);
            }
            if (instance != null) {
                copyPlainAttributes(original, instance);
                return instance;
            }
        }
        return super.instantiateWorkingCopyClone(original, session);
    }
}
