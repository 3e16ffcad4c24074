package io.github.selfsame.eclipselink.internal;

import io.github.selfsame.LazyLoading;
import io.github.selfsame.eclipselink.internal.Arrivals.Arrival;
import io.github.selfsame.eclipselink.internal.access.EclipseLinkInternals;
import io.github.selfsame.eclipselink.internal.access.SharedCache;
import io.github.selfsame.spi.Canonical;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.descriptors.FetchGroupManager;
import org.eclipse.persistence.internal.identitymaps.CacheKey;
import org.eclipse.persistence.internal.identitymaps.IdentityMap;
import org.eclipse.persistence.internal.identitymaps.IdentityMapManager;
import org.eclipse.persistence.internal.identitymaps.UnitOfWorkIdentityMap;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.queries.ObjectLevelReadQuery;
import org.eclipse.persistence.sessions.Session;
import org.jspecify.annotations.Nullable;

/**
 * A unit of work's identity maps, connected with the identity map of the scope in which it is used. Like the unit of
 * work itself it is used by one thread at a time; its end may come on another thread, after the scope's.
 */
final class ContextIdentityMaps extends IdentityMapManager {

    private static final long serialVersionUID = 1L;

    private final transient UnitOfWorkImpl unitOfWork;
    private final transient BulkLoader bulkLoader;
    private final transient ContextLeases leases;

    /** What has come, and with what; {@code null} as long as nothing has come while there was a map. */
    private transient @Nullable Arrivals arrivals;

    /** Whether what is being built now is one of many that pass by. */
    private transient boolean isStreaming;

    /** Whether a query is running that asks for what the caches of EclipseLink have, and for nothing else. */
    private transient boolean isFromCachesOnly;

    /** How many instances the unit of work has built. */
    private transient int built;

    /** The last {@linkplain #operations() operation} that has got an instance of a map. */
    private transient int lastContribution = -1;

    ContextIdentityMaps(UnitOfWorkImpl unitOfWork, BulkLoader bulkLoader) {
        // every unit of work has made one of its own: what is expensive in it is used again
        session = unitOfWork;
        identityMaps = new HashMap<>();
        setCacheMutex(EclipseLinkInternals.cacheMutex(
                unitOfWork.getIdentityMapAccessorInstance().getIdentityMapManager()));
        checkIsCacheAccessPreCheckRequired();
        this.unitOfWork = unitOfWork;
        this.bulkLoader = bulkLoader;
        this.leases = new ContextLeases(unitOfWork, this);
    }

    static @Nullable ContextIdentityMaps of(Session session) {
        return session instanceof UnitOfWorkImpl unitOfWork
                        && unitOfWork.getIdentityMapAccessorInstance().getIdentityMapManager()
                                instanceof ContextIdentityMaps maps
                ? maps
                : null;
    }

    /** The entity whose attributes are being put in now; {@code null} if there is none, or no map. */
    static @Nullable Arrival arrivalIn(Session session) {
        ContextIdentityMaps maps = of(session);
        Arrivals arrivals = maps == null ? null : maps.arrivals;
        return arrivals == null ? null : arrivals.latest();
    }

    /** What a unit of work has read for the map is true at least since then, in the time of the {@link AssociationClock}. */
    static long readSince(UnitOfWorkImpl unitOfWork) {
        ContextIdentityMaps maps = of((Session) unitOfWork);
        ContextLease lease = maps == null ? null : maps.leases.current();
        return lease == null ? Long.MIN_VALUE : lease.begin();
    }

    /** What the unit of work holds of the maps that it was used with. */
    ContextLeases leases() {
        return leases;
    }

    BulkLoader bulkLoader() {
        return bulkLoader;
    }

    Arrivals arrivals() {
        Arrivals present = arrivals;
        if (present == null) {
            present = new Arrivals();
            arrivals = present;
        }
        return present;
    }

    /** A query begins that reads entities. */
    void begin(ObjectLevelReadQuery query) {
        isFromCachesOnly = query.shouldCheckCacheOnly();
        if (isInMap()) {
            if (arrivals().isRunning() && !arrivals().isInBulk() && !leases.isInRow() && !RunningQueries.exist()) {
                arrivals().abandon();
            }
            arrivals().begin(query, !query.isReadObjectQuery());
        }
    }

    /** A query that reads entities has ended. */
    void end(ObjectLevelReadQuery query) {
        if (arrivals != null) {
            arrivals.end(query);
        }
    }

