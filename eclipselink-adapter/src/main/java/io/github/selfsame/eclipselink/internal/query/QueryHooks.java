package io.github.selfsame.eclipselink.internal.query;

import static io.github.selfsame.eclipselink.internal.query.QueryMessages.MESSAGES;

import io.github.selfsame.eclipselink.internal.QueryHook;
import io.github.selfsame.eclipselink.internal.access.HintTable;
import io.github.selfsame.eclipselink.internal.prefetch.MultipleQuery;
import org.eclipse.persistence.internal.sessions.AbstractSession;
import org.eclipse.persistence.queries.DatabaseQuery;
import org.eclipse.persistence.sessions.Session;

/** Sees to it that queries are run as their hints and their entities' defaults say (rules Q1 and P12). */
public final class QueryHooks implements QueryHook {

    private final HintedQueries hinted = new HintedQueries();

    /** Makes the library's hints known to EclipseLink. */
    public QueryHooks() {
        HintTable.register(HintNames.ALL);
    }

    @Override
    public void loggingIn(Session session) {
        NamedQueryHints.check(session);
    }

    @Override
    public void loggedIn(AbstractSession session) {
        DefaultPrefetches.find(session);
    }

    @Override
    public void executing(DatabaseQuery query, Session session) {
        if (query.getRedirector() != hinted && hinted.concerns(query, session)) {
            if (query.getRedirector() instanceof MultipleQuery multiple) {
                query.setProperty(HintedQueries.MULTIPLE, multiple);
            } else if (query.getRedirector() != null) {
                throw MESSAGES.redirected();
            }
            query.setRedirector(hinted);
        }
    }
}
