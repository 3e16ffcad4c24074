package io.github.selfsame.eclipselink.internal.prefetch;

import io.github.selfsame.eclipselink.internal.LoadedAssociation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.persistence.internal.indirection.DatabaseValueHolder;
import org.eclipse.persistence.internal.queries.ContainerPolicy;
import org.eclipse.persistence.internal.sessions.AbstractRecord;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.mappings.CollectionMapping;
import org.eclipse.persistence.mappings.ForeignReferenceMapping;
import org.eclipse.persistence.queries.ComplexQueryResult;
import org.eclipse.persistence.queries.ReadAllQuery;

/**
 * Loads collections, and references whose key is on the other side: one query for (key of the owner, target), for all
 * owners that have not loaded theirs. What can't be read that way is loaded owner by owner, never left out.
 */
final class ToManyLoader {

    private final UnitOfWorkImpl unitOfWork;
    private final ForeignReferenceMapping mapping;

    ToManyLoader(UnitOfWorkImpl unitOfWork, ForeignReferenceMapping mapping) {
        this.unitOfWork = unitOfWork;
        this.mapping = mapping;
    }

    void load(List<Owner> owners) {
        OwnerKey ownerKey = OwnerKey.of(mapping);
        Map<Object, List<Owner>> byKey = new LinkedHashMap<>();
        for (Owner owner : owners) {
            DatabaseValueHolder<?> holder = Holders.unloaded(owner, mapping);
            if (holder == null) {
                continue;
            }
            Object key = ownerKey == null || holder.isEasilyInstantiated()
                    ? null
                    : ownerKey.ofOwner(owner.entity(), unitOfWork);
            if (key == null) {
                Holders.trigger(owner, mapping, unitOfWork);
            } else {
                byKey.computeIfAbsent(key, k -> new ArrayList<>(1)).add(owner);
            }
        }
        if (ownerKey != null) {
            for (List<Object> chunk : KeyList.chunks(byKey.keySet())) {
                read(ownerKey, chunk, byKey);
            }
        }
    }

    private void read(OwnerKey ownerKey, List<Object> keys, Map<Object, List<Owner>> byKey) {
        ReadAllQuery query = ownerKey.query(keys);
        ComplexQueryResult result = (ComplexQueryResult) unitOfWork.executeQuery(query);
        Map<Object, Rows> found = new LinkedHashMap<>();
        List<?> targets = (List<?>) result.getResult();
        List<?> records = (List<?>) result.getData();
        for (int index = 0; index < targets.size(); index++) {
            AbstractRecord row = (AbstractRecord) records.get(index);
            if (row != null && !row.isEmpty()) {
                found.computeIfAbsent(ownerKey.ofRow(row, unitOfWork), key -> new Rows())
                        .add(targets.get(index), row);
            }
        }
        for (Object key : keys) {
            Rows rows = found.getOrDefault(key, new Rows());
            byKey.getOrDefault(key, List.of())
                    .forEach(owner -> LoadedAssociation.fill(
                            owner.entity(), owner.holder(), mapping, value(rows, query), unitOfWork));
        }
    }

    private Object value(Rows rows, ReadAllQuery query) {
        if (!(mapping instanceof CollectionMapping collection)) {
            return rows.targets.isEmpty() ? LoadedAssociation.NOTHING : rows.targets.get(0);
        }
        ContainerPolicy policy = collection.getContainerPolicy();
        Object container = policy.containerInstance(Math.max(1, rows.targets.size()));
        if (policy.shouldAddAll()) {
            if (!rows.targets.isEmpty()) {
                policy.addAll(rows.targets, container, unitOfWork, rows.records, query, null, true);
            }
        } else {
            for (int index = 0; index < rows.targets.size(); index++) {
                policy.addInto(
                        rows.targets.get(index), container, unitOfWork, rows.records.get(index), query, null, true);
            }
        }
        return container;
    }

    /** What was read for one owner. */
    private static final class Rows {

        private final List<Object> targets = new ArrayList<>();
        private final List<AbstractRecord> records = new ArrayList<>();

        void add(Object target, AbstractRecord row) {
            targets.add(target);
            records.add(row);
        }
    }
}
