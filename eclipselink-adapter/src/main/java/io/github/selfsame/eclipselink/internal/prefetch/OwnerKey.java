package io.github.selfsame.eclipselink.internal.prefetch;

import io.github.selfsame.eclipselink.internal.KeyFields;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.expressions.Expression;
import org.eclipse.persistence.expressions.ExpressionBuilder;
import org.eclipse.persistence.internal.descriptors.ObjectBuilder;
import org.eclipse.persistence.internal.helper.ConversionManager;
import org.eclipse.persistence.internal.helper.DatabaseField;
import org.eclipse.persistence.internal.helper.DatabaseTable;
import org.eclipse.persistence.internal.identitymaps.CacheId;
import org.eclipse.persistence.internal.sessions.AbstractRecord;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.mappings.CollectionMapping;
import org.eclipse.persistence.mappings.ForeignReferenceMapping;
import org.eclipse.persistence.mappings.ManyToManyMapping;
import org.eclipse.persistence.mappings.OneToManyMapping;
import org.eclipse.persistence.mappings.OneToOneMapping;
import org.eclipse.persistence.queries.ReadAllQuery;
import org.jspecify.annotations.Nullable;

/**
 * How the rows of an association tell which owner they belong to: by fields of the owner that stand again in the targets'
 * rows or in a link table.
 */
final class OwnerKey {

    private final ForeignReferenceMapping mapping;
    private final List<DatabaseField> ownerFields;
    private final List<DatabaseField> rowFields;

    private OwnerKey(ForeignReferenceMapping mapping, List<DatabaseField> ownerFields, List<DatabaseField> rowFields) {
        this.mapping = mapping;
        this.ownerFields = List.copyOf(ownerFields);
        this.rowFields = List.copyOf(rowFields);
    }

    /** The key of an association; {@code null} if it is not one that can be read in bulk this way. */
    static @Nullable OwnerKey of(ForeignReferenceMapping mapping) {
        if (mapping instanceof CollectionMapping collection
                && collection.getContainerPolicy().isMappedKeyMapPolicy()) {
            return null;
        }
        if (mapping instanceof ManyToManyMapping many && many.getHistoryPolicy() == null) {
            return new OwnerKey(mapping, KeyFields.source(many), KeyFields.sourceInLink(many));
        }
        if (mapping instanceof OneToManyMapping many) {
            return new OwnerKey(mapping, KeyFields.source(many), KeyFields.foreignKey(many));
        }
        if (mapping instanceof OneToOneMapping one && !one.isForeignKeyRelationship() && !one.hasRelationTable()) {
            List<DatabaseField> targetFields =
                    new ArrayList<>(one.getTargetToSourceKeyFields().keySet());
            List<DatabaseField> ownerFields = new ArrayList<>();
            targetFields.forEach(
                    field -> ownerFields.add(one.getTargetToSourceKeyFields().get(field)));
            return new OwnerKey(mapping, ownerFields, targetFields);
        }
        return null;
    }

    Object ofOwner(Object entity, UnitOfWorkImpl unitOfWork) {
        ClassDescriptor descriptor = unitOfWork.getDescriptor(entity.getClass());
        ObjectBuilder builder = descriptor.getObjectBuilder();
        Object[] values = new Object[ownerFields.size()];
        for (int index = 0; index < values.length; index++) {
            DatabaseField field = ownerFields.get(index);
            values[index] = builder.extractValueFromObjectForField(entity, field, unitOfWork);
        }
        return converted(values, unitOfWork);
    }

    Object ofRow(AbstractRecord row, UnitOfWorkImpl unitOfWork) {
        Object[] values = new Object[rowFields.size()];
        for (int index = 0; index < values.length; index++) {
            values[index] = row.get(rowFields.get(index));
        }
        return converted(values, unitOfWork);
    }

    /** A number is the same key whatever type the driver gives it. */
    private CacheId converted(Object[] values, UnitOfWorkImpl unitOfWork) {
        ConversionManager conversion = unitOfWork.getDatasourcePlatform().getConversionManager();
        for (int index = 0; index < values.length; index++) {
            DatabaseField field = ownerFields.get(index);
            Class<?> type = field.getType() == null
                    ? mapping.getDescriptor().getObjectBuilder().getFieldClassification(field)
                    : field.getType();
            if (values[index] != null && type != null) {
                values[index] = conversion.convertObject(values[index], type);
            }
        }
        return new CacheId(values);
    }

    /** Reads the targets of all owners with one of the keys, each row with its owner's key. */
    ReadAllQuery query(List<Object> keys) {
        ReadAllQuery query = new ReadAllQuery(mapping.getReferenceDescriptor().getJavaClass());
        ExpressionBuilder builder = query.getExpressionBuilder();
        List<Expression> fields = new ArrayList<>();
        Expression criteria;
        if (mapping instanceof ManyToManyMapping many) {
            DatabaseTable table = many.getRelationTable();
            Expression link = builder.getTable(table);
            rowFields.forEach(field -> fields.add(link.getField(field)));
            criteria = KeyList.condition(fields, keys);
            List<DatabaseField> targetFields = KeyFields.target(many);
            for (int index = 0; index < targetFields.size(); index++) {
                Expression reference =
                        link.getField(KeyFields.targetInLink(many).get(index));
                criteria = criteria.and(reference.equal(builder.getField(targetFields.get(index))));
            }
        } else {
            rowFields.forEach(field -> fields.add(builder.getField(field)));
            criteria = KeyList.condition(fields, keys);
        }
        query.setSelectionCriteria(criteria);
        fields.forEach(query::addAdditionalField);
        if (mapping instanceof CollectionMapping collection) {
            if (collection.hasOrderBy() && collection.getSelectionQuery() instanceof ReadAllQuery selection) {
                selection.getOrderByExpressions().forEach(order -> query.addOrdering(order.rebuildOn(builder)));
            }
            collection.getContainerPolicy().addAdditionalFieldsToQuery(query, builder);
        }
        EagerReferences.join(query, mapping.getReferenceDescriptor(), mapping);
        query.setShouldIncludeData(true);
        query.setIsExecutionClone(true);
        return query;
    }
}
