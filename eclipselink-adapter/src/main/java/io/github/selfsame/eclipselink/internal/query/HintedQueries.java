package io.github.selfsame.eclipselink.internal.query;

import io.github.selfsame.eclipselink.internal.AtHand;
import io.github.selfsame.eclipselink.internal.prefetch.MultipleQuery;
import java.util.Map;
import org.eclipse.persistence.internal.sessions.AbstractRecord;
import org.eclipse.persistence.internal.sessions.AbstractSession;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.queries.DatabaseQuery;
import org.eclipse.persistence.queries.QueryRedirector;
import org.eclipse.persistence.queries.ReadAllQuery;
import org.eclipse.persistence.sessions.DataRecord;
import org.eclipse.persistence.sessions.Session;

/**
 * Runs queries as their hints and their entities' defaults say. Keeps no state, and decides anew at each run: many
 * threads run one named query, within maps and without.
 */
final class HintedQueries implements QueryRedirector {

    private static final long serialVersionUID = 1L;

    /** Where a query has what finds entities in its place. */
    static final String MULTIPLE = "selfsame.multiple";

    /** Whether there may be more to do than running the query. */
    boolean concerns(DatabaseQuery query, Session session) {
        Map<String, Object> hints = HintValues.of(query);
        return hints.containsKey(HintNames.PREFETCH)
                || hints.containsKey(HintNames.KEY_FIRST)
                || PrefetchedGraph.isHinted(hints)
                || DefaultPrefetches.concern(query, session);
    }

    @Override
    public Object invokeQuery(DatabaseQuery query, DataRecord arguments, Session session) {
        // the query is a clone of its own, so it may be changed
        PrefetchAfterQuery prefetch = PrefetchAfterQuery.of(query, session);
        Object result = run(query, (AbstractRecord) arguments, (AbstractSession) session);
        prefetch.run(result);
        return result;
    }

    private static Object run(DatabaseQuery query, AbstractRecord arguments, AbstractSession session) {
        if (session instanceof UnitOfWorkImpl context
                && query.hasProperties()
                && query.getProperty(MULTIPLE) instanceof MultipleQuery multiple) {
            return multiple.find(query.getDescriptor(), context);
        }
        if (HintValues.isOn(HintNames.KEY_FIRST, HintValues.of(query), false)
                && session instanceof UnitOfWorkImpl context
                && query instanceof ReadAllQuery all
                && KeyFirstQuery.isPossible(all)) {
            AtHand atHand = AtHand.in(context, all.getDescriptor());
            if (atHand != null) {
                return new KeyFirstQuery(all, context, atHand).run(arguments);
            }
        }
        return query.execute(session, arguments);
    }
}
