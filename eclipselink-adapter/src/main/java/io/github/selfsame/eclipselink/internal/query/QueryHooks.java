package io.github.selfsame.eclipselink.internal.query;

import static io.github.selfsame.eclipselink.internal.query.QueryMessages.MESSAGES;

import io.github.selfsame.eclipselink.internal.access.HintTable;
import io.github.selfsame.eclipselink.internal.prefetch.MultipleQuery;
import org.eclipse.persistence.internal.sessions.AbstractSession;
import org.eclipse.persistence.queries.DatabaseQuery;
import org.eclipse.persistence.sessions.Session;
import org.eclipse.persistence.sessions.SessionEvent;
import org.eclipse.persistence.sessions.SessionEventAdapter;

/** Sees to it that queries are run as their hints and their entities' defaults say (rules Q1 and P12). */
public final class QueryHooks extends SessionEventAdapter {

    private final HintedQueries hinted = new HintedQueries();

    private QueryHooks() {}

    /**
     * Installs the hooks in a session that has not logged in yet.
     *
     * @param session the session of a persistence unit
     */
    public static void install(Session session) {
        HintTable.register(HintNames.ALL);
        session.getEventManager().addListener(new QueryHooks());
    }

    @Override
    public void preLogin(SessionEvent event) {
        NamedQueryHints.check(event.getSession());
    }

    @Override
    public void postLogin(SessionEvent event) {
        if (event.getSession() instanceof AbstractSession session) {
            DefaultPrefetches.find(session);
        }
    }

    @Override
    public void preExecuteQuery(SessionEvent event) {
        DatabaseQuery query = event.getQuery();
        if (query != null && query.getRedirector() != hinted && hinted.concerns(query, event.getSession())) {
            if (query.getRedirector() instanceof MultipleQuery multiple) {
                query.setProperty(HintedQueries.MULTIPLE, multiple);
            } else if (query.getRedirector() != null) {
                throw MESSAGES.redirected();
            }
            query.setRedirector(hinted);
        }
    }
}