    /** What the map says about lazy associations; {@code null} without a map. */
    @Nullable LazyLoads lazyLoads() {
        ContextLease lease = leases.current();
        return lease == null ? null : lease.lazyLoads();
    }

    /**
     * The attributes of an entity that is read are put in from now on.
     *
     * @return what is to be {@linkplain #arrived given back} in the end
     */
    @Nullable Arrival arrive(Object entity, ClassDescriptor descriptor) {
        ContextLease lease = leases.current();
        if (lease == null) {
            return arrivals == null ? null : arrivals.replaceLatest(null);
        }
        return arrivals().replaceLatest(new Arrival(entity, cohortOf(entity, descriptor, lease)));
    }

    /** The attributes of an entity have been put in. */
    void arrived(@Nullable Arrival before) {
        if (arrivals != null) {
            arrivals.replaceLatest(before);
        }
    }

    /** What an entity that is taken over comes with; {@code null} if that is of no interest. */
    @Nullable Cohort cohortOfAdopted(Object entity, ClassDescriptor descriptor, ContextLease lease) {
        return leases.isPinned() ? null : cohortOf(entity, descriptor, lease);
    }

    private @Nullable Cohort cohortOf(Object entity, ClassDescriptor descriptor, ContextLease lease) {
        return !isStreaming && lease.lazyLoads().mode() == LazyLoading.PEERS
                ? arrivals().join(EclipseLinkUnit.rootTypeOf(descriptor), entity, lease.singles())
                : null;
    }

    @Override
    public IdentityMap buildNewIdentityMap(ClassDescriptor descriptor) {
        return isInMap() && Participation.includes(descriptor)
                ? new LeasedIdentityMap(this, descriptor, unitOfWork)
                : super.buildNewIdentityMap(descriptor);
    }

    @Override
    public @Nullable IdentityMap getIdentityMap(ClassDescriptor descriptor, boolean returnNullIfNoMap) {
        IdentityMap present = super.getIdentityMap(descriptor, true);
        if (present instanceof LeasedIdentityMap) {
            return present;
        }
        if (!isInMap() || !Participation.includes(descriptor)) {
            return present == null && !returnNullIfNoMap ? super.getIdentityMap(descriptor, false) : present;
        }
        // without a map of its own a unit of work would look into the shared cache at once
        return present instanceof UnitOfWorkIdentityMap plain ? leased(plain) : super.getIdentityMap(descriptor, false);
    }

    /** What the unit of work has read without a map stays its own; what it looks for from now on, it looks for in the map. */
    private IdentityMap leased(UnitOfWorkIdentityMap plain) {
        LeasedIdentityMap leased = new LeasedIdentityMap(this, plain, unitOfWork);
        identityMaps.put(plain.getDescriptorClass(), leased);
        lastAccessedIdentityMap = leased;
        return leased;
    }

    @Override
    public void initializeIdentityMaps() {
        super.initializeIdentityMaps();
        leases.cleared();
    }

    /** Whether reads go through a map now. */
    boolean isInMap() {
        return leases.current() != null;
    }

    /** Takes over the row's free instance, if there is one that may be used as it is. */
    boolean adopt(LeasedIdentityMap map, Class<?> rootType, Object primaryKey) {
        ContextLease lease = leases.current();
        if (lease == null
                || (isFromCachesOnly && !isInSharedCache(unitOfWork.getDescriptor(rootType), primaryKey))
                || !(leases.leavesFree()
                        ? lease.passOn(map, rootType, primaryKey)
                        : lease.adopt(map, rootType, primaryKey))) {
            return false;
        }
        lease.saved().adopted(primaryKey, lease.partition());
        return true;
    }

    /** Takes over what one statement would read otherwise; tells whether all of it could be taken. */
    boolean adoptTogether(BooleanSupplier adoption) {
        ContextLease lease = leases.current();
        return lease == null ? adoption.getAsBoolean() : lease.saved().together(adoption, lease.partition());
    }

    /** Whether EclipseLink has the row in its own cache, so that it would find it without the map, too. */
    boolean isInSharedCache(ClassDescriptor descriptor, Object primaryKey) {
        return SharedCache.find(primaryKey, descriptor, unitOfWork) != null;
    }

    /** Whether EclipseLink has all of the row there, and no instance that was loaded in part (rule R12). */
    boolean isWholeInSharedCache(ClassDescriptor descriptor, Object primaryKey) {
        Object original = SharedCache.find(primaryKey, descriptor, unitOfWork);
        FetchGroupManager fetchGroups = descriptor.getFetchGroupManager();
        return original != null && (fetchGroups == null || !fetchGroups.isPartialObject(original));
    }

