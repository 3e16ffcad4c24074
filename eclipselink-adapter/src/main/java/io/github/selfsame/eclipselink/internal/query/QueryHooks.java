package io.github.selfsame.eclipselink.internal.query;

import java.util.Map;
import org.eclipse.persistence.internal.jpa.QueryHintsHandler;
import org.eclipse.persistence.queries.DatabaseQuery;
import org.eclipse.persistence.queries.ReadAllQuery;
import org.eclipse.persistence.sessions.Session;
import org.eclipse.persistence.sessions.SessionEvent;
import org.eclipse.persistence.sessions.SessionEventAdapter;
import org.jspecify.annotations.Nullable;

/** Follows the hints of queries (rules Q1 and P12). */
public final class QueryHooks extends SessionEventAdapter {

    private final KeyFirstRedirector keyFirst = new KeyFirstRedirector();

    private QueryHooks() {}

    /**
     * Installs the hooks in a session that has not logged in yet.
     *
     * @param session the session of a persistence unit
     */
    public static void install(Session session) {
        KnownHints.register();
        session.getEventManager().addListener(new QueryHooks());
    }

    @Override
    public void preLogin(SessionEvent event) {
        KnownHints.checkNamedQueries(event.getSession());
    }

    @Override
    public void preExecuteQuery(SessionEvent event) {
        Map<String, Object> hints = hints(event.getQuery());
        if (hints != null
                && HintValues.isOn(HintNames.KEY_FIRST, hints)
                && event.getQuery() instanceof ReadAllQuery query
                && query.getRedirector() == null
                && KeyFirstQuery.isPossible(query)) {
            query.setRedirector(keyFirst);
        }
    }

    @SuppressWarnings("unchecked")
    private static @Nullable Map<String, Object> hints(@Nullable DatabaseQuery query) {
        return query == null || !query.hasProperties()
                ? null
                : (Map<String, Object>) query.getProperty(QueryHintsHandler.QUERY_HINT_PROPERTY);
    }
}
