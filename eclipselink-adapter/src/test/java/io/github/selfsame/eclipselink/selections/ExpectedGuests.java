package io.github.selfsame.eclipselink.selections;

import java.io.Serial;
import java.util.List;
import org.eclipse.persistence.internal.sessions.AbstractRecord;
import org.eclipse.persistence.internal.sessions.AbstractSession;
import org.eclipse.persistence.queries.DatabaseQuery;
import org.eclipse.persistence.queries.QueryRedirector;
import org.eclipse.persistence.sessions.DataRecord;
import org.eclipse.persistence.sessions.Session;

/** Runs a query, and leaves guests out that nobody expects. */
public class ExpectedGuests implements QueryRedirector {

    @Serial
    private static final long serialVersionUID = 1L;

    @Override
    public Object invokeQuery(DatabaseQuery query, DataRecord arguments, Session session) {
        query.setDoNotRedirect(true);
        Object result = query.execute((AbstractSession) session, (AbstractRecord) arguments);
        if (result instanceof List<?> guests) {
            guests.removeIf(guest -> !((Guest) guest).isExpected());
        }
        return result instanceof Guest guest && !guest.isExpected() ? null : result;
    }
}
