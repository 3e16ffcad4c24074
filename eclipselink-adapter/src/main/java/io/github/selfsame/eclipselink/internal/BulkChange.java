package io.github.selfsame.eclipselink.internal;

import io.github.selfsame.eclipselink.internal.access.EclipseLinkInternals;
import io.github.selfsame.spi.Partition;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.internal.databaseaccess.DatabaseCall;
import org.eclipse.persistence.internal.queries.StatementQueryMechanism;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.queries.DataModifyQuery;
import org.eclipse.persistence.queries.DatabaseQuery;
import org.eclipse.persistence.queries.DeleteAllQuery;
import org.eclipse.persistence.queries.ModifyAllQuery;
import org.jspecify.annotations.Nullable;

/**
 * A statement that has changed rows past the instances (rule R11).
 *
 * @param rootType the hierarchy that it has touched, or {@code null} if that can't be known
 */
record BulkChange(@Nullable Class<?> rootType) {

    /** Every row may be another one now. */
    static final BulkChange ANYTHING = new BulkChange(null);

    /** What a query of the unit of work has changed; empty if nothing, or if the unit of work itself knows about it. */
    static Set<BulkChange> of(@Nullable DatabaseQuery query, UnitOfWorkImpl unitOfWork) {
        if (query instanceof ModifyAllQuery bulk) {
            ClassDescriptor descriptor = bulk.getDescriptor();
            return descriptor == null ? Set.of(ANYTHING) : of(bulk, EclipseLinkUnit.rootTypeOf(descriptor), unitOfWork);
        }
        if (query instanceof DataModifyQuery) {
            return isOwn(query, unitOfWork) ? Set.of() : Set.of(ANYTHING);
        }
        return isProcedure(query) ? Set.of(ANYTHING) : Set.of();
    }

    private static Set<BulkChange> of(ModifyAllQuery bulk, Class<?> rootType, UnitOfWorkImpl unitOfWork) {
        Dependents dependents = EclipseLinkUnit.of(unitOfWork).dependents();
        Set<BulkChange> changes = new HashSet<>(ofAll(
                bulk instanceof DeleteAllQuery ? dependents.deletedWith(rootType) : dependents.writtenWith(rootType)));
        changes.add(new BulkChange(rootType));
        return changes;
    }

    /** Any row of these hierarchies may be another one now. */
    static Set<BulkChange> ofAll(Set<Class<?>> rootTypes) {
        return rootTypes.stream().map(BulkChange::new).collect(Collectors.toSet());
    }

    /** Whether EclipseLink writes what is in an association, along with the instances: no statement of the application's is made of parts. */
    private static boolean isOwn(DatabaseQuery query, UnitOfWorkImpl unitOfWork) {
        return EclipseLinkInternals.isWriting(unitOfWork)
                && query.getQueryMechanism() instanceof StatementQueryMechanism;
    }

    /** Whether the query calls a procedure or function, which may write whatever it gives. */
    private static boolean isProcedure(@Nullable DatabaseQuery query) {
        return query != null
                && query.getDatasourceCall() instanceof DatabaseCall call
                && (call.isStoredProcedureCall() || call.isStoredFunctionCall());
    }

    void applyTo(Partition partition) {
        if (rootType == null) {
            ((EclipseLinkUnit) partition.unit()).associations().everythingChanged();
            partition.markAllStale();
        } else {
            Dependents.moved(rootType, partition);
            partition.markStale(rootType);
        }
    }
}
