package io.github.selfsame.eclipselink.internal;

import io.github.selfsame.EvictionCause;
import io.github.selfsame.eclipselink.internal.access.SharedCache;
import io.github.selfsame.spi.Canonical;
import java.util.List;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.internal.identitymaps.CacheKey;
import org.eclipse.persistence.internal.identitymaps.UnitOfWorkIdentityMap;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.jspecify.annotations.Nullable;

/**
 * A unit of work's identity map for one hierarchy of entities. Whatever the unit of work does not have yet is looked up
 * in the scope's map; whatever it builds is published there.
 */
final class LeasedIdentityMap extends UnitOfWorkIdentityMap {

    private static final long serialVersionUID = 1L;
    private static final int INITIAL_SIZE = 32;

    private final transient ContextIdentityMaps context;
    private final Class<?> rootType;

    /** The row that was looked for last in vain. Whoever builds it does not look again, even if it could be had now. */
    private transient @Nullable Object missed;

    /** What was entered last; the adoption of an instance may enter others. */
    private transient @Nullable LeasedCacheKey entered;

    LeasedIdentityMap(ContextIdentityMaps context, ClassDescriptor descriptor, UnitOfWorkImpl unitOfWork) {
        super(INITIAL_SIZE, descriptor, unitOfWork, true);
        this.context = context;
        this.rootType = EclipseLinkUnit.rootTypeOf(descriptor);
    }

    /** Takes the place of what the unit of work has used as long as there was no map. */
    LeasedIdentityMap(ContextIdentityMaps context, UnitOfWorkIdentityMap plain, UnitOfWorkImpl unitOfWork) {
        this(context, plain.getDescriptor(), unitOfWork);
        setCacheKeys(plain.getCacheKeys());
    }

    @Override
    public CacheKey createCacheKey(Object primaryKey, Object object, Object writeLockValue, long readTime) {
        LeasedCacheKey key = new LeasedCacheKey(this, primaryKey, writeLockValue, readTime);
        if (object != null) {
            key.setObject(object);
        }
        return key;
    }

    @Override
    public @Nullable CacheKey getCacheKey(Object primaryKey, boolean forMerge) {
        CacheKey key = super.getCacheKey(primaryKey, forMerge);
        // "for merge" asks what this unit of work has, to remove it or to write into it
        if (key != null || forMerge || primaryKey instanceof CacheKey) {
            if (key instanceof LeasedCacheKey leased && leased.isReadAhead() && !isReadingAhead()) {
                leased.found();
            }
            return key;
        }
        CacheKey adopted = adopt(primaryKey);
        missed = adopted == null ? primaryKey : null;
        return adopted;
    }

    @Override
    public boolean containsKey(Object primaryKey) {
        return super.getCacheKey(primaryKey, true) != null;
    }

    @Override
    public CacheKey acquireLock(Object primaryKey, boolean forMerge, boolean isCacheCheckComplete) {
        boolean wasMissed = missed != null && missed.equals(primaryKey);
        CacheKey key = super.acquireLock(primaryKey, forMerge || wasMissed, isCacheCheckComplete);
        missed = null;
        if (key.getObject() == null) {
            // an instance is about to be built for this row
            reserve(primaryKey);
        }
        return key;
    }

    /** What was not read is entered: it is persisted. */
    @Override
    public CacheKey put(Object primaryKey, Object object, Object writeLockValue, long readTime) {
        context.leases().persisted(rootType, primaryKey, object);
        return super.put(primaryKey, object, writeLockValue, readTime);
    }

    @Override
    public @Nullable Object remove(CacheKey key) {
        Object removed = super.remove(key);
        if (key instanceof LeasedCacheKey leased) {
            Canonical entry = leased.canonical();
            if (entry != null && entry.instance() == removed) {
                entry.evict(EvictionCause.DETACHED);
            }
        }
        return removed;
    }

    /** Reserves the row's free instance, if there is one that has to be populated again. */
    private void reserve(Object primaryKey) {
        ContextLease lease = context.current();
        if (lease != null) {
            lease.reservations().reserve(rootType, primaryKey);
        }
    }

    /** The unit of work has built an instance: publishes it in the scope's map; {@code null} if it stays the unit of work's own. */
    @Nullable Canonical publish(Object primaryKey, Object instance) {
        context.countBuilt();
        ContextLease lease = context.current();
        return lease == null
                ? null
                : lease.publish(rootType, primaryKey, instance, context.reads().isStreaming());
    }

    /** Enters an instance that the unit of work takes over from the scope's map. */
    void enter(Canonical entry, Object instance) {
        LeasedCacheKey key = new LeasedCacheKey(this, entry.primaryKey(), null, 0);
        key.setAdopted(entry, instance);
        context.reads().contributed(instance);
        key.setAdoptedBy(context.reads().operations(), isReadingAhead());
        putCacheKeyIfAbsent(key);
        entered = key;
    }

    /** Enters an instance that the unit of work only passes on. */
    void passOn(Object primaryKey, Object instance) {
        LeasedCacheKey key = new LeasedCacheKey(this, primaryKey, null, 0);
        key.setAdopted(null, instance);
        putCacheKeyIfAbsent(key);
    }

    /** Whether what comes now is read before anybody has asked for it. */
    boolean isReadingAhead() {
        return context.reads().isReadingAhead();
    }

    /**
     * Collects the entries of what was read ahead, for which nobody has asked since.
     *
     * @param type of the hierarchy; {@code null} for any
     */
    void collectReadAhead(@Nullable Class<?> type, List<LeasedCacheKey> readAhead) {
        if (type != null && type != rootType) {
            return;
        }
        for (CacheKey key : cacheKeys.values()) {
            if (key instanceof LeasedCacheKey leased && leased.isReadAhead()) {
                readAhead.add(leased);
            }
        }
    }

    /** Takes back an entry whose instance could not be adopted. */
    void withdraw(Object primaryKey) {
        cacheKeys.remove(primaryKey);
    }

    private @Nullable CacheKey adopt(Object primaryKey) {
        entered = null;
        return takeOver(primaryKey)
                ? entered != null && entered.getKey().equals(primaryKey)
                        ? entered
                        : super.getCacheKey(primaryKey, false)
                : null;
    }

    /** Takes over the row's free instance, if there is one that may be used as it is. */
    private boolean takeOver(Object primaryKey) {
        ContextLease lease = context.current();
        if (lease == null
                || (context.reads().isFromCachesOnly() && !isInSharedCache(primaryKey))
                || !(context.leases().leavesFree()
                        ? lease.passOn(this, rootType, primaryKey)
                        : lease.adopt(this, rootType, primaryKey))) {
            return false;
        }
        lease.saved().adopted(primaryKey, lease.partition());
        return true;
    }

    /** Whether EclipseLink has the row in its own cache, so that it would find it without the map, too. */
    private boolean isInSharedCache(Object primaryKey) {
        return SharedCache.find(primaryKey, session.getDescriptor(rootType), (UnitOfWorkImpl) session) != null;
    }
}
