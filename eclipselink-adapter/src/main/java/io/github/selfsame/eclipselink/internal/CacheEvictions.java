package io.github.selfsame.eclipselink.internal;

import io.github.selfsame.spi.Canonical;
import io.github.selfsame.spi.CanonicalStore;
import io.github.selfsame.spi.IdentityMapRuntimes;
import io.github.selfsame.spi.Partition;
import java.io.Serial;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.internal.identitymaps.IdentityMapManager;
import org.eclipse.persistence.internal.sessions.AbstractSession;
import org.eclipse.persistence.internal.sessions.IdentityMapAccessor;
import org.eclipse.persistence.sessions.broker.SessionBroker;
import org.jspecify.annotations.Nullable;

/** The access to a unit's shared cache: who empties that wants to see the database in the identity map too (rule R10). */
final class CacheEvictions extends IdentityMapAccessor {

    @Serial
    private static final long serialVersionUID = 1L;

    CacheEvictions(AbstractSession session, IdentityMapManager caches) {
        super(session, caches);
    }

    @Override
    public void invalidateObject(Object primaryKey, Class<?> type, boolean inCluster) {
        super.invalidateObject(primaryKey, type, inCluster);
        markStale(primaryKey, type);
    }

    @Override
    public void invalidateClass(Class<?> type, boolean wholeHierarchy) {
        super.invalidateClass(type, wholeHierarchy);
        markStale(type);
    }

    @Override
    public void invalidateAll() {
        super.invalidateAll();
        markAllStale();
    }

    @Override
    public void initializeAllIdentityMaps() {
        ofMembers().forEach(IdentityMapAccessor::initializeAllIdentityMaps);
        super.initializeAllIdentityMaps();
        markAllStale();
    }

    @Override
    public void initializeIdentityMaps() {
        ofMembers().forEach(IdentityMapAccessor::initializeIdentityMaps);
        super.initializeIdentityMaps();
        markAllStale();
    }

    @Override
    public void initializeIdentityMap(Class<?> type) {
        super.initializeIdentityMap(type);
        markStale(type);
    }

    // a commit calls another method when it has removed something: that is not a matter of the caches alone

    @Override
    public Object removeFromIdentityMap(Object object) {
        Object removed = super.removeFromIdentityMap(object);
        markStale(session.getId(object), object.getClass());
        return removed;
    }

    @Override
    public Object removeFromIdentityMap(Object primaryKey, Class<?> type) {
        Object removed = super.removeFromIdentityMap(primaryKey, type);
        markStale(primaryKey, type);
        return removed;
    }

    /** The caches of the members of a composite unit, which EclipseLink empties together with those of the unit. */
    private List<IdentityMapAccessor> ofMembers() {
        return session instanceof SessionBroker composite
                ? composite.getSessionsByName().values().stream()
                        .map(AbstractSession::getIdentityMapAccessorInstance)
                        .toList()
                : List.of();
    }

    private void markStale(@Nullable Object primaryKey, Class<?> type) {
        ClassDescriptor descriptor = IdentityMapRuntimes.exist() ? session.getDescriptor(type) : null;
        if (descriptor != null && primaryKey != null) {
            Class<?> rootType = EclipseLinkUnit.rootTypeOf(descriptor);
            for (Partition partition : partitions()) {
                Canonical entry = partition.get(rootType, primaryKey);
                if (entry != null) {
                    entry.markStale();
                }
            }
        }
    }

    private void markStale(Class<?> type) {
        ClassDescriptor descriptor = IdentityMapRuntimes.exist() ? session.getClassDescriptor(type) : null;
        if (descriptor != null) {
            BulkChange change = new BulkChange(EclipseLinkUnit.rootTypeOf(descriptor));
            partitions().forEach(change::applyTo);
        }
    }

    private void markAllStale() {
        if (IdentityMapRuntimes.exist()) {
            partitions().forEach(BulkChange.ANYTHING::applyTo);
        }
    }

    /** Those of this unit, whatever the tenant, in the maps of this thread. */
    private List<Partition> partitions() {
        Set<CanonicalStore> stores = new LinkedHashSet<>(IdentityMapRuntimes.surrounding());
        CanonicalStore current = IdentityMapRuntimes.current();
        if (current != null) {
            stores.add(current);
        }
        List<Partition> partitions = new ArrayList<>();
        for (CanonicalStore store : stores) {
            for (Partition partition : store.partitions()) {
                if (partition.unit() instanceof EclipseLinkUnit unit && unit.isOf(session)) {
                    partitions.add(partition);
                }
            }
        }
        return partitions;
    }
}
