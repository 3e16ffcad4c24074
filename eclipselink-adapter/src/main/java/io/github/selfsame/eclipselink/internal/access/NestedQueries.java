package io.github.selfsame.eclipselink.internal.access;

import java.util.HashMap;
import java.util.Map;
import org.eclipse.persistence.internal.queries.JoinedAttributeManager;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.queries.ObjectLevelReadQuery;
import org.jspecify.annotations.Nullable;

/**
 * Keeps apart what EclipseLink remembers while a query builds what it has joined. It makes one nested query for each joined
 * association, bound to the session for which it builds first: the one with which the shared cache is filled must not be
 * that with which instances of a unit of work are built, in either direction (rule R14).
 */
public final class NestedQueries {

    private @Nullable JoinedAttributeManager joins;
    private Map<DatabaseMapping, ObjectLevelReadQuery> queries = new HashMap<>();

    /** Builds something that a query has joined, for the unit of work. */
    public void building(@Nullable JoinedAttributeManager ofQuery, Runnable build) {
        if (ofQuery == null) {
            build.run();
            return;
        }
        if (ofQuery != joins) {
            joins = ofQuery;
            queries = new HashMap<>();
        }
        Map<DatabaseMapping, ObjectLevelReadQuery> others = ofQuery.getJoinedMappingQueryClones();
        ofQuery.setJoinedMappingQueryClones(queries);
        try {
            build.run();
        } finally {
            ofQuery.setJoinedMappingQueryClones(others);
        }
    }
}
