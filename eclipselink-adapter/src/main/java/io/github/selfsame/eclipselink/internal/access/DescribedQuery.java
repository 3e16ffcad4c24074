package io.github.selfsame.eclipselink.internal.access;

import io.github.selfsame.spi.QueryDescription;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.Query;
import java.util.List;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.expressions.Expression;
import org.eclipse.persistence.internal.jpa.QueryImpl;
import org.eclipse.persistence.internal.queries.ReportItem;
import org.eclipse.persistence.internal.sessions.AbstractSession;
import org.eclipse.persistence.queries.DatabaseQuery;
import org.eclipse.persistence.queries.ObjectLevelReadQuery;
import org.eclipse.persistence.queries.ReadQuery;
import org.eclipse.persistence.queries.ReportQuery;
import org.jspecify.annotations.Nullable;

/** What EclipseLink knows about a query. */
public final class DescribedQuery implements QueryDescription {

    /** The query itself, or what a container has put around it. */
    private final Query given;

    private final QueryImpl query;

    private DescribedQuery(Query given, QueryImpl query) {
        this.given = given;
        this.query = query;
    }

    /**
     * Describes a query.
     *
     * @param query any query
     * @return the description, or {@code null} if it is no query of EclipseLink
     */
    public static @Nullable QueryDescription of(Query query) {
        try {
            return new DescribedQuery(query, query.unwrap(QueryImpl.class));
        } catch (PersistenceException e) {
            // how a query of another provider says no
            return null;
        }
    }

    @Override
    public @Nullable String resultType() {
        DatabaseQuery database = query.getDatabaseQueryInternal();
        Class<?> type = null;
        if (database instanceof ReportQuery report) {
            type = report.getItems().size() == 1 ? typeOf(report.getItems().get(0)) : null;
        } else if (database instanceof ObjectLevelReadQuery read) {
            type = read.getReferenceClass();
        }
        return type == null ? null : type.getName();
    }

    private static @Nullable Class<?> typeOf(ReportItem item) {
        return item.getDescriptor() == null
                ? item.getResultType()
                : item.getDescriptor().getJavaClass();
    }

    @Override
    public @Nullable String text() {
        DatabaseQuery database = query.getDatabaseQueryInternal();
        if (database.getEJBQLString() != null) {
            return database.getEJBQLString();
        }
        if (database.isCallQuery()) {
            return database.getSQLString();
        }
        Expression criteria = database.getSelectionCriteria();
        return criteria == null ? null : criteria.toString().strip().replaceAll("\\s+", " ");
    }

    @Override
    public List<?> results(int most) {
        int limit = given.getMaxResults();
        if (limit <= most || !(query.getDatabaseQueryInternal() instanceof ReadQuery before) || fetchesByJoin(before)) {
            return given.getResultList();
        }
        int rows = before.getMaxRows();
        given.setMaxResults(most);
        try {
            return given.getResultList();
        } finally {
            given.setMaxResults(limit);
            // EclipseLink would go on with the lower limit otherwise
            if (query.getDatabaseQueryInternal() instanceof ReadQuery after) {
                after.setMaxRows(rows);
                after.setIsPrepared(false);
            }
        }
    }

    private boolean fetchesByJoin(ReadQuery read) {
        if (!(read instanceof ObjectLevelReadQuery objects)) {
            return false;
        }
        ClassDescriptor descriptor = descriptorOf(objects.getReferenceClass());
        return objects.hasJoining()
                || (descriptor != null && descriptor.getObjectBuilder().hasJoinedAttributes());
    }

    @Override
    public @Nullable Object idOf(Object value) {
        ClassDescriptor descriptor = descriptorOf(value.getClass());
        return descriptor == null || descriptor.isDescriptorTypeAggregate()
                ? null
                : descriptor.getObjectBuilder().extractPrimaryKeyFromObject(value, session(), true);
    }

    private @Nullable ClassDescriptor descriptorOf(@Nullable Class<?> type) {
        return type == null ? null : session().getDescriptor(type);
    }

    private AbstractSession session() {
        return query.getEntityManager().getAbstractSession();
    }
}
