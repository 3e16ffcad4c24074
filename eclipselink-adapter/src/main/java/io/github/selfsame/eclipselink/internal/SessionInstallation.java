package io.github.selfsame.eclipselink.internal;

import io.github.selfsame.eclipselink.internal.access.EclipseLinkInternals;
import io.github.selfsame.eclipselink.internal.access.RowConditions;
import io.github.selfsame.spi.IdentityMapRuntimes;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.internal.descriptors.ObjectBuilder;
import org.eclipse.persistence.internal.indirection.IndirectionPolicy;
import org.eclipse.persistence.internal.indirection.TransparentIndirectionPolicy;
import org.eclipse.persistence.internal.indirection.WeavedObjectBasicIndirectionPolicy;
import org.eclipse.persistence.internal.sessions.AbstractSession;
import org.eclipse.persistence.internal.sessions.IdentityMapAccessor;
import org.eclipse.persistence.internal.sessions.SessionBrokerIdentityMapAccessor;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.mappings.ForeignReferenceMapping;
import org.eclipse.persistence.sessions.Session;
import org.eclipse.persistence.sessions.SessionCustomizer;
import org.eclipse.persistence.sessions.broker.SessionBroker;

/** What is put into a session: the object builders before it logs in, and the identity map of each unit of work. */
public final class SessionInstallation {

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
     * @param queryHook what has a say in how queries are run
     * @throws Exception if that customizer can't be loaded or fails
     */
    public static void install(Session session, String nextCustomizer, BulkLoader bulkLoader, QueryHook queryHook)
            throws Exception {
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
        SessionInstallation installation = new SessionInstallation(bulkLoader);
        SessionHooks.put((AbstractSession) session, installation, queryHook);
        if (session instanceof SessionBroker broker) {
            broker.getSessionsByName().values().forEach(member -> SessionHooks.put(member, installation, queryHook));
        }
    }

    /** A session is about to log in: from then on its descriptors can't be changed. */
    void loggingIn(Session session) {
        // a wrong setting is said now, not at the first read within a map
        UnitProperties.check(session);
        Participation.decide(session);
        if (session instanceof AbstractSession caching) {
            hearEvictions(caching);
        }
        // a descriptor is registered under each of its names
        Map<ClassDescriptor, Boolean> seen = new HashMap<>();
        for (ClassDescriptor descriptor : session.getDescriptors().values()) {
            if (seen.put(descriptor, true) == null
                    && !descriptor.isFullyInitialized()
                    && descriptor.getObjectBuilder().getClass() == ObjectBuilder.class) {
                EclipseLinkInternals.setObjectBuilder(descriptor, new CanonicalObjectBuilder(descriptor));
                RowConditions.remember(descriptor);
                CanonicalFetchGroups.replaceIn(descriptor);
                listenToLazyAssociations(descriptor);
            }
        }
    }

    private static void hearEvictions(AbstractSession session) {
        IdentityMapAccessor present = session.getIdentityMapAccessorInstance();
        if (present.getClass() == IdentityMapAccessor.class
                || present.getClass() == SessionBrokerIdentityMapAccessor.class) {
            EclipseLinkInternals.setCacheAccess(session, new CacheEvictions(session, present.getIdentityMapManager()));
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

    /** A unit of work begins. */
    void acquired(UnitOfWorkImpl unitOfWork) {
        if (IdentityMapRuntimes.exist() && !unitOfWork.isNestedUnitOfWork() && !unitOfWork.isRemoteUnitOfWork()) {
            unitOfWork
                    .getIdentityMapAccessorInstance()
                    .setIdentityMapManager(new ContextIdentityMaps(unitOfWork, bulkLoader));
        }
    }
}
