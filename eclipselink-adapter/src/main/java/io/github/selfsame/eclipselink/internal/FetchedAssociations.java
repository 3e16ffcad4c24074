package io.github.selfsame.eclipselink.internal;

import io.github.selfsame.eclipselink.internal.access.Associations;
import io.github.selfsame.eclipselink.internal.access.NestedQueries;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.indirection.IndirectContainer;
import org.eclipse.persistence.indirection.ValueHolderInterface;
import org.eclipse.persistence.internal.queries.JoinedAttributeManager;
import org.eclipse.persistence.internal.sessions.AbstractRecord;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.mappings.AggregateObjectMapping;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.mappings.ForeignReferenceMapping;
import org.eclipse.persistence.queries.ObjectBuildingQuery;
import org.eclipse.persistence.queries.ObjectLevelReadQuery;
import org.jspecify.annotations.Nullable;

/**
 * What a query has fetched along with a row, by join or batch. EclipseLink drops that for an instance that it has already, and
 * would read each association again when it is touched: here an adopted instance is given it.
 */
final class FetchedAssociations implements Associations.Visitor {

    private final ObjectBuildingQuery query;
    private final @Nullable JoinedAttributeManager joins;
    private final AbstractRecord row;
    private final UnitOfWorkImpl unitOfWork;
    private final ClassDescriptor descriptor;

    /**
     * Looks at a row.
     *
     * @param query has read it
     * @param joins what the query has joined
     * @param descriptor of the row's entity
     */
    FetchedAssociations(
            ObjectBuildingQuery query,
            @Nullable JoinedAttributeManager joins,
            AbstractRecord row,
            UnitOfWorkImpl unitOfWork,
            ClassDescriptor descriptor) {
        this.query = query;
        this.joins = joins;
        this.row = row;
        this.unitOfWork = unitOfWork;
        this.descriptor = descriptor;
    }

    /** Whether the query may bring more than the entity itself. */
    static boolean mayBeBroughtBy(
            ObjectBuildingQuery query, @Nullable JoinedAttributeManager joins, ClassDescriptor descriptor) {
        return (joins != null && joins.isToManyJoin())
                || (joins != null && joins.hasJoinedAttributeExpressions())
                || (joins != null && joins.hasJoinedExpressions())
                || (query instanceof ObjectLevelReadQuery read
                        && (read.hasBatchReadAttributes()
                                || (read.isReadAllQuery()
                                        && CanonicalObjectBuilder.traits(descriptor)
                                                .associations()
                                                .areSomeBatched())));
    }

    /**
     * Gives an adopted instance what was fetched for it.
     *
     * @param maps those of the persistence context
     * @param nestedQueries keeps apart what is built for it
     * @param primaryKey the row's
     * @param free the canonical instance, if it is free and may be managed without what is in the row; else {@code null}
     */
    void adopt(ContextIdentityMaps maps, NestedQueries nestedQueries, Object primaryKey, @Nullable Object free) {
        // what is brought for an instance can be given to one only that is taken over
        boolean takesOver = maps.leases().leavesFree() && hasLazy();
        if (takesOver) {
            maps.leases().leaveFree(false);
        }
        try {
            if (free != null) {
                // an eager reference must find its target when the instance is adopted; not where that takes what is in
                // the row: targets that refer to it would read it again
                nestedQueries.building(joins, () -> buildEager(free));
            }
            // it may have been adopted as the target of another row; what was managed before the query EclipseLink
            // leaves alone, too
            Object adopted = maps.reads().adoptedNow(descriptor, primaryKey);
            if (adopted != null) {
                nestedQueries.building(joins, () -> Associations.visit(adopted, descriptor, this));
            }
        } finally {
            if (takesOver) {
                maps.leases().leaveFree(true);
            }
        }
    }

    /** Whether a lazy association is among it. */
    private boolean hasLazy() {
        for (DatabaseMapping mapping : descriptor.getObjectBuilder().getRelationshipMappings()) {
            if (mapping instanceof ForeignReferenceMapping reference
                    && reference.usesIndirection()
                    && isFetched(reference)) {
                return true;
            }
        }
        return false;
    }

    /** Builds what eager references of the row refer to: what the query has joined, and what it can read in a batch if it is not at hand. */
    private void buildEager(Object free) {
        for (DatabaseMapping mapping : descriptor.getObjectBuilder().getRelationshipMappings()) {
            if (mapping instanceof ForeignReferenceMapping reference
                    && !reference.usesIndirection()
                    && (isJoined(reference) || (isFetched(reference) && !isAtHand(free, reference)))) {
                valueOf(reference);
            }
        }
    }

    private boolean isAtHand(Object owner, ForeignReferenceMapping eager) {
        Object target = eager.isObjectReferenceMapping() ? eager.getAttributeValueFromObject(owner) : null;
        return target == null || CanonicalTargets.registered(target, unitOfWork) != null;
    }

    @Override
    public void embeddable(
            Object holder, Object embeddable, ClassDescriptor descriptor, AggregateObjectMapping mapping) {}

    @Override
    public void association(Object holder, ForeignReferenceMapping mapping) {
        if (!mapping.usesIndirection() || !isFetched(mapping)) {
            return;
        }
        Object value = mapping.getAttributeValueFromObject(holder);
        Object valueHolder = value instanceof IndirectContainer<?> container ? container.getValueHolder() : value;
        // a batch is not read yet
        if (valueHolder instanceof CanonicalValueHolder adopted
                && adopted.awaitsFetch()
                && (isJoined(mapping) || adopted.needsStatement())) {
            Object fetched = valueOf(mapping);
            if (fetched instanceof IndirectContainer<?>) {
                fetched = Adoption.indirect(fetched).getValueHolder();
            }
            if (fetched instanceof ValueHolderInterface<?>) {
                adopted.fetched(Adoption.valueHolder(fetched));
            }
        }
    }

    private Object valueOf(ForeignReferenceMapping mapping) {
        return mapping.valueFromRow(row, joins, query, null, unitOfWork, true, new Boolean[] {false});
    }

    private boolean isJoined(ForeignReferenceMapping mapping) {
        return joins != null && joins.isAttributeJoined(mapping.getDescriptor(), mapping);
    }

    private boolean isFetched(ForeignReferenceMapping mapping) {
        return isJoined(mapping)
                || (query instanceof ObjectLevelReadQuery read
                        && (read.isAttributeBatchRead(mapping.getDescriptor(), mapping.getAttributeName())
                                || (read.isReadAllQuery() && mapping.shouldUseBatchReading())));
    }
}
