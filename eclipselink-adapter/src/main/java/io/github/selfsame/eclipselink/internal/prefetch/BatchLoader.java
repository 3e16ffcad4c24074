package io.github.selfsame.eclipselink.internal.prefetch;

import io.github.selfsame.eclipselink.internal.BuiltInstances;
import io.github.selfsame.eclipselink.internal.LoadedAssociation;
import io.github.selfsame.eclipselink.internal.access.InternalQuery;
import java.io.Serial;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.eclipse.persistence.annotations.BatchFetchType;
import org.eclipse.persistence.expressions.Expression;
import org.eclipse.persistence.internal.expressions.SQLSelectStatement;
import org.eclipse.persistence.internal.helper.Helper;
import org.eclipse.persistence.internal.queries.MappedKeyMapContainerPolicy;
import org.eclipse.persistence.internal.sessions.AbstractRecord;
import org.eclipse.persistence.internal.sessions.AbstractSession;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.mappings.CollectionMapping;
import org.eclipse.persistence.mappings.DirectCollectionMapping;
import org.eclipse.persistence.mappings.DirectToFieldMapping;
import org.eclipse.persistence.queries.ReadAllQuery;
import org.eclipse.persistence.queries.ReadQuery;
import org.eclipse.persistence.sessions.DatabaseRecord;
import org.jspecify.annotations.Nullable;

/**
 * Loads collections of values, and maps whose keys are no attributes of their elements, by EclipseLink's own batch reading: it
 * knows how their rows become elements. One query for each chunk of owners.
 */
final class BatchLoader {

    private final UnitOfWorkImpl unitOfWork;
    private final CollectionMapping mapping;
    private final StepTally tally;

    BatchLoader(UnitOfWorkImpl unitOfWork, CollectionMapping mapping, StepTally tally) {
        this.unitOfWork = unitOfWork;
        this.mapping = mapping;
        this.tally = tally;
    }

    /** Whether the rows of such a collection have to be read this way. */
    static boolean supports(CollectionMapping mapping) {
        return mapping.isDirectCollectionMapping()
                || mapping.isAggregateCollectionMapping()
                || mapping.getContainerPolicy().isMappedKeyMapPolicy();
    }

    /** For how many owners one statement surely is enough: nothing else has to be read for keys and elements. */
    static int mostOwners(CollectionMapping mapping, UnitOfWorkImpl unitOfWork) {
        boolean hasPlainKeys = !(mapping.getContainerPolicy() instanceof MappedKeyMapContainerPolicy policy)
                || policy.getKeyMapping() instanceof DirectToFieldMapping;
        return hasPlainKeys && EagerReferences.areNone(mapping, unitOfWork) ? mostParameters(mapping, unitOfWork) : 1;
    }

    private static int mostParameters(CollectionMapping mapping, UnitOfWorkImpl unitOfWork) {
        return KeyList.mostParameters(
                unitOfWork.getPlatform(mapping.getDescriptor().getJavaClass()));
    }

    /**
     * Loads the collection of each owner.
     *
     * @param owners owners that have not loaded it
     * @param key knows the owner's part of the rows
     */
    void load(List<Owner> owners, OwnerKey key) {
        int size = mostParameters(mapping, unitOfWork);
        for (int begin = 0; begin < owners.size(); begin += size) {
            List<Owner> chunk = owners.subList(begin, Math.min(owners.size(), begin + size));
            if (chunk.size() == 1) {
                Holders.trigger(chunk.get(0), mapping, unitOfWork);
                tally.statement(0, 0);
            } else {
                read(chunk, key);
            }
        }
    }

    private void read(List<Owner> owners, OwnerKey key) {
        List<AbstractRecord> rows = new ArrayList<>(owners.size());
        for (Owner owner : owners) {
            rows.add(key.rowOf(owner.entity(), Holders.unloaded(owner, mapping), unitOfWork));
        }
        // what is no entity is read past the unit of work, which makes copies of its own, as in lazy loading
        AbstractSession session = mapping.isDirectCollectionMapping() || mapping.isAggregateCollectionMapping()
                ? unitOfWork.getParent()
                : unitOfWork;
        ReadAllQuery original = new ReadAllQuery(mapping.getDescriptor().getJavaClass());
        original.setDescriptor(mapping.getDescriptor());
        original.setSession(session);
        original.setTranslationRow(new DatabaseRecord());
        original.setBatchFetchType(BatchFetchType.IN);
        original.setBatchFetchSize(rows.size());
        original.getBatchFetchPolicy().setDataResults(mapping, new ArrayList<>(rows));
        int before = BuiltInstances.count(unitOfWork);
        ReadQuery batch = mapping.prepareNestedBatchQuery(original);
        if (mapping instanceof DirectCollectionMapping values && values.hasOrderBy()) {
            sort((SQLSelectStatement) batch.getSQLStatement(), values);
        }
        ByForm results = new ByForm();
        batch.setBatchObjects(results);
        // else EclipseLink executes a copy, and then looks for the session of the original to build lists with an index
        InternalQuery.mark(batch);
        int elements = 0;
        mapping.extractResultFromBatchQuery(batch, null, rows.get(0), session, original);
        boolean isCertain = results.isCertain();
        for (int index = 0; index < owners.size(); index++) {
            Owner owner = owners.get(index);
            if (!isCertain) {
                Holders.trigger(owner, mapping, unitOfWork);
                continue;
            }
            Object container = mapping.extractResultFromBatchQuery(batch, null, rows.get(index), session, original);
            elements += mapping.getContainerPolicy().sizeFor(container);
            LoadedAssociation.fillWithCopy(owner.entity(), owner.holder(), mapping, container, unitOfWork);
        }
        tally.statement(elements, BuiltInstances.count(unitOfWork) - before);
    }

    /** EclipseLink's batch reading knows no order of values. */
    private static void sort(SQLSelectStatement statement, DirectCollectionMapping values) {
        Expression table = statement.getWhereClause().getBuilder().getTable(values.getReferenceTable());
        statement.setOrderByExpressions(values.getOrderByExpressions().stream()
                .map(order -> order.rebuildOn(table))
                .toList());
    }

    /** What EclipseLink makes of the rows by the keys of their owners, in whatever {@linkplain KeyForm form} the rows have them. */
    private static final class ByForm extends HashMap<Object, Object> {

        @Serial
        private static final long serialVersionUID = 1L;

        private boolean isMixed;

        @Override
        public @Nullable Object get(Object key) {
            return super.get(KeyForm.of(key));
        }

        @Override
        public @Nullable Object put(Object key, Object result) {
            Object form = KeyForm.of(key);
            Object known = super.get(form);
            // all keys that are asked for come first, without a result
            isMixed |= result != Helper.NULL_VALUE && known != Helper.NULL_VALUE;
            return super.put(form, result);
        }

        /** Whether each row is of one owner, and all of an owner are in one container. */
        boolean isCertain() {
            return !isMixed;
        }
    }
}
