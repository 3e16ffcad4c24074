package io.github.selfsame.eclipselink.internal;

import org.eclipse.persistence.internal.sessions.AbstractSession;
import org.eclipse.persistence.queries.DatabaseQuery;
import org.eclipse.persistence.sessions.Session;

/** What has a say in how queries are run. */
public interface QueryHook {

    /**
     * A session is about to log in.
     *
     * @param session the session of a persistence unit
     */
    void loggingIn(Session session);

    /**
     * A session has logged in.
     *
     * @param session the session of a persistence unit
     */
    void loggedIn(AbstractSession session);

    /**
     * A query is about to be executed.
     *
     * @param query the query, which may be changed
     * @param session where it is executed
     */
    void executing(DatabaseQuery query, Session session);
}
