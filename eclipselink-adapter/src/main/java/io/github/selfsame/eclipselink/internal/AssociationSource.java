package io.github.selfsame.eclipselink.internal;

import io.github.selfsame.eclipselink.internal.access.Associations;
import io.github.selfsame.eclipselink.internal.access.EclipseLinkInternals;
import io.github.selfsame.eclipselink.internal.access.RowConditions;
import io.github.selfsame.eclipselink.internal.access.SharedCache;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.indirection.IndirectContainer;
import org.eclipse.persistence.indirection.ValueHolder;
import org.eclipse.persistence.indirection.ValueHolderInterface;
import org.eclipse.persistence.internal.descriptors.ObjectBuilder;
import org.eclipse.persistence.internal.helper.DatabaseField;
import org.eclipse.persistence.internal.indirection.BatchValueHolder;
import org.eclipse.persistence.internal.indirection.DatabaseValueHolder;
import org.eclipse.persistence.internal.sessions.AbstractRecord;
import org.eclipse.persistence.internal.sessions.AbstractSession;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.mappings.DatabaseMapping.WriteType;
import org.eclipse.persistence.mappings.ForeignReferenceMapping;
import org.eclipse.persistence.mappings.ObjectReferenceMapping;
import org.eclipse.persistence.mappings.OneToOneMapping;
import org.eclipse.persistence.mappings.VariableOneToOneMapping;
import org.eclipse.persistence.queries.ReadObjectQuery;
import org.eclipse.persistence.sessions.DatabaseRecord;
import org.jspecify.annotations.Nullable;

/** Reads an association again whose row is no longer at hand. */
final class AssociationSource {

    private AssociationSource() {}

    /** Whether rows of the other side decide what the association refers to: an inverse side, or one that is selected by their state. */
    static boolean dependsOnTargets(ForeignReferenceMapping mapping) {
        ClassDescriptor targets = mapping.getReferenceDescriptor();
        return targets != null
                && !targets.isDescriptorTypeAggregate()
                && (!(mapping instanceof ObjectReferenceMapping reference && reference.isForeignKeyRelationship())
                        || RowConditions.dependOnState(mapping));
    }

    /** What loads in the end, beneath value holders that wrap others. */
    static ValueHolderInterface<Object> innermost(ValueHolderInterface<Object> holder) {
        return Adoption.valueHolder(Associations.innermost(holder));
    }

    /** Whether an association will be read by a batch, for all that the query has brought. */
    static boolean isBatch(ValueHolderInterface<Object> holder) {
        return innermost(holder) instanceof BatchValueHolder<Object>;
    }

    /** Whether it is a batch that was read before, for others at another time, or whose reading has failed. */
    static boolean isUsedUpBatch(@Nullable ValueHolderInterface<Object> source) {
        return source instanceof BatchValueHolder<Object> batch
                && !batch.isInstantiated()
                && batch.getQuery().getBatchObjects() != null;
    }

    /**
     * Lets a source read through a unit of work, unless it reads through the shared session: then the shared cache may have
     * it too, since a commit has merged it there.
     */
    static void bind(DatabaseValueHolder<Object> source, @Nullable UnitOfWorkImpl reader) {
        if (!source.isInstantiated() && isBoundToContext(source)) {
            source.setSession(reader);
        }
    }

    static boolean isBoundToContext(DatabaseValueHolder<Object> source) {
        AbstractSession session = source.getSession();
        return session == null || session.isUnitOfWork();
    }

    /**
     * A value holder that will read the association of an instance through the unit of work.
     *
     * @param target what a reference by foreign key is known to refer to
     * @param knownRow the instance's row, if it is at hand
     */
    static ValueHolderInterface<Object> of(
            Object instance,
            @Nullable Object target,
            @Nullable AbstractRecord knownRow,
            ForeignReferenceMapping mapping,
            UnitOfWorkImpl reader) {
        AbstractRecord row = knownRow == null ? rowOf(instance, target, mapping, reader) : knownRow;
        ReadObjectQuery query = new ReadObjectQuery(mapping.getDescriptor().getJavaClass());
        query.setSession(reader);
        Object value = mapping.valueFromRow(row, null, query, null, reader, true, new Boolean[] {false});
        if (value instanceof IndirectContainer<?>) {
            return Adoption.indirect(value).getValueHolder();
        }
        if (value instanceof ValueHolderInterface<?>) {
            return Adoption.valueHolder(value);
        }
        return new ValueHolder<>(value);
    }

