package io.github.selfsame.eclipselink.internal.prefetch;

import io.github.selfsame.eclipselink.internal.BuiltInstances;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.queries.ComplexQueryResult;
import org.eclipse.persistence.queries.ReadAllQuery;
import org.eclipse.persistence.queries.ReportQuery;

/** Runs the queries of a prefetch and counts what they bring. */
final class BulkQueries {

    private BulkQueries() {}

    /** Reads entities; the result is as the query is set to give it. */
    static Object execute(ReadAllQuery query, UnitOfWorkImpl unitOfWork, StepTally tally) {
        int before = BuiltInstances.count(unitOfWork);
        Object result = unitOfWork.executeQuery(query);
        int built = BuiltInstances.count(unitOfWork) - before;
        Object entities = result instanceof ComplexQueryResult complex ? complex.getResult() : result;
        if (entities instanceof List<?> list) {
            Set<Object> distinct = Collections.newSetFromMap(new IdentityHashMap<>(2 * list.size()));
            distinct.addAll(list);
            tally.statement(list.size(), built);
            tally.reused(Math.max(0, distinct.size() - built));
        }
        return result;
    }

    /** Reads values. */
    static List<?> rows(ReportQuery query, UnitOfWorkImpl unitOfWork, StepTally tally) {
        List<?> rows = (List<?>) unitOfWork.executeQuery(query);
        tally.statement(rows.size(), 0);
        return rows;
    }
}
