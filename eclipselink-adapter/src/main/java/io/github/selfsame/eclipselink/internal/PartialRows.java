package io.github.selfsame.eclipselink.internal;

import io.github.selfsame.eclipselink.internal.access.EclipseLinkInternals;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.internal.helper.DatabaseField;
import org.eclipse.persistence.internal.queries.StatementQueryMechanism;
import org.eclipse.persistence.internal.sessions.AbstractRecord;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.queries.FetchGroup;
import org.eclipse.persistence.queries.ObjectBuildingQuery;
import org.eclipse.persistence.queries.ResultSetMappingQuery;

/**
 * Rows that lack columns, of statements that the application has written itself. EclipseLink puts {@code null} in the place of what is
 * missing. That is for the persistence context that has asked for it, and for nobody else (rule R12).
 */
final class PartialRows {

    private PartialRows() {}

    /** Whether columns are missing that the query would read into an entity. */
    static boolean isPartial(AbstractRecord row, ObjectBuildingQuery query, ClassDescriptor descriptor) {
        if (!query.isCallQuery() || query.getQueryMechanism() instanceof StatementQueryMechanism) {
            return false;
        }
        FetchGroup read = query.getExecutionFetchGroup(descriptor);
        // such a query puts a null there itself
        boolean isMissingNull = query instanceof ResultSetMappingQuery;
        for (DatabaseMapping mapping : EclipseLinkInternals.mappings(descriptor)) {
            if (!mapping.isWriteOnly()
                    && (read == null || query.shouldReadMapping(mapping, read))
                    && isMissing(mapping, row, isMissingNull)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isMissing(DatabaseMapping mapping, AbstractRecord row, boolean isMissingNull) {
        for (DatabaseField field : EclipseLinkInternals.fields(mapping)) {
            if (isMissingNull ? row.get(field) == null : !row.containsKey(field)) {
                return true;
            }
        }
        return false;
    }
}
