package io.github.selfsame.eclipselink.internal;

import io.github.selfsame.eclipselink.internal.Arrivals.Arrival;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.internal.descriptors.ObjectBuilder;
import org.eclipse.persistence.internal.identitymaps.CacheKey;
import org.eclipse.persistence.internal.queries.JoinedAttributeManager;
import org.eclipse.persistence.internal.sessions.AbstractRecord;
import org.eclipse.persistence.internal.sessions.AbstractSession;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.queries.ObjectBuildingQuery;
import org.eclipse.persistence.queries.WriteObjectQuery;
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

    private transient QueriedRows rows = new QueriedRows(this);

    /** What the mappings say of all such entities; {@code null} as long as nobody has asked. */
    private transient volatile @Nullable EntityTraits traits;

    CanonicalObjectBuilder(ClassDescriptor descriptor) {
        super(descriptor);
        getFieldsMap().putAll(descriptor.getObjectBuilder().getFieldsMap());
    }

    /** Where tenants have tables of their own, each has a descriptor and a builder of its own. */
    @Override
    public Object clone() {
        CanonicalObjectBuilder clone = (CanonicalObjectBuilder) super.clone();
        clone.rows = new QueriedRows(clone);
        return clone;
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
        ContextIdentityMaps maps = ContextIdentityMaps.reading(query, unitOfWork);
        if (maps == null || primaryKey == null) {
            return super.buildObjectInUnitOfWork(
                    query, joinManager, databaseRow, unitOfWork, primaryKey, preFetchedCacheKey, concreteDescriptor);
        }
        ContextLease lease = maps.leases().beginRow(query);
        boolean wasStreaming = lease != null && maps.reads().setStreaming(QueriedRows.areStreamed(query));
        boolean isPartial = lease != null && PartialRows.isPartial(databaseRow, query, concreteDescriptor);
        Object partialBefore =
                lease == null ? null : lease.reservations().replacePartial(isPartial ? primaryKey : null);
        try {
            Object adopted = lease == null
                    ? null
                    : rows.meet(
                            maps, lease, query, joinManager, databaseRow, unitOfWork, primaryKey, concreteDescriptor);
            if (adopted != null) {
                return adopted;
            }
            Object built = super.buildObjectInUnitOfWork(
                    query, joinManager, databaseRow, unitOfWork, primaryKey, preFetchedCacheKey, concreteDescriptor);
            if (lease != null && isPartial && query.shouldRefreshIdentityMapResult()) {
                lease.refreshedInPart(concreteDescriptor, primaryKey);
            }
            return built;
        } catch (RuntimeException e) {
            maps.notBuilt(concreteDescriptor, primaryKey);
            throw e;
        } finally {
            if (lease != null) {
                lease.reservations().replacePartial(partialBefore);
                maps.reads().setStreaming(wasStreaming);
            }
            maps.leases().endRow();
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
                descriptor.isDescriptorTypeAggregate() ? null : ContextIdentityMaps.connected(cloningSession);
        Arrival before = maps == null ? null : maps.reads().arrive(clone, descriptor);
        try {
            super.populateAttributesForClone(original, cacheKey, clone, refreshCascade, cloningSession);
        } catch (RuntimeException e) {
            if (maps != null) {
                maps.notBuilt(descriptor, extractPrimaryKeyFromObject(original, cloningSession, true));
            }
            throw e;
        } finally {
            if (maps != null) {
                maps.reads().arrived(before);
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
                descriptor.isDescriptorTypeAggregate() ? null : ContextIdentityMaps.connected((Session) unitOfWork);
        Arrival before = maps == null ? null : maps.reads().arrive(clone, descriptor);
        if (!forRefresh
                && query.shouldRefreshIdentityMapResult()
                && maps != null
                && maps.reads().hasContributed()) {
            // else EclipseLink loads what looks loaded, and no longer finds it loaded by what the map has spared
            UnloadedAssociations.forgetAll(clone, descriptor);
        }
        try {
            super.buildAttributesIntoWorkingCopyClone(
                    clone, sharedCacheKey, query, joinManager, databaseRow, unitOfWork, forRefresh);
        } finally {
            if (maps != null) {
                maps.reads().arrived(before);
            }
        }
    }

    /** The database or a sequence gives an entity another key than it has: the row that it has stood for is not its own any longer. */
    @Override
    protected @Nullable Object assignSequenceNumber(
            Object object,
            @Nullable Object sequenceValue,
            AbstractSession writeSession,
            @Nullable WriteObjectQuery writeQuery) {
        ContextIdentityMaps maps = ContextIdentityMaps.of((Session) writeSession);
        Object formerKey = maps == null ? null : extractPrimaryKeyFromObject(object, writeSession, true);
        Object assigned = super.assignSequenceNumber(object, sequenceValue, writeSession, writeQuery);
        if (maps != null && formerKey != null && assigned != null) {
            Object key = extractPrimaryKeyFromObject(object, writeSession, true);
            if (!formerKey.equals(key)) {
                maps.leases().movedFrom(EclipseLinkUnit.rootTypeOf(descriptor), formerKey, object);
            }
        }
        return assigned;
    }

    /** What the mappings of such entities say of all of them. */
    static EntityTraits traits(ClassDescriptor descriptor) {
        if (!(descriptor.getObjectBuilder() instanceof CanonicalObjectBuilder canonical)) {
            return EntityTraits.UNKNOWN;
        }
        EntityTraits known = canonical.traits;
        if (known == null) {
            known = new EntityTraits(
                    AssociationKinds.of(canonical.getRelationshipMappings()),
                    new UnwrittenColumns(descriptor),
                    new ChangeableValues(descriptor));
            canonical.traits = known;
        }
        return known;
    }

    /** Lets the shared cache have a row, and what a query has joined to it, as it does where an instance is built. */
    void fillSharedCache(
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

    private Population population() {
        return new Population(descriptor, super::buildNewInstance);
    }

    @Override
    protected Object buildWorkingCopyCloneFromRow(
            ObjectBuildingQuery query,
            JoinedAttributeManager joinManager,
            AbstractRecord databaseRow,
            UnitOfWorkImpl unitOfWork,
            Object primaryKey,
            CacheKey preFetchedCacheKey) {
        ContextIdentityMaps maps = ContextIdentityMaps.connected(unitOfWork);
        Object instance = maps == null ? null : maps.reads().reserveAndTake(descriptor, primaryKey);
        if (instance == null) {
            return super.buildWorkingCopyCloneFromRow(
                    query, joinManager, databaseRow, unitOfWork, primaryKey, preFetchedCacheKey);
        }
        population().forgetUnread(instance, query);
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
        ContextIdentityMaps maps =
                descriptor.isDescriptorTypeAggregate() ? null : ContextIdentityMaps.connected(session);
        if (maps != null && maps.isInMap()) {
            Object key = extractPrimaryKeyFromObject(original, session, true);
            Object instance = reserved.take();
            if (instance == null && key != null) {
                instance = maps.reads().takeReserved(original, descriptor, key);
            }
            if (instance != null) {
                population().copyPlainAttributes(original, instance);
                return instance;
            }
        }
        return super.instantiateWorkingCopyClone(original, session);
    }
}
