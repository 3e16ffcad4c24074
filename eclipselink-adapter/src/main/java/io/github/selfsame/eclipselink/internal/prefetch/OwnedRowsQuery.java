package io.github.selfsame.eclipselink.internal.prefetch;

import io.github.selfsame.eclipselink.internal.BuiltInstances;
import io.github.selfsame.eclipselink.internal.access.Partitions;
import java.io.Serial;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.descriptors.FetchGroupManager;
import org.eclipse.persistence.exceptions.DatabaseException;
import org.eclipse.persistence.internal.databaseaccess.DatabaseAccessor;
import org.eclipse.persistence.internal.databaseaccess.DatabaseCall;
import org.eclipse.persistence.internal.identitymaps.IdentityMap;
import org.eclipse.persistence.internal.queries.DatasourceCallQueryMechanism;
import org.eclipse.persistence.internal.sessions.AbstractSession;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.queries.ReadAllQuery;
import org.jspecify.annotations.Nullable;

/**
 * Reads the targets of many owners straight from the result of the statement. Through a link table a target comes as often as
 * it has owners: all but the first of these rows are read no further than to the keys, and nothing is built for them.
 */
final class OwnedRowsQuery extends ReadAllQuery {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient OwnerKey ownerKey;
    private final boolean keepsRecords;
    private transient Map<Object, OwnedRows> found = Map.of();
    private int rows;

    /**
     * Prepares a query for all targets of a type.
     *
     * @param type the type, which is {@linkplain #supports supported}
     * @param ownerKey tells the owner of a row
     * @param keepsRecords whether the record of each row is needed
     */
    OwnedRowsQuery(Class<?> type, OwnerKey ownerKey, boolean keepsRecords) {
        super(type);
        this.ownerKey = ownerKey;
        this.keepsRecords = keepsRecords;
    }

    /** Whether EclipseLink would read such targets by one statement, too, and make of each row an instance that it manages. */
    static boolean supports(ClassDescriptor targets, UnitOfWorkImpl unitOfWork) {
        return !targets.isDescriptorForInterface()
                && !targets.hasTablePerClassPolicy()
                && !(targets.hasInheritance() && targets.getInheritancePolicy().requiresMultipleTableSubclassRead())
                && !targets.shouldAlwaysConformResultsInUnitOfWork()
                && !targets.getObjectBuilder().hasWrapperPolicy()
                && !Partitions.exist(targets)
                && !unitOfWork.isNestedUnitOfWork()
                && !unitOfWork.isClassReadOnly(targets.getJavaClass(), targets);
    }

    /**
     * Executes the query.
     *
     * @return what was read, by the forms of the owners' keys
     */
    Map<Object, OwnedRows> read(UnitOfWorkImpl unitOfWork, StepTally tally) {
        setShouldIncludeData(false);
        int before = BuiltInstances.count(unitOfWork);
        int distinct = ((List<?>) unitOfWork.executeQuery(this)).size();
        int built = BuiltInstances.count(unitOfWork) - before;
        tally.statement(rows, built);
        tally.reused(Math.max(0, distinct - built));
        return found;
    }

    /** Returns each target once, and has sorted them by owner. They are built after all rows have been read, as by EclipseLink. */
    @Override
    protected Object executeObjectLevelReadQuery() {
        DatabaseCall call = ((DatasourceCallQueryMechanism) getQueryMechanism()).selectResultSet();
        setExecutionTime(System.currentTimeMillis());
        AbstractSession session = getSession();
        DatabaseAccessor accessor = (DatabaseAccessor) getAccessor();
        OwnedRowsReader reader;
        try (OpenResult open = new OpenResult(call, accessor)) {
            reader = new OwnedRowsReader(
                    call,
                    accessor,
                    session,
                    ownerKey,
                    getDescriptor().getPrimaryKeyFields(),
                    keepsRecords,
                    this::managed);
            reader.read();
        } catch (SQLException e) {
            DatabaseException lost = accessor.processExceptionForCommError(session, e, call);
            throw lost == null ? DatabaseException.sqlException(e, call, accessor, session, false) : lost;
        }
        rows = reader.rows();
        found = reader.byOwner();
        return reader.build(this::buildObject);
    }

    /** What the unit of work manages for a key, if EclipseLink would give that as it is, whatever the row says. */
    private @Nullable Object managed(@Nullable Object key) {
        ClassDescriptor type = getDescriptor();
        UnitOfWorkImpl unitOfWork = (UnitOfWorkImpl) getSession();
        // nothing is taken over here: whether a free instance lags behind is in the row
        IdentityMap present = unitOfWork
                .getIdentityMapAccessorInstance()
                .getIdentityMapManager()
                .getIdentityMap(type, true);
        Object entity = present != null && present.containsKey(key) ? present.get(key) : null;
        FetchGroupManager fetchGroups = type.getFetchGroupManager();
        return EntitiesByKey.isManaged(entity, type, unitOfWork)
                        && (fetchGroups == null || !fetchGroups.isPartialObject(entity))
                ? entity
                : null;
    }

    /** What has to be given back when the rows have been read, or can't be. */
    private final class OpenResult implements AutoCloseable {

        private final DatabaseCall call;
        private final DatabaseAccessor accessor;

        OpenResult(DatabaseCall call, DatabaseAccessor accessor) {
            this.call = call;
            this.accessor = accessor;
        }

        @Override
        public void close() throws SQLException {
            try {
                call.getResult().close();
                accessor.releaseStatement(call.getStatement(), call.getSQLString(), call, getSession());
            } finally {
                if (call.hasAllocatedConnection()) {
                    getExecutionSession().releaseConnectionAfterCall(OwnedRowsQuery.this);
                }
            }
        }
    }
}
