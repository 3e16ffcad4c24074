package io.github.selfsame.eclipselink.internal;

import io.github.selfsame.eclipselink.internal.access.Associations;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.indirection.IndirectContainer;
import org.eclipse.persistence.indirection.ValueHolderInterface;
import org.eclipse.persistence.internal.indirection.UnitOfWorkValueHolder;
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
 * Gives an adopted instance what a query has fetched for it by join or batch. EclipseLink drops that for an instance that
 * it has already, and would read each association again when it is touched.
 */
final class FetchedAssociations implements Associations.Visitor {

    private final Object instance;
    private final AbstractRecord row;
    private final ObjectBuildingQuery query;
    private final @Nullable JoinedAttributeManager joins;
    private final UnitOfWorkImpl unitOfWork;

    private FetchedAssociations(
            Object instance,
            AbstractRecord row,
            ObjectBuildingQuery query,
            @Nullable JoinedAttributeManager joins,
            UnitOfWorkImpl unitOfWork) {
        this.instance = instance;
        this.row = row;
        this.query = query;
        this.joins = joins;
        this.unitOfWork = unitOfWork;
    }

    /** Whether the query may bring more than the entity itself. */
    static boolean isBroughtBy(ObjectBuildingQuery query, @Nullable JoinedAttributeManager joins) {
        return (joins != null && joins.isToManyJoin())
                || (joins != null && joins.hasJoinedAttributeExpressions())
                || (joins != null && joins.hasJoinedExpressions())
                || (query instanceof ObjectLevelReadQuery read
                        && (read.hasBatchReadAttributes() || read.isReadAllQuery()));
    }

    /** Whether the query brings a lazy association of such entities. */
    static boolean areBroughtFor(
            ClassDescriptor descriptor, ObjectBuildingQuery query, @Nullable JoinedAttributeManager joins) {
        for (DatabaseMapping mapping : descriptor.getObjectBuilder().getRelationshipMappings()) {
            if (mapping instanceof ForeignReferenceMapping reference
                    && reference.usesIndirection()
                    && isFetched(reference, query, joins)) {
                return true;
            }
        }
        return false;
    }

    /** Builds what eager references of a row refer to, as far as the query has joined it. */
    static void buildEager(
            ClassDescriptor descriptor,
            AbstractRecord row,
            ObjectBuildingQuery query,
            @Nullable JoinedAttributeManager joins,
            UnitOfWorkImpl unitOfWork) {
        if (joins == null) {
            return;
        }
        for (DatabaseMapping mapping : descriptor.getObjectBuilder().getRelationshipMappings()) {
            if (mapping instanceof ForeignReferenceMapping reference
                    && !reference.usesIndirection()
                    && joins.isAttributeJoined(descriptor, reference)) {
                reference.valueFromRow(row, joins, query, null, unitOfWork, true, new Boolean[] {false});
            }
        }
    }

    static void offer(
            Object instance,
            ClassDescriptor descriptor,
            AbstractRecord row,
            ObjectBuildingQuery query,
            @Nullable JoinedAttributeManager joins,
            UnitOfWorkImpl unitOfWork) {
        Associations.visit(instance, descriptor, new FetchedAssociations(instance, row, query, joins, unitOfWork));
    }

    @Override
    public void embeddable(
            Object holder, Object embeddable, ClassDescriptor descriptor, AggregateObjectMapping mapping) {}

    @Override
    public void association(Object holder, ForeignReferenceMapping mapping) {
        if (!mapping.usesIndirection() || !isFetched(mapping, query, joins)) {
            return;
        }
        Object value = mapping.getAttributeValueFromObject(holder);
        Object valueHolder = value instanceof IndirectContainer<?> container ? container.getValueHolder() : value;
        if (valueHolder instanceof UnitOfWorkValueHolder<?> managed
                && !managed.isInstantiated()
                && managed.getWrappedValueHolder() instanceof AdoptedValueHolder adopted
                && !adopted.isFetched()) {
            Object fetched = mapping.valueFromRow(row, joins, query, null, unitOfWork, true, new Boolean[] {false});
            if (fetched instanceof IndirectContainer<?>) {
                fetched = Adoption.indirect(fetched).getValueHolder();
            }
            if (fetched instanceof ValueHolderInterface<?>) {
                adopted.replaceBy(Adoption.valueHolder(fetched), instance, mapping);
            }
        }
    }

    private static boolean isFetched(
            ForeignReferenceMapping mapping, ObjectBuildingQuery query, @Nullable JoinedAttributeManager joins) {
        return (joins != null && joins.isAttributeJoined(mapping.getDescriptor(), mapping))
                || (query instanceof ObjectLevelReadQuery read
                        && (read.isAttributeBatchRead(mapping.getDescriptor(), mapping.getAttributeName())
                                || (read.isReadAllQuery() && mapping.shouldUseBatchReading())));
    }
}
