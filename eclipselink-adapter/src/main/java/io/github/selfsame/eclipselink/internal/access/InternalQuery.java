package io.github.selfsame.eclipselink.internal.access;

import org.eclipse.persistence.queries.DatabaseQuery;

/** Tells the library's own queries from those of the application. */
public final class InternalQuery {

    private static final String MARK = "selfsame.internal";

    private InternalQuery() {}

    /**
     * Marks a query as one of the library's own, which brings nothing but what it asks for.
     *
     * @param query a query that is about to be run
     */
    public static void mark(DatabaseQuery query) {
        query.setIsExecutionClone(true);
        query.setProperty(MARK, true);
    }

    /**
     * Whether a query was marked.
     *
     * @param query any query
     * @return whether it is one of the library's own
     */
    public static boolean is(DatabaseQuery query) {
        return query.hasProperties() && query.getProperty(MARK) != null;
    }
}
