package io.github.selfsame.eclipselink.internal;

import io.github.selfsame.LazyLoading;
import io.github.selfsame.eclipselink.internal.Arrivals.Arrival;
import io.github.selfsame.eclipselink.internal.access.NestedQueries;
import io.github.selfsame.spi.Canonical;
import io.github.selfsame.spi.CanonicalStore;
import io.github.selfsame.spi.IdentityMapRuntimes;
import io.github.selfsame.spi.MapEvent;
import io.github.selfsame.spi.Partition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.internal.identitymaps.CacheKey;
import org.eclipse.persistence.internal.identitymaps.IdentityMap;
import org.eclipse.persistence.internal.identitymaps.IdentityMapManager;
import org.eclipse.persistence.internal.sessions.AbstractRecord;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
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
    private final transient Arrivals arrivals = new Arrivals();

    /** The maps that this unit of work goes around, but whose entries its commits make stale (rule R18). */
    private final transient Collection<CanonicalStore> surrounding;

    /** The map of a unit of work that reads on behalf of that map, whatever is current on its thread. */
    private transient @Nullable CanonicalStore pinned;

    /** The only thread that may use a unit of work which reads on behalf of a map. */
    private transient @Nullable Thread readingThread;

    /** Whether free instances are passed on as they are, instead of being taken over. */
    private transient boolean leavesFree;

    /** What this unit of work holds, by map; nearly always one. */
    private final transient List<ContextLease> leases = new ArrayList<>(1);

    private final transient UncommittedWrites uncommitted = new UncommittedWrites();

    private final transient NestedQueries nestedQueries = new NestedQueries();

    /** Whether what is being built now is one of many that pass by. */
    private transient boolean isStreaming;

    /** Whether a query is running that asks for what the caches of EclipseLink have, and for nothing else. */
    private transient boolean isFromCachesOnly;

    /** How many instances the unit of work has built. */
    private transient int built;

    private transient boolean hasEnded;

    /** The row that a query has brought last: what is taken over for it has not saved a statement. */
    private transient @Nullable Object rowKey;

    /** How many of what one statement reads have been taken over so far; negative outside of such a group. */
    private transient int takenOverTogether = -1;

    ContextIdentityMaps(UnitOfWorkImpl unitOfWork, BulkLoader bulkLoader) {
        super(unitOfWork);
        this.unitOfWork = unitOfWork;
        this.bulkLoader = bulkLoader;
        this.surrounding = IdentityMapRuntimes.surrounding();
        // a unit of work that only executes statements has an effect on the map too
        current();
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
        return maps == null ? null : maps.arrivals.latest();
    }

    /** What a unit of work has read for the map is true at least since then, in the time of the {@link AssociationClock}. */
    static long readSince(UnitOfWorkImpl unitOfWork) {
        ContextIdentityMaps maps = of((Session) unitOfWork);
        ContextLease lease = maps == null ? null : maps.current();
        return lease == null ? Long.MIN_VALUE : lease.begin();
    }

    BulkLoader bulkLoader() {
        return bulkLoader;
    }

    Arrivals arrivals() {
        return arrivals;
    }

    /** What the map says about lazy associations; {@code null} without a map. */
    @Nullable LazyLoads lazyLoads() {
        ContextLease lease = current();
        return lease == null ? null : lease.lazyLoads();
    }

    /**
     * The attributes of an entity are put in from now on.
     *
     * @param isRead whether it is read, or only taken over
     * @return what is to be {@linkplain #arrived given back} in the end
     */
    @Nullable Arrival arrive(Object entity, ClassDescriptor descriptor, boolean isRead) {
        ContextLease lease = current();
        if (lease == null) {
            return arrivals.replaceLatest(null);
        }
        boolean isGrouped =
                !isStreaming && (isRead || !isPinned()) && lease.lazyLoads().mode() == LazyLoading.PEERS;
        Cohort cohort =
                isGrouped ? arrivals.join(EclipseLinkUnit.rootTypeOf(descriptor), entity, lease.singles()) : null;
        return arrivals.replaceLatest(new Arrival(entity, cohort));
    }

    /** The attributes of an entity have been put in. */
    void arrived(@Nullable Arrival before) {
        arrivals.replaceLatest(before);
    }

    /** Makes the unit of work use one map only, or none. It reads on behalf of that map, and on this thread. */
    void pin(@Nullable CanonicalStore store) {
        pinned = store;
        readingThread = Thread.currentThread();
    }

    private boolean isPinned() {
        return readingThread != null;
    }

    /** Says whether free instances stay free from now on, though this unit of work passes them on. */
    void leaveFree(boolean leaves) {
        leavesFree = leaves;
    }

    boolean leavesFree() {
        return leavesFree;
    }

    /** Where the association of an instance is to be loaded that another thread reads just now; {@code null} if none does. */
    FreeValueHolder.@Nullable Home elsewhere(@Nullable Cohort cohort) {
        CanonicalStore store = pinned;
        return store == null || readingThread == null || readingThread == Thread.currentThread()
                ? null
                : new FreeValueHolder.Home(EclipseLinkUnit.of(unitOfWork), store, cohort);
    }

    @Override
    public IdentityMap buildNewIdentityMap(ClassDescriptor descriptor) {
        return Participation.includes(descriptor)
                ? new LeasedIdentityMap(this, descriptor, unitOfWork)
                : super.buildNewIdentityMap(descriptor);
    }

    @Override
    public @Nullable IdentityMap getIdentityMap(ClassDescriptor descriptor, boolean returnNullIfNoMap) {
        // without a map of its own a unit of work would look into the shared cache at once
        return super.getIdentityMap(
                descriptor, returnNullIfNoMap && (current() == null || !Participation.includes(descriptor)));
    }

    @Override
    public void initializeIdentityMaps() {
        super.initializeIdentityMaps();
        if (!leases.isEmpty()) {
            boolean isServer = ClearCaller.isServer();
            leases.forEach(isServer ? ContextLease::endAfterClear : ContextLease::evictAll);
        }
    }

    /** Whether reads go through a map now. */
    boolean isInMap() {
        return current() != null;
    }

    /** Takes over the row's free instance, if there is one that may be used as it is. */
    boolean adopt(LeasedIdentityMap map, Class<?> rootType, Object primaryKey) {
        ContextLease lease = current();
        if (lease == null
                || (isFromCachesOnly && !isInSharedCache(rootType, primaryKey))
                || !(leavesFree ? lease.passOn(map, rootType, primaryKey) : lease.adopt(map, rootType, primaryKey))) {
            return false;
        }
        if (rowKey == null || !rowKey.equals(primaryKey)) {
            countSaved(lease);
        }
        return true;
    }

    /** Takes over what one statement would read otherwise; tells whether all of it could be taken. */
    boolean adoptTogether(BooleanSupplier adoption) {
        int around = takenOverTogether;
        takenOverTogether = 0;
        boolean isSaved = false;
        try {
            boolean isComplete = adoption.getAsBoolean();
            isSaved = isComplete && takenOverTogether > 0;
            return isComplete;
        } finally {
            takenOverTogether = around;
            ContextLease lease = isSaved ? current() : null;
            if (lease != null) {
                countSaved(lease);
            }
        }
    }

    private void countSaved(ContextLease lease) {
        if (takenOverTogether < 0) {
            lease.partition().count(MapEvent.STATEMENT_SAVED);
        } else {
            takenOverTogether++;
        }
    }

    /** Whether EclipseLink has the row in its own cache, so that it would find it without the map, too. */
    private boolean isInSharedCache(Class<?> rootType, Object primaryKey) {
        ClassDescriptor descriptor = unitOfWork.getDescriptor(rootType);
        return unitOfWork
                        .getParentIdentityMapSession(descriptor, false, true)
                        .getIdentityMapAccessorInstance()
                        .getFromIdentityMap(primaryKey, descriptor.getJavaClass(), descriptor)
                != null;
    }

    /** Reserves the row's free instance, if there is one that has to be populated again. */
    void reserve(Class<?> rootType, Object primaryKey) {
        ContextLease lease = current();
        if (lease != null) {
            lease.reserve(rootType, primaryKey);
        }
    }

    /** The reserved instance to populate from the original of a row, instead of a new one. */
    @Nullable Object takeReserved(Object original, ClassDescriptor descriptor, Object primaryKey) {
        ContextLease lease = current();
        if (lease == null) {
            return null;
        }
        Object instance = lease.takeReserved(descriptor, primaryKey);
        if (instance == null) {
            lease.reserveAgain(original, descriptor, primaryKey);
            instance = lease.takeReserved(descriptor, primaryKey);
        }
        return instance;
    }

    /** Reserves the instance to populate for a row and gives it out at once. */
    @Nullable Object reserveAndTake(ClassDescriptor descriptor, Object primaryKey) {
        ContextLease lease = current();
        IdentityMap map = getIdentityMap(descriptor, true);
        if (lease == null || map == null || map.containsKey(primaryKey)) {
            return null;
        }
        lease.reserve(EclipseLinkUnit.rootTypeOf(descriptor), primaryKey);
        return lease.takeReserved(descriptor, primaryKey);
    }

    /** Whether the row has a free instance that this unit of work does not manage yet. */
    boolean isFree(ClassDescriptor descriptor, Object primaryKey) {
        ContextLease lease = current();
        return lease != null && lease.isFree(EclipseLinkUnit.rootTypeOf(descriptor), primaryKey);
    }

    /** Reading has failed with part of the instance's attributes in it: nobody else may have that. */
    void notBuilt(ClassDescriptor descriptor, @Nullable Object primaryKey) {
        if (primaryKey != null) {
            leases.forEach(lease -> lease.notBuilt(EclipseLinkUnit.rootTypeOf(descriptor), primaryKey));
        }
    }

    /** What the unit of work manages for a row that a query has brought, or can take over as it is. */
    @Nullable Object adopted(ClassDescriptor descriptor, Object primaryKey) {
        ContextLease lease = current();
        IdentityMap map = lease == null ? null : getIdentityMap(descriptor, false);
        CacheKey key = map == null ? null : map.getCacheKey(primaryKey, false);
        return key == null ? null : key.getObject();
    }

    NestedQueries nestedQueries() {
        return nestedQueries;
    }

    /** Says whether the objects built from now on belong to a stream or cursor; tells what was said before. */
    boolean setStreaming(boolean streaming) {
        boolean before = isStreaming;
        isStreaming = streaming;
        return before;
    }

    /** Says whether the query that begins now asks for what the caches have, and for nothing else. */
    void setFromCachesOnly(boolean cachesOnly) {
        isFromCachesOnly = cachesOnly;
    }

    /** A query has brought a row; notes whether the free instance lags behind it (rule R6). */
    void rowRead(ClassDescriptor descriptor, Object primaryKey, AbstractRecord row, boolean isPastCaches) {
        rowKey = primaryKey;
        ContextLease lease = current();
        if (lease != null && isPastCaches) {
            lease.rowReadPastCaches(descriptor, primaryKey);
        } else if (lease != null) {
            lease.rowRead(descriptor, primaryKey, row);
        }
    }

    @Nullable Canonical publish(Class<?> rootType, Object primaryKey, Object instance) {
        built++;
        ContextLease lease = current();
        return lease == null ? null : lease.publish(rootType, primaryKey, instance, isStreaming);
    }

    int built() {
        return built;
    }

    /** The unit of work has executed a statement that changes rows past the instances (rule R11). */
    void bulkExecuted(BulkChange change) {
        uncommitted.add(change);
        affected().forEach(change::applyTo);
    }

    /** The unit of work has written its changes without a commit. */
    void flushed() {
        CommitEffects effects = CommitEffects.of(unitOfWork);
        affected().stream()
                .findFirst()
                .ifPresent(partition -> uncommitted.add(effects, (EclipseLinkUnit) partition.unit()));
    }

    /** The unit of work has committed; it may go on to live. */
    void committed() {
        CommitEffects effects = CommitEffects.of(unitOfWork);
        EclipseLinkUnit unit = EclipseLinkUnit.of(unitOfWork);
        affected().forEach(partition -> effects.applyTo(partition, unit));
        leases.forEach(lease -> lease.committed(effects));
        affected().forEach(partition -> uncommitted.endFor(partition, unitOfWork));
        uncommitted.clear();
    }

    /** The unit of work is about to end. */
    void released() {
        if (!hasEnded) {
            hasEnded = true;
            affected().forEach(partition -> uncommitted.endFor(partition, null));
            leases.forEach(ContextLease::end);
            leases.forEach(ContextLease::forget);
            uncommitted.clear();
            leases.clear();
        }
    }

    /** The lease on the map that reads go through now. */
    private @Nullable ContextLease current() {
        CanonicalStore store = hasEnded ? null : isPinned() ? pinned : IdentityMapRuntimes.current();
        return store == null ? null : leaseOn(store);
    }

    private @Nullable ContextLease leaseOn(CanonicalStore store) {
        for (ContextLease lease : leases) {
            if (lease.store() == store) {
                return store.isOpen() ? lease : null;
            }
        }
        Partition partition = store.partition(EclipseLinkUnit.of(unitOfWork));
        if (partition == null) {
            return null;
        }
        ContextLease lease = new ContextLease(unitOfWork, store, partition, uncommitted);
        leases.add(lease);
        return lease;
    }

    /** Wherever rows of this unit may be known, also under the properties of other EntityManagers. */
    private Set<Partition> affected() {
        Set<CanonicalStore> stores = new LinkedHashSet<>();
        leases.forEach(lease -> stores.add(lease.store()));
        stores.addAll(surrounding);
        // a unit of work may be older than the maps that are open when it commits
        stores.addAll(IdentityMapRuntimes.surrounding());
        EclipseLinkUnit unit = EclipseLinkUnit.of(unitOfWork);
        Set<Partition> partitions = new LinkedHashSet<>();
        for (CanonicalStore store : stores) {
            for (Partition partition : store.partitions()) {
                if (partition.unit() instanceof EclipseLinkUnit other && other.isOfSameDatabase(unit)) {
                    partitions.add(partition);
                }
            }
        }
        return partitions;
    }
}
