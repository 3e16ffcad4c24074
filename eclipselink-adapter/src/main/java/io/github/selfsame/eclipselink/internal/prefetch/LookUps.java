package io.github.selfsame.eclipselink.internal.prefetch;

import io.github.selfsame.eclipselink.internal.access.RowConditions;
import org.eclipse.persistence.internal.indirection.DatabaseValueHolder;
import org.eclipse.persistence.internal.indirection.QueryBasedValueHolder;
import org.eclipse.persistence.internal.indirection.WrappingValueHolder;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.mappings.OneToOneMapping;
import org.eclipse.persistence.queries.ReadObjectQuery;

/** Knows which references EclipseLink loads by a mere look into the unit of work; it runs a query for each of them to come to that. */
final class LookUps {

    private LookUps() {}

    /** Whether a reference's own query would begin with a look into the unit of work, and take what is there as it is. */
    static boolean areByKey(DatabaseValueHolder<?> holder, OneToOneMapping mapping, UnitOfWorkImpl unitOfWork) {
        return holder instanceof WrappingValueHolder<?> wrapping
                && wrapping.getWrappedValueHolder() instanceof QueryBasedValueHolder<?> source
                && source.getClass() == QueryBasedValueHolder.class
                && !source.isInstantiated()
                && source.getRefreshCascadePolicy() == null
                && source.getSession() == unitOfWork
                && !RowConditions.areOn(mapping)
                && source.getQuery() instanceof ReadObjectQuery query
                && query.shouldCheckCache()
                && query.shouldMaintainCache()
                && !query.shouldRefreshIdentityMapResult()
                && !query.shouldRetrieveBypassCache()
                && !(query.shouldCheckDescriptorForCacheUsage()
                        && mapping.getReferenceDescriptor().shouldDisableCacheHits())
                && !query.isLockQuery(unitOfWork);
    }
}