    /**
     * The association of the instance that the shared cache has of the row, if it is loaded there: EclipseLink would begin with that
     * in a new persistence context.
     *
     * @param now whether the shared cache may be asked
     */
    static @Nullable ValueHolderInterface<Object> loadedInSharedCache(
            Object entity, Object owner, ForeignReferenceMapping mapping, Freshness now, UnitOfWorkImpl unitOfWork) {
        ClassDescriptor descriptor = unitOfWork.getDescriptor(entity.getClass());
        if (owner != entity
                || !mapping.isCacheable()
                || !descriptor.getCachePolicy().isSharedIsolation()
                || !SharedCache.isReadBy(unitOfWork, descriptor)
                || !now.permitsShared(mapping)) {
            return null;
        }
        Object key = descriptor.getObjectBuilder().extractPrimaryKeyFromObject(entity, unitOfWork, true);
        Object original = SharedCache.find(key, descriptor, unitOfWork);
        if (original == null
                || original.getClass() != entity.getClass()
                || Associations.ownerOf(mapping, original, descriptor) == null) {
            return null;
        }
        ValueHolderInterface<?> shared = Associations.valueHolder(original, mapping);
        return shared != null && shared.isInstantiated() ? Adoption.valueHolder(shared) : null;
    }

    /**
     * As much of the instance's row as the association may ask for: its key, its plain columns, also those of embeddables, and its
     * foreign key.
     */
    private static AbstractRecord rowOf(
            Object instance, @Nullable Object target, ForeignReferenceMapping mapping, UnitOfWorkImpl reader) {
        ClassDescriptor descriptor = reader.getDescriptor(instance.getClass());
        ObjectBuilder builder = descriptor.getObjectBuilder();
        AbstractRecord row = new DatabaseRecord();
        writeColumns(instance, descriptor, row, reader);
        Object key = builder.extractPrimaryKeyFromObject(instance, reader);
        builder.writeIntoRowFromPrimaryKeyValues(row, key, reader, true);
        if (target != null
                && mapping instanceof ObjectReferenceMapping reference
                && reference.isForeignKeyRelationship()) {
            writeForeignKey(target, reference, row, reader);
        }
        return row;
    }

    private static void writeColumns(
            Object holder, ClassDescriptor descriptor, AbstractRecord row, UnitOfWorkImpl reader) {
        for (DatabaseMapping mapping : EclipseLinkInternals.mappings(descriptor)) {
            if (mapping.isAbstractColumnMapping()) {
                mapping.writeFromObjectIntoRow(holder, row, reader, WriteType.UNDEFINED);
            } else if (mapping.isAggregateObjectMapping()) {
                Object embeddable = mapping.getAttributeValueFromObject(holder);
                if (embeddable != null) {
                    writeColumns(embeddable, mapping.getReferenceDescriptor(), row, reader);
                }
            }
        }
    }

    private static void writeForeignKey(
            Object target, ObjectReferenceMapping mapping, AbstractRecord row, UnitOfWorkImpl reader) {
        ObjectBuilder targets = reader.getDescriptor(target.getClass()).getObjectBuilder();
        if (mapping instanceof OneToOneMapping reference) {
            reference
                    .getSourceToTargetKeyFields()
                    .forEach((foreignKey, targetKey) ->
                            row.put(foreignKey, targets.extractValueFromObjectForField(target, targetKey, reader)));
        } else if (mapping instanceof VariableOneToOneMapping reference) {
            // entities of several hierarchies: the row says which of them, too
            reference
                    .getSourceToTargetQueryKeyNames()
                    .forEach((foreignKey, name) -> row.put(
                            foreignKey,
                            targets.extractValueFromObjectForField(
                                    target, targets.getFieldForQueryKeyName(name), reader)));
            DatabaseField type = reference.getTypeField();
            if (type != null) {
                row.put(type, reference.getTypeIndicatorTranslation().get(target.getClass()));
            }
        }
    }
}
