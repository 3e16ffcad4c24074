package io.github.selfsame.eclipselink.internal;

import java.io.Serial;
import org.eclipse.persistence.internal.queries.EntityFetchGroup;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.queries.FetchGroup;
import org.eclipse.persistence.queries.FetchGroupTracker;
import org.eclipse.persistence.sessions.Session;
import org.jspecify.annotations.Nullable;

/**
 * What is loaded of a free instance that was loaded in part. If another attribute is touched, the whole of it is loaded
 * into this very instance, through a persistence context of its own on the same identity map (rule R12). With the shared
 * session instead, EclipseLink would load it into the shared cache and leave the instance as it is.
 */
final class FreeFetchGroup extends EntityFetchGroup {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient FetchGroup managed;
    private final transient Home home;

    private FreeFetchGroup(FetchGroup managed, Home home) {
        super(managed);
        this.managed = managed;
        this.home = home;
    }

    /** Gives an instance that becomes free such a group, if it is loaded in part. */
    static void putOn(FetchGroupTracker instance, Session shared, Home home) {
        FetchGroup group = instance._persistence_getFetchGroup();
        if (group != null) {
            instance._persistence_setFetchGroup(new FreeFetchGroup(group, home));
            instance._persistence_setSession(shared);
        }
    }

    /** Gives an instance back to EclipseLink as it was managed before. */
    static void takeOff(FetchGroupTracker instance, Session session) {
        FetchGroup group = instance._persistence_getFetchGroup();
        if (group instanceof FreeFetchGroup free) {
            instance._persistence_setFetchGroup(free.managed);
        }
        if (group != null) {
            instance._persistence_setSession(session);
        }
    }

    @Override
    public @Nullable String onUnfetchedAttribute(FetchGroupTracker instance, String attributeName) {
        return instance._persistence_getSession() == null
                ? super.onUnfetchedAttribute(instance, attributeName)
                : home.unit().withReader(home.store(), reader -> load(instance, attributeName, reader));
    }

    @Override
    public @Nullable String onUnfetchedAttributeForSet(FetchGroupTracker instance, String attributeName) {
        return instance._persistence_getSession() == null
                ? super.onUnfetchedAttributeForSet(instance, attributeName)
                : onUnfetchedAttribute(instance, attributeName);
    }

    private @Nullable String load(FetchGroupTracker instance, String attributeName, UnitOfWorkImpl reader) {
        Session shared = instance._persistence_getSession();
        takeOff(instance, reader);
        try {
            if (CanonicalTargets.managed(instance, reader) != instance) {
                // the map has given it up: load it as a detached instance
                ContextIdentityMaps maps = ContextIdentityMaps.of((Session) reader);
                if (maps != null) {
                    maps.leases().pin(null);
                }
            }
            FetchGroup group = instance._persistence_getFetchGroup();
            return group == null ? null : group.onUnfetchedAttribute(instance, attributeName);
        } finally {
            if (instance._persistence_getFetchGroup() != null && !reader.isObjectRegistered(instance)) {
                instance._persistence_setFetchGroup(this);
                instance._persistence_setSession(shared);
            }
        }
    }

    @Serial
    private Object writeReplace() {
        return new EntityFetchGroup(this);
    }
}
