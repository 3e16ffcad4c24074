package io.github.selfsame.eclipselink.internal;

import io.github.selfsame.eclipselink.internal.access.EclipseLinkInternals;
import io.github.selfsame.spi.CanonicalStore;
import io.github.selfsame.spi.IdentityMapRuntimes;
import io.github.selfsame.spi.MapEvent;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.internal.descriptors.ObjectBuilder;
import org.eclipse.persistence.internal.indirection.IndirectionPolicy;
import org.eclipse.persistence.internal.indirection.TransparentIndirectionPolicy;
import org.eclipse.persistence.internal.indirection.WeavedObjectBasicIndirectionPolicy;
import org.eclipse.persistence.internal.sessions.AbstractSession;
import org.eclipse.persistence.internal.sessions.IdentityMapAccessor;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.mappings.ForeignReferenceMapping;
import org.eclipse.persistence.queries.ObjectLevelReadQuery;
import org.eclipse.persistence.sessions.Session;
import org.eclipse.persistence.sessions.SessionCustomizer;
import org.eclipse.persistence.sessions.SessionEvent;
import org.eclipse.persistence.sessions.SessionEventAdapter;

/** What is put into a session: the object builders before it logs in, and the identity map of each unit of work. */
public final class SessionInstallation extends SessionEventAdapter {

    private final BulkLoader bulkLoader;

    private SessionInstallation(BulkLoader bulkLoader) {
        this.bulkLoader = bulkLoader;
    }

    /**
     * Installs the library in a session that has not logged in yet.
     *
     * @param session the session of a persistence unit
     * @param nextCustomizer the property that names another customizer to call first
     * @param bulkLoader what loads associations of many entities together
     * @throws Exception if that customizer can't be loaded or fails
     */
    public static void install(Session session, String nextCustomizer, BulkLoader bulkLoader) throws Exception {
        Object next = session.getProperty(nextCustomizer);
        if (next instanceof String name && !name.isBlank()) {
            next = session.getPlatform().getConversionManager().getLoader().loadClass(name.trim());
        }
        if (next instanceof Class<?> type) {
            type.asSubclass(SessionCustomizer.class)
                    .getDeclaredConstructor()
                    .newInstance()
                    .customize(session);
        }
        session.getEventManager().addListener(new SessionInstallation(bulkLoader));
    }

    @Override
    public void preLogin(SessionEvent event) {
        // a wrong setting is said now, not at the first read within a map
        UnitProperties.check(event.getSession());
        Participation.decide(event.getSession());
        if (event.getSession() instanceof AbstractSession session
                && session.getIdentityMapAccessorInstance().getClass() == IdentityMapAccessor.class) {
            EclipseLinkInternals.setCacheAccess(
                    session,
                    new CacheEvictions(
                            session, session.getIdentityMapAccessorInstance().getIdentityMapManager()));
        }
        // a descriptor is registered under each of its names
        Map<ClassDescriptor, Boolean> seen = new HashMap<>();
        for (ClassDescriptor descriptor : event.getSession().getDescriptors().values()) {
            if (seen.put(descriptor, true) == null
                    && !descriptor.isFullyInitialized()
                    && descriptor.getObjectBuilder().getClass() == ObjectBuilder.class) {
                EclipseLinkInternals.setObjectBuilder(descriptor, new CanonicalObjectBuilder(descriptor));
                CanonicalFetchGroups.replaceIn(descriptor);
                listenToLazyAssociations(descriptor);
            }
        }
    }

    private static void listenToLazyAssociations(ClassDescriptor descriptor) {
        for (DatabaseMapping mapping : EclipseLinkInternals.mappings(descriptor)) {
            if (mapping instanceof ForeignReferenceMapping association) {
                IndirectionPolicy policy = association.getIndirectionPolicy();
                if (policy.getClass() == TransparentIndirectionPolicy.class) {
                    association.setIndirectionPolicy(new LazyCollectionPolicy((TransparentIndirectionPolicy) policy));
                } else if (policy.getClass() == WeavedObjectBasicIndirectionPolicy.class) {
                    association.setIndirectionPolicy(
                            new LazyReferencePolicy((WeavedObjectBasicIndirectionPolicy) policy));
                }
            }
        }
    }

    @Override
    public void postAcquireUnitOfWork(SessionEvent event) {
        if (IdentityMapRuntimes.exist()
                && event.getSession() instanceof UnitOfWorkImpl unitOfWork
                && !unitOfWork.isNestedUnitOfWork()
                && !unitOfWork.isRemoteUnitOfWork()) {
            unitOfWork
                    .getIdentityMapAccessorInstance()
                    .setIdentityMapManager(new ContextIdentityMaps(unitOfWork, bulkLoader));
        }
    }

    @Override
    public void preExecuteQuery(SessionEvent event) {
        ContextIdentityMaps maps = ContextIdentityMaps.of(event.getSession());
        if (maps != null) {
            maps.leases().endRows();
            if (event.getQuery() instanceof ObjectLevelReadQuery query) {
                maps.begin(query);
            }
        }
    }

    @Override
    public void preExecuteCall(SessionEvent event) {
        CanonicalStore current = IdentityMapRuntimes.current();
        if (current != null) {
            current.count(MapEvent.STATEMENT_RUN);
        }
    }

    @Override
    public void postExecuteQuery(SessionEvent event) {
        ContextIdentityMaps maps = ContextIdentityMaps.of(event.getSession());
        if (maps == null) {
            return;
        }
        maps.leases().endRows();
        if (event.getQuery() instanceof ObjectLevelReadQuery query) {
            maps.end(query);
        }
        BulkChange change = BulkChange.of(event.getQuery(), (UnitOfWorkImpl) event.getSession());
        if (change != null) {
            maps.leases().bulkExecuted(change);
        }
    }

    @Override
    public void postFlushUnitOfWork(SessionEvent event) {
        ContextIdentityMaps maps = ContextIdentityMaps.of(event.getSession());
        if (maps != null) {
            maps.leases().flushed();
        }
    }

    @Override
    public void postCommitUnitOfWork(SessionEvent event) {
        ContextIdentityMaps maps = ContextIdentityMaps.of(event.getSession());
        if (maps != null) {
            maps.leases().committed();
        }
    }

    @Override
    public void preReleaseUnitOfWork(SessionEvent event) {
        ContextIdentityMaps maps = ContextIdentityMaps.of(event.getSession());
        if (maps != null) {
            maps.leases().released();
        }
    }
}
