package io.github.selfsame.eclipselink.internal.access;

import jakarta.persistence.EntityManagerFactory;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.eclipse.persistence.internal.sessions.AbstractSession;
import org.eclipse.persistence.sessions.broker.SessionBroker;
import org.eclipse.persistence.sessions.server.ServerSession;
import org.jspecify.annotations.Nullable;

/**
 * The sessions of single users, such as EntityManagers. That of a composite unit is a broker of one for each of its members, which
 * has no more than they have of its own.
 */
public final class ClientSessions {

    private ClientSessions() {}

    private static boolean areOf(AbstractSession session) {
        return session.isClientSession() || (session instanceof SessionBroker broker && broker.getParent() != null);
    }

    /**
     * The session of the unit.
     *
     * @param user a session that is used, be it a user's own or that of the unit
     * @return what all users of the unit have in common
     */
    public static AbstractSession unitOf(AbstractSession user) {
        return areOf(user) ? user.getParent() : user;
    }

    /**
     * What may decide which rows a user sees.
     *
     * @param user a session that is used
     * @return its own properties; for a composite unit those of its members, by their names
     */
    public static Map<Object, Object> propertiesOf(AbstractSession user) {
        if (!areOf(user)) {
            return Map.of();
        }
        Map<Object, Object> own = user.hasProperties() ? new HashMap<>(user.getProperties()) : new HashMap<>();
        // where it came from: Open Liberty has a pool for each place of injection, and names it in the properties
        own.values().removeIf(EntityManagerFactory.class::isInstance);
        if (user instanceof SessionBroker composite) {
            composite.getSessionsByName().forEach((name, member) -> {
                Map<Object, Object> ofMember = propertiesOf(member);
                if (!ofMember.isEmpty()) {
                    own.put(name, ofMember);
                }
            });
        }
        return own.isEmpty() ? Map.of() : own;
    }

    /**
     * Does what needs the properties of a user.
     *
     * @param unit the session of the unit
     * @param properties as {@link #propertiesOf} gave them
     * @param work gets a session that is released afterwards
     * @return what the work gave
     */
    public static <T> T with(AbstractSession unit, Map<Object, Object> properties, Function<AbstractSession, T> work) {
        AbstractSession user = open(unit, properties.isEmpty() ? null : properties);
        try {
            return work.apply(user);
        } finally {
            if (user != unit) {
                user.release();
            }
        }
    }

    private static AbstractSession open(AbstractSession unit, @Nullable Map<Object, Object> properties) {
        if (unit instanceof ServerSession server) {
            return server.acquireClientSession(properties);
        }
        return unit instanceof SessionBroker composite && composite.isServerSessionBroker()
                ? composite.acquireClientSessionBroker(null, properties)
                : unit;
    }
}
