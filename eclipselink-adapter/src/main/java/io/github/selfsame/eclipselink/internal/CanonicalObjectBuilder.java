package io.github.selfsame.eclipselink.internal;

import io.github.selfsame.eclipselink.internal.Arrivals.Arrival;
import io.github.selfsame.eclipselink.internal.access.EclipseLinkInternals;
import java.util.concurrent.atomic.AtomicInteger;
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
import org.eclipse.persistence.mappings.ForeignReferenceMapping;
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

    /** The instance that this thread is about to populate from a row; EclipseLink asks for it without saying for whom. */
    @SuppressWarnings("ThreadLocalUsage") // a builder lives as long as its persistence unit, and no longer
    private final transient ThreadLocal<Object> reserved = new ThreadLocal<>();

    /** How many threads have reserved something: nearly always none. */
    private final transient AtomicInteger reservations = new AtomicInteger();

    /** Whether all associations are in value holders; {@code null} as long as nobody has asked. */
    private transient volatile @Nullable Boolean hasOnlyLazyAssociations;

    /** Whether an association is read along with the entity by default; {@code null} as long as nobody has asked. */
    private transient volatile @Nullable Boolean hasBatchedAssociations;

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
        boolean isFree = maps.rowRead(concreteDescriptor, primaryKey, databaseRow, query.shouldRetrieveBypassCache());
        boolean before = maps.setStreaming(isStream(query));
        try {
            if (!query.shouldRefreshIdentityMapResult()) {
                if (FetchedAssociations.isBroughtBy(query, joinManager, concreteDescriptor)) {
                    adopt(maps, query, joinManager, databaseRow, unitOfWork, primaryKey, concreteDescriptor, isFree);
                } else if (isFree && query.isReadAllQuery()) {
                    Object adopted = maps.adopted(concreteDescriptor, primaryKey);
                    if (adopted != null && isAllThatIsAskedFor(adopted, query, concreteDescriptor)) {
                        return adopted;
                    }
                }
            }
            return super.buildObjectInUnitOfWork(
                    query, joinManager, databaseRow, unitOfWork, primaryKey, preFetchedCacheKey, concreteDescriptor);
        } catch (RuntimeException e) {
            maps.notBuilt(concreteDescriptor, primaryKey);
            throw e;
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
        try {
            super.buildAttributesIntoWorkingCopyClone(
                    clone, sharedCacheKey, query, joinManager, databaseRow, unitOfWork, forRefresh);
        } finally {
            if (maps != null) {
                maps.arrived(before);
            }
        }
    }

    /** Whether queries for such entities bring along some association by the entity's own mapping. */
    static boolean hasBatchedAssociations(ClassDescriptor descriptor) {
        if (!(descriptor.getObjectBuilder() instanceof CanonicalObjectBuilder canonical)) {
            return true;
        }
        Boolean known = canonical.hasBatchedAssociations;
        if (known == null) {
            known = canonical.getRelationshipMappings().stream()
                    .anyMatch(mapping -> !(mapping instanceof ForeignReferenceMapping association)
                            || association.shouldUseBatchReading());
            canonical.hasBatchedAssociations = known;
        }
        return known;
    }

    /** Whether all associations of such entities are in value holders, and they have no embeddables: nothing else needs to be told. */
    static boolean hasOnlyLazyAssociations(ObjectBuilder builder) {
        if (!(builder instanceof CanonicalObjectBuilder canonical)) {
            return false;
        }
        Boolean known = canonical.hasOnlyLazyAssociations;
        if (known == null) {
            known = canonical.getRelationshipMappings().stream()
                    .allMatch(mapping -> mapping instanceof ForeignReferenceMapping association
                            && (association.getIndirectionPolicy() instanceof LazyReferencePolicy
                                    || association.getIndirectionPolicy() instanceof LazyCollectionPolicy));
            canonical.hasOnlyLazyAssociations = known;
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

    private void adopt(
            ContextIdentityMaps maps,
            ObjectBuildingQuery query,
            @Nullable JoinedAttributeManager joins,
            AbstractRecord row,
            UnitOfWorkImpl unitOfWork,
            Object primaryKey,
            ClassDescriptor concreteDescriptor,
            boolean isFree) {
        // what is brought for an instance can be given to one only that is taken over
        boolean takesOver =
                maps.leases().leavesFree() && FetchedAssociations.areBroughtFor(concreteDescriptor, query, joins);
        if (takesOver) {
            maps.leases().leaveFree(false);
        }
        try {
            adoptWithFetched(maps, query, joins, row, unitOfWork, primaryKey, concreteDescriptor, isFree);
        } finally {
            if (takesOver) {
                maps.leases().leaveFree(true);
            }
        }
    }

    private void adoptWithFetched(
            ContextIdentityMaps maps,
            ObjectBuildingQuery query,
            @Nullable JoinedAttributeManager joins,
            AbstractRecord row,
            UnitOfWorkImpl unitOfWork,
            Object primaryKey,
            ClassDescriptor concreteDescriptor,
            boolean isFree) {
        if (isFree && maps.canAdoptRowRead(concreteDescriptor)) {
            // an eager reference must find its target when the instance is adopted; where the instance takes what is in
            // the
            // row, it has to come first: its targets may refer to it
            maps.nestedQueries()
                    .building(
                            joins,
                            () -> FetchedAssociations.buildEager(concreteDescriptor, row, query, joins, unitOfWork));
        }
        // it may have been adopted before, as the target of another row
        Object adopted = maps.adopted(concreteDescriptor, primaryKey);
        if (adopted == null) {
            return;
        }
        maps.nestedQueries()
                .building(
                        joins,
                        () -> FetchedAssociations.offer(adopted, concreteDescriptor, row, query, joins, unitOfWork));
        if (isFree && joins != null && joins.hasJoinedAttributeExpressions()) {
            fillSharedCache(query, joins, row, unitOfWork, primaryKey, concreteDescriptor);
        }
    }

    /** Lets the shared cache have what a query has joined, as it does where an instance is built. */
    private void fillSharedCache(
            ObjectBuildingQuery query,
            JoinedAttributeManager joins,
            AbstractRecord row,
            UnitOfWorkImpl unitOfWork,
            Object primaryKey,
            ClassDescriptor concreteDescriptor) {
        if (concreteDescriptor.getCachePolicy().isSharedIsolation()
                && !query.shouldStoreBypassCache()
                && !unitOfWork.wasTransactionBegunPrematurely()
                && !(unitOfWork.hasCommitManager()
                        && unitOfWork.getCommitManager().isActive())) {
            AbstractSession cache = unitOfWork.getParentIdentityMapSession(query);
            query.setSession(cache);
            try {
                buildObject(true, query, row, cache, primaryKey, null, concreteDescriptor, joins);
            } finally {
                query.setSession(unitOfWork);
            }
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
        reserved.set(instance);
        reservations.incrementAndGet();
        try {
            return super.buildWorkingCopyCloneFromRow(
                    query, joinManager, databaseRow, unitOfWork, primaryKey, preFetchedCacheKey);
        } finally {
            reservations.decrementAndGet();
            reserved.remove();
        }
    }

    @Override
    public Object buildNewInstance() {
        Object instance = takeReserved();
        return instance == null ? super.buildNewInstance() : instance;
    }

    private @Nullable Object takeReserved() {
        if (reservations.get() == 0) {
            return null;
        }
        Object instance = reserved.get();
        reserved.remove();
        return instance;
    }

    @Override
    public Object instantiateWorkingCopyClone(Object original, AbstractSession session) {
        ContextIdentityMaps maps = descriptor.isDescriptorTypeAggregate() ? null : ContextIdentityMaps.of(session);
        if (maps != null) {
            Object key = extractPrimaryKeyFromObject(original, session, true);
            Object instance = takeReserved();
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
