package io.github.selfsame.eclipselink.internal;

import java.util.concurrent.atomic.AtomicInteger;
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
        maps.rowRead(concreteDescriptor, primaryKey, databaseRow);
        boolean before = maps.setStreaming(isStream(query));
        try {
            return super.buildObjectInUnitOfWork(
                    query, joinManager, databaseRow, unitOfWork, primaryKey, preFetchedCacheKey, concreteDescriptor);
        } finally {
            maps.setStreaming(before);
        }
    }

    private static boolean isStream(ObjectBuildingQuery query) {
        return query instanceof ReadAllQuery all && all.getContainerPolicy().isCursorPolicy();
    }

    /** What a new clone would have from being a copy; the other attributes are cloned one by one afterwards. */
    private void copyPlainAttributes(Object original, Object instance) {
        FetchGroupManager fetchGroups = descriptor.getFetchGroupManager();
        for (DatabaseMapping mapping : EclipseLinkInternals.mappings(descriptor)) {
            if (!mapping.isCloningRequired()
                    && !mapping.isWriteOnly()
                    && (fetchGroups == null || fetchGroups.isAttributeFetched(original, mapping.getAttributeName()))) {
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
        if (reservations.get() != 0) {
            Object instance = reserved.get();
            reserved.remove();
            if (instance != null) {
                return instance;
            }
        }
        return super.buildNewInstance();
    }

    @Override
    public Object instantiateWorkingCopyClone(Object original, AbstractSession session) {
        ContextIdentityMaps maps = descriptor.isDescriptorTypeAggregate() ? null : ContextIdentityMaps.of(session);
        if (maps != null) {
            Object key = extractPrimaryKeyFromObject(original, session, true);
            Object instance = key == null ? null : maps.takeReserved(descriptor, key);
            if (instance != null) {
                copyPlainAttributes(original, instance);
                return instance;
            }
        }
        return super.instantiateWorkingCopyClone(original, session);
    }
}
