package io.github.selfsame.eclipselink.internal.prefetch;

import io.github.selfsame.eclipselink.internal.access.InternalQuery;
import io.github.selfsame.eclipselink.internal.access.KeyFields;
import io.github.selfsame.eclipselink.internal.access.Partitions;
import io.github.selfsame.eclipselink.internal.access.RowConditions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.expressions.Expression;
import org.eclipse.persistence.expressions.ExpressionBuilder;
import org.eclipse.persistence.internal.helper.ConversionManager;
import org.eclipse.persistence.internal.helper.DatabaseField;
import org.eclipse.persistence.internal.identitymaps.CacheId;
import org.eclipse.persistence.internal.indirection.DatabaseValueHolder;
import org.eclipse.persistence.internal.sessions.AbstractRecord;
import org.eclipse.persistence.internal.sessions.AbstractSession;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.mappings.AggregateCollectionMapping;
import org.eclipse.persistence.mappings.DirectCollectionMapping;
import org.eclipse.persistence.mappings.ForeignReferenceMapping;
import org.eclipse.persistence.mappings.ManyToManyMapping;
import org.eclipse.persistence.mappings.OneToManyMapping;
import org.eclipse.persistence.mappings.OneToOneMapping;
import org.eclipse.persistence.mappings.RelationTableMechanism;
import org.eclipse.persistence.queries.ReadAllQuery;
import org.eclipse.persistence.sessions.DatabaseRecord;
import org.jspecify.annotations.Nullable;

/**
 * How the rows of an association tell which owner they belong to: by fields of the owner that stand again in the targets'
 * rows or in a link table.
 */
final class OwnerKey {

    private final List<DatabaseField> ownerFields;
    private final List<DatabaseField> rowFields;
    private final List<@Nullable Class<?>> types;
    private final @Nullable RelationTableMechanism link;

    private OwnerKey(
            ForeignReferenceMapping mapping,
            List<DatabaseField> ownerFields,
            List<DatabaseField> rowFields,
            @Nullable RelationTableMechanism link) {
        this.ownerFields = List.copyOf(ownerFields);
        this.rowFields = List.copyOf(rowFields);
        this.types = new ArrayList<>();
        ownerFields.forEach(field -> types.add(typeOf(field, mapping)));
        this.link = link;
    }

    private static @Nullable Class<?> typeOf(DatabaseField field, ForeignReferenceMapping mapping) {
        Class<?> type = field.getType() == null
                ? mapping.getDescriptor().getObjectBuilder().getFieldClassification(field)
                : field.getType();
        return type == null ? null : ConversionManager.getObjectClass(type);
    }

    /** The key of an association; {@code null} if it is not one that can be read in bulk this way. */
    static @Nullable OwnerKey of(ForeignReferenceMapping mapping) {
        if (!decidesAlone(mapping)) {
            return null;
        }
        RelationTableMechanism link = KeyFields.link(mapping);
        if (link != null) {
            return mapping instanceof ManyToManyMapping many && many.getHistoryPolicy() != null
                    ? null
                    : new OwnerKey(mapping, KeyFields.source(link), KeyFields.sourceInLink(link), link);
        }
        if (mapping instanceof OneToManyMapping many) {
            return new OwnerKey(mapping, KeyFields.source(many), KeyFields.foreignKey(many), null);
        }
        if (mapping instanceof AggregateCollectionMapping many) {
            return new OwnerKey(mapping, KeyFields.source(many), KeyFields.foreignKey(many), null);
        }
        if (mapping instanceof DirectCollectionMapping many) {
            return new OwnerKey(mapping, KeyFields.source(many), KeyFields.foreignKey(many), null);
        }
        if (mapping instanceof OneToOneMapping one) {
            List<DatabaseField> targetFields =
                    new ArrayList<>(one.getTargetToSourceKeyFields().keySet());
            List<DatabaseField> ownerFields = new ArrayList<>();
            targetFields.forEach(
                    field -> ownerFields.add(one.getTargetToSourceKeyFields().get(field)));
            return new OwnerKey(mapping, ownerFields, targetFields, null);
        }
        return null;
    }

    /** Whether EclipseLink selects by the owner's key alone, and one query finds what belongs to many owners. */
    static boolean decidesAlone(ForeignReferenceMapping mapping) {
        return !Partitions.divide(mapping) && !RowConditions.areOn(mapping);
    }

    /** Whether the targets have the same key as their owners. */
    boolean isKeyOf(ClassDescriptor targets) {
        return link == null && rowFields.equals(targets.getPrimaryKeyFields());
    }

    /** What the values of the key are, as far as known. */
    List<@Nullable Class<?>> types() {
        return types;
    }

    /**
     * The key of an owner, as lazy loading would use it: as it was when the owner was read.
     *
     * @param holder the value holder of the association, if it is not loaded
     * @return the key, {@code null} if the owner refers to nothing
     */
    @Nullable Object ofOwner(Object entity, @Nullable DatabaseValueHolder<?> holder, UnitOfWorkImpl unitOfWork) {
        return exact(ownerFields, entity, holder, unitOfWork);
    }

    /** The key of who refers to a target by its fields. */
    @Nullable Object ofTarget(Object target, UnitOfWorkImpl unitOfWork) {
        return exact(rowFields, target, null, unitOfWork);
    }

