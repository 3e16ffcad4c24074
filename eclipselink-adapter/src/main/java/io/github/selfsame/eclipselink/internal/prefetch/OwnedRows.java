package io.github.selfsame.eclipselink.internal.prefetch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.persistence.internal.sessions.AbstractRecord;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.queries.ComplexQueryResult;
import org.eclipse.persistence.queries.ReadAllQuery;

/**
 * What was read for one owner.
 *
 * @param targets the targets
 * @param records the row of each target
 */
record OwnedRows(List<Object> targets, List<AbstractRecord> records) {

    static final OwnedRows NONE = new OwnedRows(List.of(), List.of());

    /** Runs a query whose rows tell their owners, and sorts its result by the forms of their keys. */
    static Map<Object, OwnedRows> read(
            ReadAllQuery query, OwnerKey ownerKey, UnitOfWorkImpl unitOfWork, StepTally tally) {
        CollectionJoins.leaveOut(query, unitOfWork.getDescriptor(query.getReferenceClass()));
        ComplexQueryResult result = (ComplexQueryResult) BulkQueries.execute(query, unitOfWork, tally);
        List<?> targets = (List<?>) result.getResult();
        List<?> records = (List<?>) result.getData();
        Map<Object, OwnedRows> found = new LinkedHashMap<>();
        for (int index = 0; index < targets.size(); index++) {
            AbstractRecord row = (AbstractRecord) records.get(index);
            if (row != null && !row.isEmpty()) {
                OwnedRows rows = found.computeIfAbsent(
                        ownerKey.ofRow(row, unitOfWork), key -> new OwnedRows(new ArrayList<>(), new ArrayList<>()));
                rows.targets.add(targets.get(index));
                rows.records.add(row);
            }
        }
        return found;
    }

    /** These and others. */
    OwnedRows with(OwnedRows more) {
        OwnedRows all = new OwnedRows(new ArrayList<>(targets), new ArrayList<>(records));
        all.targets.addAll(more.targets);
        all.records.addAll(more.records);
        return all;
    }
}