    /** Reserves the row's free instance, if there is one that has to be populated again. */
    void reserve(Class<?> rootType, Object primaryKey) {
        ContextLease lease = leases.current();
        if (lease != null) {
            lease.reservations().reserve(rootType, primaryKey);
        }
    }

    /** The reserved instance to populate from the original of a row, instead of a new one. */
    @Nullable Object takeReserved(Object original, ClassDescriptor descriptor, Object primaryKey) {
        ContextLease lease = leases.current();
        return lease == null ? null : contributed(lease.reservations().takeFor(original, descriptor, primaryKey));
    }

    /** Reserves the instance to populate for a row and gives it out at once. */
    @Nullable Object reserveAndTake(ClassDescriptor descriptor, Object primaryKey) {
        ContextLease lease = leases.current();
        IdentityMap map = lease == null ? null : getIdentityMap(descriptor, false);
        if (lease == null || map == null || map.containsKey(primaryKey)) {
            return null;
        }
        lease.reservations().reserve(EclipseLinkUnit.rootTypeOf(descriptor), primaryKey);
        return contributed(lease.reservations().take(descriptor, primaryKey));
    }

    /** What the unit of work manages for a row that a query has brought, or can take over as it is. */
    @Nullable Object adopted(ClassDescriptor descriptor, Object primaryKey) {
        IdentityMap map = isInMap() ? getIdentityMap(descriptor, false) : null;
        CacheKey key = map == null ? null : map.getCacheKey(primaryKey, false);
        return key == null ? null : key.getObject();
    }

    /** Tells one outermost query or load within a map from the next. */
    int operations() {
        return arrivals == null ? 0 : arrivals.operations();
    }

    /** A map has given an instance to the unit of work, or none. */
    @Nullable Object contributed(@Nullable Object instance) {
        if (instance != null) {
            lastContribution = operations();
        }
        return instance;
    }

    /** Whether a map has given an instance to what the unit of work does now: from then on it need not read what it would read without. */
    boolean hasContributed() {
        return lastContribution == operations() && isInMap();
    }

    /** Whether what comes now is read before anybody has asked for it. */
    boolean isReadingAhead() {
        return arrivals != null && arrivals.isAhead();
    }

    /** What the unit of work has taken over for a row that a query has brought, and for that query. */
    @Nullable Object adoptedNow(ClassDescriptor descriptor, Object primaryKey) {
        IdentityMap map = isInMap() ? getIdentityMap(descriptor, false) : null;
        return map != null
                        && map.getCacheKey(primaryKey, false) instanceof LeasedCacheKey key
                        && key.isAdoptedBy(operations())
                ? key.getObject()
                : null;
    }

    /**
     * A statement has changed rows: lets go of what was read ahead of them and nobody can know. It will be read again.
     *
     * @param rootType of the hierarchy that was changed; {@code null} if it may be any
     */
    void forgetReadAhead(@Nullable Class<?> rootType) {
        if (arrivals == null || !arrivals.hasReadAhead() || EclipseLinkInternals.isWriting(unitOfWork)) {
            return;
        }
        List<LeasedCacheKey> readAhead = new ArrayList<>();
        for (Object map : identityMaps.values()) {
            if (map instanceof LeasedIdentityMap leased) {
                leased.collectReadAhead(rootType, readAhead);
            }
        }
        if (!readAhead.isEmpty()) {
            for (LeasedCacheKey key : UnseenTargets.among(readAhead, unitOfWork)) {
                Object instance = key.getObject();
                key.withdraw();
                leases.giveBack(key.canonical(), instance);
                unitOfWork.getCloneMapping().remove(instance);
                unitOfWork.getCloneToOriginals().remove(instance);
            }
        }
    }

    /** Says whether the objects built from now on belong to a stream or cursor; tells what was said before. */
    boolean setStreaming(boolean streaming) {
        boolean before = isStreaming;
        isStreaming = streaming;
        return before;
    }

    @Nullable Canonical publish(Class<?> rootType, Object primaryKey, Object instance) {
        built++;
        ContextLease lease = leases.current();
        return lease == null ? null : lease.publish(rootType, primaryKey, instance, isStreaming);
    }

    int built() {
        return built;
    }

    /** Reading has failed with part of the instance's attributes in it: nobody else may have that. */
    void notBuilt(ClassDescriptor descriptor, @Nullable Object primaryKey) {
        if (primaryKey != null) {
            leases.notBuilt(EclipseLinkUnit.rootTypeOf(descriptor), primaryKey);
        }
    }
}
