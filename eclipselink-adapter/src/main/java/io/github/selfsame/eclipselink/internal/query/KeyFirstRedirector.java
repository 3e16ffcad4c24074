package io.github.selfsame.eclipselink.internal.query;

import io.github.selfsame.eclipselink.internal.AtHand;
import org.eclipse.persistence.internal.sessions.AbstractRecord;
import org.eclipse.persistence.internal.sessions.AbstractSession;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.queries.DatabaseQuery;
import org.eclipse.persistence.queries.QueryRedirector;
import org.eclipse.persistence.queries.ReadAllQuery;
import org.eclipse.persistence.sessions.DataRecord;
import org.eclipse.persistence.sessions.Session;

/** Runs a query keys first where a map is current, else as it is. Keeps no state: many threads run one named query. */
final class KeyFirstRedirector implements QueryRedirector {

    private static final long serialVersionUID = 1L;

    @Override
    public Object invokeQuery(DatabaseQuery query, DataRecord arguments, Session session) {
        AbstractRecord row = (AbstractRecord) arguments;
        if (query instanceof ReadAllQuery all && session instanceof UnitOfWorkImpl unitOfWork) {
            AtHand atHand = AtHand.in(unitOfWork, all.getDescriptor());
            if (atHand != null) {
                return new KeyFirstQuery(all, unitOfWork, atHand).run(row);
            }
        }
        return query.execute((AbstractSession) session, row);
    }
}
