package io.github.selfsame.eclipselink.internal;

import io.github.selfsame.eclipselink.internal.Arrivals.Arrival;
import io.github.selfsame.eclipselink.internal.access.EclipseLinkInternals;
import io.github.selfsame.spi.CanonicalStore;
import io.github.selfsame.spi.IdentityMapRuntimes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.internal.identitymaps.CacheKey;
import org.eclipse.persistence.internal.identitymaps.IdentityMap;
import org.eclipse.persistence.internal.identitymaps.IdentityMapManager;
import org.eclipse.persistence.internal.identitymaps.UnitOfWorkIdentityMap;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.queries.DatabaseQuery;
import org.eclipse.persistence.queries.ObjectBuildingQuery;
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

    /** {@code null} as long as the unit of work has had nothing to do with a map: nothing is made for it then (rule R18). */
    private transient @Nullable ContextLeases leases;

    private transient @Nullable ContextReads reads;

    /** The maps that the unit of work went around when it began, but whose entries its commits make stale (rule R18). */
    private final transient Collection<CanonicalStore> surrounding = IdentityMapRuntimes.surrounding();

    /** Whether the unit of work has been used with a map. */
    private transient boolean isConnected;

    private transient boolean hasEnded;

    /** How many instances the unit of work has built. */
    private transient int built;

    ContextIdentityMaps(UnitOfWorkImpl unitOfWork, BulkLoader bulkLoader) {
        // every unit of work has made one of its own: what is expensive in it is used again
        session = unitOfWork;
        identityMaps = new HashMap<>();
        setCacheMutex(EclipseLinkInternals.cacheMutex(
                unitOfWork.getIdentityMapAccessorInstance().getIdentityMapManager()));
        checkIsCacheAccessPreCheckRequired();
        this.unitOfWork = unitOfWork;
        this.bulkLoader = bulkLoader;
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

    /**
     * Those of a unit of work that has been used with a map, {@code null} otherwise: for what is done with each row. Each query, and
     * what is persisted, has the unit of work {@linkplain #connect() connected} before.
     */
    static @Nullable ContextIdentityMaps connected(Session session) {
        ContextIdentityMaps maps = of(session);
        return maps != null && maps.isConnected ? maps : null;
    }

    /** The same for a row of a query. One that is streamed may be older than the map in which it is read. */
    static @Nullable ContextIdentityMaps reading(ObjectBuildingQuery query, UnitOfWorkImpl unitOfWork) {
        return QueriedRows.areStreamed(query) ? of((Session) unitOfWork) : connected(unitOfWork);
    }

    /** The entity whose attributes are being put in now; {@code null} if there is none, or no map. */
    static @Nullable Arrival arrivalIn(Session session) {
        ContextIdentityMaps maps = of(session);
        ContextReads reads = maps == null ? null : maps.reads;
        return reads == null ? null : reads.arrivals().latest();
    }

    /** What a unit of work has read for the map is true at least since then, in the time of the {@link AssociationClock}. */
    static long readSince(UnitOfWorkImpl unitOfWork) {
        ContextIdentityMaps maps = of((Session) unitOfWork);
        ContextLease lease = maps == null ? null : maps.current();
        return lease == null ? Long.MIN_VALUE : lease.begin();
    }

    /** What the unit of work holds of the maps that it was used with. */
    ContextLeases leases() {
        ContextLeases present = leases;
        if (present == null) {
            present = new ContextLeases(unitOfWork, this, surrounding);
            leases = present;
            if (hasEnded) {
                present.released();
            }
        }
        return present;
    }

    /** The lease on the map that reads go through now. */
    @Nullable ContextLease current() {
        return leases == null && (hasEnded || IdentityMapRuntimes.current() == null) ? null : leases().current();
    }

    /** The unit of work has to do with a map from now on. */
    void connect() {
        isConnected = true;
    }

    BulkLoader bulkLoader() {
        return bulkLoader;
    }

    /** What the unit of work reads while there is a map. */
    ContextReads reads() {
        ContextReads present = reads;
        if (present == null) {
            present = new ContextReads(this, leases());
            reads = present;
        }
        return present;
    }

    /** A query begins. */
    void begin(DatabaseQuery query) {
        endRows();
        boolean isInMap = isInMap();
        if (query instanceof ObjectLevelReadQuery reading && (isInMap || reads != null)) {
            reads().begin(reading, isInMap);
        }
    }

    /** A query has ended. */
    void end(DatabaseQuery query) {
        endRows();
        if (reads != null && query instanceof ObjectLevelReadQuery reading) {
            reads.end(reading);
        }
        Set<BulkChange> changes = BulkChange.of(query, unitOfWork);
        if (!changes.isEmpty()) {
            leases().bulkExecuted(changes);
        }
    }

    private void endRows() {
        if (leases != null) {
            leases.endRows();
        }
    }

    /** The unit of work has committed. */
    void committed() {
        // first of all connects it with the map within which it commits, if it has not read there
        if (isInMap()
                || leases != null
                || !surrounding.isEmpty()
                || !IdentityMapRuntimes.surrounding().isEmpty()) {
            leases().committed();
        }
    }

    /** The unit of work is about to end. */
    void released() {
        hasEnded = true;
        if (leases != null) {
            leases.released();
        }
    }

    /** What the map says about lazy associations; {@code null} without a map. */
    @Nullable LazyLoads lazyLoads() {
        ContextLease lease = current();
        return lease == null ? null : lease.lazyLoads();
    }

    @Override
    public IdentityMap buildNewIdentityMap(ClassDescriptor descriptor) {
        return isConnected && isInMap() && Participation.includes(descriptor)
                ? new LeasedIdentityMap(this, descriptor, unitOfWork)
                : super.buildNewIdentityMap(descriptor);
    }

    @Override
    public @Nullable IdentityMap getIdentityMap(ClassDescriptor descriptor, boolean returnNullIfNoMap) {
        if (!isConnected) {
            return super.getIdentityMap(descriptor, returnNullIfNoMap);
        }
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

    /** What is not read is put in: it is persisted. */
    @Override
    public @Nullable CacheKey putInIdentityMap(
            Object entity,
            @Nullable Object primaryKey,
            Object writeLockValue,
            long readTime,
            ClassDescriptor descriptor) {
        current();
        return super.putInIdentityMap(entity, primaryKey, writeLockValue, readTime, descriptor);
    }

    @Override
    public void initializeIdentityMaps() {
        super.initializeIdentityMaps();
        if (leases != null) {
            leases.cleared();
        }
    }

    /** Whether reads go through a map now. */
    boolean isInMap() {
        return current() != null;
    }

    /**
     * A statement has changed rows: lets go of what was read ahead of them and nobody can know. It will be read again.
     *
     * @param rootType of the hierarchy that was changed; {@code null} if it may be any
     */
    void forgetReadAhead(@Nullable Class<?> rootType) {
        if (reads == null || !reads.arrivals().hasReadAhead() || EclipseLinkInternals.isWriting(unitOfWork)) {
            return;
        }
        List<LeasedCacheKey> readAhead = new ArrayList<>();
        for (Object map : identityMaps.values()) {
            if (map instanceof LeasedIdentityMap leased) {
                leased.collectReadAhead(rootType, readAhead);
            }
        }
        if (!readAhead.isEmpty()) {
            UnseenTargets.forget(readAhead, leases(), unitOfWork);
        }
    }

    /** The unit of work has built one more instance. */
    void countBuilt() {
        built++;
    }

    int built() {
        return built;
    }

    /** Reading has failed with part of the instance's attributes in it: nobody else may have that. */
    void notBuilt(ClassDescriptor descriptor, @Nullable Object primaryKey) {
        if (primaryKey != null) {
            leases().notBuilt(EclipseLinkUnit.rootTypeOf(descriptor), primaryKey);
        }
    }
}
