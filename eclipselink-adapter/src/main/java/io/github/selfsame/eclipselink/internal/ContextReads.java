package io.github.selfsame.eclipselink.internal;

import io.github.selfsame.LazyLoading;
import io.github.selfsame.eclipselink.internal.Arrivals.Arrival;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.internal.identitymaps.CacheKey;
import org.eclipse.persistence.internal.identitymaps.IdentityMap;
import org.eclipse.persistence.queries.ObjectLevelReadQuery;
import org.jspecify.annotations.Nullable;

/** What one unit of work reads while there is a map: by which query, what comes together, and what the map gives for it. */
final class ContextReads {

    private final ContextIdentityMaps maps;
    private final ContextLeases leases;
    private final Arrivals arrivals = new Arrivals();

    /** Whether what is being built now is one of many that pass by. */
    private boolean isStreaming;

    /** Whether a query is running that asks for what the caches of EclipseLink have, and for nothing else. */
    private boolean isFromCachesOnly;

    /** The last {@linkplain #operations() operation} that has got an instance of a map. */
    private int lastContribution = -1;

    ContextReads(ContextIdentityMaps maps, ContextLeases leases) {
        this.maps = maps;
        this.leases = leases;
    }

    /** What has come, and with what. */
    Arrivals arrivals() {
        return arrivals;
    }

    /** A query begins that reads entities. */
    void begin(ObjectLevelReadQuery query, boolean isInMap) {
        isFromCachesOnly = query.shouldCheckCacheOnly();
        if (isInMap) {
            if (arrivals.isRunning() && !arrivals.isInBulk() && !leases.isInRow() && !RunningQueries.exist()) {
                arrivals.abandon();
            }
            arrivals.begin(query, !query.isReadObjectQuery());
        }
    }

    /** A query that reads entities has ended. */
    void end(ObjectLevelReadQuery query) {
        arrivals.end(query);
    }

    boolean isFromCachesOnly() {
        return isFromCachesOnly;
    }

    /**
     * The attributes of an entity that is read are put in from now on.
     *
     * @return what is to be {@linkplain #arrived given back} in the end
     */
    @Nullable Arrival arrive(Object entity, ClassDescriptor descriptor) {
        ContextLease lease = leases.current();
        return arrivals.replaceLatest(lease == null ? null : new Arrival(entity, cohortOf(entity, descriptor, lease)));
    }

    /** The attributes of an entity have been put in. */
    void arrived(@Nullable Arrival before) {
        arrivals.replaceLatest(before);
    }

    /** What an entity that is taken over comes with; {@code null} if that is of no interest. */
    @Nullable Cohort cohortOfAdopted(Object entity, ClassDescriptor descriptor, ContextLease lease) {
        return leases.isPinned() ? null : cohortOf(entity, descriptor, lease);
    }

    private @Nullable Cohort cohortOf(Object entity, ClassDescriptor descriptor, ContextLease lease) {
        return !isStreaming && lease.lazyLoads().mode() == LazyLoading.PEERS
                ? arrivals.join(EclipseLinkUnit.rootTypeOf(descriptor), entity, lease.singles())
                : null;
    }

    /** Says whether the objects built from now on belong to a stream or cursor; tells what was said before. */
    boolean setStreaming(boolean streaming) {
        boolean before = isStreaming;
        isStreaming = streaming;
        return before;
    }

    boolean isStreaming() {
        return isStreaming;
    }

    /** Tells one outermost query or load within a map from the next. */
    int operations() {
        return arrivals.operations();
    }

    /** What the unit of work manages for a row that a query has brought, or can take over as it is. */
    @Nullable Object adopted(ClassDescriptor descriptor, Object primaryKey) {
        IdentityMap map = leases.current() == null ? null : maps.getIdentityMap(descriptor, false);
        CacheKey key = map == null ? null : map.getCacheKey(primaryKey, false);
        return key == null ? null : key.getObject();
    }

    /** What the unit of work has taken over for a row that a query has brought, and for that query. */
    @Nullable Object adoptedNow(ClassDescriptor descriptor, Object primaryKey) {
        IdentityMap map = leases.current() == null ? null : maps.getIdentityMap(descriptor, false);
        return map != null
                        && map.getCacheKey(primaryKey, false) instanceof LeasedCacheKey key
                        && key.isAdoptedBy(operations())
                ? key.getObject()
                : null;
    }

    /** The reserved instance to populate from the original of a row, instead of a new one. */
    @Nullable Object takeReserved(Object original, ClassDescriptor descriptor, Object primaryKey) {
        ContextLease lease = leases.current();
        return lease == null ? null : contributed(lease.reservations().takeFor(original, descriptor, primaryKey));
    }

    /** Reserves the instance to populate for a row and gives it out at once. */
    @Nullable Object reserveAndTake(ClassDescriptor descriptor, Object primaryKey) {
        ContextLease lease = leases.current();
        IdentityMap map = lease == null ? null : maps.getIdentityMap(descriptor, false);
        if (lease == null || map == null || map.containsKey(primaryKey)) {
            return null;
        }
        lease.reservations().reserve(EclipseLinkUnit.rootTypeOf(descriptor), primaryKey);
        return contributed(lease.reservations().take(descriptor, primaryKey));
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
        return lastContribution == operations() && leases.current() != null;
    }

    /** Whether what comes now is read before anybody has asked for it. */
    boolean isReadingAhead() {
        return arrivals.isAhead();
    }
}
