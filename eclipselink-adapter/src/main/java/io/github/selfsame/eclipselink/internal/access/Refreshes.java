package io.github.selfsame.eclipselink.internal.access;

import org.eclipse.persistence.indirection.ValueHolderInterface;
import org.eclipse.persistence.internal.indirection.QueryBasedValueHolder;
import org.eclipse.persistence.queries.ObjectBuildingQuery;
import org.jspecify.annotations.Nullable;

/** What is refreshed later. */
public final class Refreshes {

    private Refreshes() {}

    /**
     * Whether an association that is not loaded is to be refreshed when it is: its owner was, and that cascades. EclipseLink
     * does that by itself for what it loads through the value holder.
     *
     * @param holder the association's value holder
     * @return whether nothing else may load it
     */
    public static boolean arePendingFor(@Nullable ValueHolderInterface<?> holder) {
        return holder != null
                && Associations.innermost(holder) instanceof QueryBasedValueHolder<?> source
                && (source.getRefreshCascadePolicy() != null
                        || (source.getQuery() instanceof ObjectBuildingQuery query
                                && query.shouldRefreshIdentityMapResult()));
    }
}