    private @Nullable Object exact(
            List<DatabaseField> fields,
            Object entity,
            @Nullable DatabaseValueHolder<?> holder,
            UnitOfWorkImpl unitOfWork) {
        Object[] values = new Object[fields.size()];
        for (int index = 0; index < values.length; index++) {
            values[index] = valueOf(fields.get(index), entity, holder, unitOfWork);
            if (values[index] == null) {
                return null;
            }
        }
        return exact(values, unitOfWork);
    }

    /** As much of an owner's row as the association needs. */
    AbstractRecord rowOf(Object entity, @Nullable DatabaseValueHolder<?> holder, UnitOfWorkImpl unitOfWork) {
        AbstractRecord row = new DatabaseRecord();
        ownerFields.forEach(field -> row.put(field, valueOf(field, entity, holder, unitOfWork)));
        return row;
    }

    private static @Nullable Object valueOf(
            DatabaseField field, Object entity, @Nullable DatabaseValueHolder<?> holder, UnitOfWorkImpl unitOfWork) {
        AbstractRecord row = holder == null ? null : Holders.row(holder);
        return row != null && row.containsKey(field)
                ? row.get(field)
                : unitOfWork
                        .getDescriptor(entity.getClass())
                        .getObjectBuilder()
                        .extractValueFromObjectForField(entity, field, unitOfWork);
    }

    /** The {@linkplain KeyForm form} of the key in a row. */
    Object ofRow(AbstractRecord row, AbstractSession session) {
        Object[] values = new Object[rowFields.size()];
        for (int index = 0; index < values.length; index++) {
            DatabaseField field = rowFields.get(index);
            // a subclass that has a table of its own has the field there
            values[index] = row.containsKey(field) ? row.get(field) : row.get(field.getName());
        }
        return of(values, session);
    }

    /** The form of the key in a row of values, the first of which are those of the key. */
    Object ofValues(Object[] row, UnitOfWorkImpl unitOfWork) {
        return of(Arrays.copyOf(row, rowFields.size()), unitOfWork);
    }

    /** The form of the key that some values of a row make. */
    Object of(@Nullable Object[] values, AbstractSession session) {
        return KeyForm.of(exact(values, session));
    }

    /** The form of the key that one value of a row makes, if there is one field. */
    Object of(@Nullable Object value, AbstractSession session) {
        return KeyForm.of(exact(value, session));
    }

    /** The key that some values make. A number is the same key whatever type the driver gives it. */
    private Object exact(@Nullable Object[] values, AbstractSession session) {
        if (values.length == 1) {
            return exact(values[0], session);
        }
        for (int index = 0; index < values.length; index++) {
            values[index] = converted(values[index], index, session);
        }
        return new CacheId(values);
    }

    private Object exact(@Nullable Object value, AbstractSession session) {
        Object converted = converted(value, 0, session);
        return converted == null ? new CacheId(new @Nullable Object[1]) : keyOf(converted);
    }

    private @Nullable Object converted(@Nullable Object value, int index, AbstractSession session) {
        Class<?> type = types.get(index);
        return value == null || type == null || type == value.getClass()
                ? value
                : session.getDatasourcePlatform().getConversionManager().convertObject(value, type);
    }

    /** A value as one that compares by value: in nearly all cases that itself. */
    static Object keyOf(Object value) {
        return value.getClass().isArray() ? new CacheId(new Object[] {value}) : value;
    }

    /** The fields of a row that tell the owner. */
    List<DatabaseField> rowFields() {
        return rowFields;
    }

    /** The fields that tell the owner. */
    List<Expression> fields(ExpressionBuilder target) {
        List<Expression> fields = new ArrayList<>();
        rowFields.forEach(field -> fields.add(base(target).getField(field)));
        return fields;
    }

    /** What has the fields that belong to owner and target together, such as an index: the link table, if there is one. */
    Expression base(ExpressionBuilder target) {
        return link == null ? target : target.getTable(link.getRelationTable());
    }

    /** What the rows of owner and target have in common, beside that the owner is one of those asked for. */
    @Nullable Expression join(ExpressionBuilder target) {
        if (link == null) {
            return null;
        }
        Expression table = target.getTable(link.getRelationTable());
        List<DatabaseField> targetFields = KeyFields.target(link);
        List<DatabaseField> references = KeyFields.targetInLink(link);
        Expression join = null;
        for (int index = 0; index < targetFields.size(); index++) {
            Expression same = table.getField(references.get(index)).equal(target.getField(targetFields.get(index)));
            join = join == null ? same : join.and(same);
        }
        return join;
    }

    /** Lets a query read the targets of some owners, each row with its owner's key. */
    void select(ReadAllQuery query, KeyList keys, List<Object> chunk) {
        ExpressionBuilder builder = query.getExpressionBuilder();
        List<Expression> fields = fields(builder);
        Expression criteria = keys.condition(fields, chunk);
        Expression join = join(builder);
        if (join != null) {
            criteria = criteria.and(join);
        }
        Expression own = query.getSelectionCriteria();
        query.setSelectionCriteria(own == null ? criteria : own.and(criteria));
        fields.forEach(query::addAdditionalField);
        query.setShouldIncludeData(true);
        InternalQuery.mark(query);
    }
}
