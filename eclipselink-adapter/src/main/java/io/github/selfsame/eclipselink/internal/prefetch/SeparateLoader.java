package io.github.selfsame.eclipselink.internal.prefetch;

import io.github.selfsame.eclipselink.internal.access.InternalQuery;
import io.github.selfsame.spi.PrefetchResult.PerOwner;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.expressions.Expression;
import org.eclipse.persistence.expressions.ExpressionBuilder;
import org.eclipse.persistence.internal.helper.DatabaseField;
import org.eclipse.persistence.internal.indirection.DatabaseValueHolder;
import org.eclipse.persistence.internal.queries.ContainerPolicy;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.mappings.CollectionMapping;
import org.eclipse.persistence.mappings.ForeignReferenceMapping;
import org.eclipse.persistence.mappings.OneToOneMapping;
import org.eclipse.persistence.queries.ReadAllQuery;
import org.eclipse.persistence.queries.ReportQuery;
import org.jspecify.annotations.Nullable;

/** Reads targets, or their number, beside the mapped association, which stays as it is (rule P6). */
final class SeparateLoader {

    private final UnitOfWorkImpl unitOfWork;
    private final ForeignReferenceMapping mapping;
    private final SeparateResult separate;
    private final PerOwner results;
    private final StepTally tally;

    SeparateLoader(
            UnitOfWorkImpl unitOfWork,
            ForeignReferenceMapping mapping,
            SeparateResult separate,
            PerOwner results,
            StepTally tally) {
        this.unitOfWork = unitOfWork;
        this.mapping = mapping;
        this.separate = separate;
        this.results = results;
        this.tally = tally;
    }

    void load(List<Owner> owners) {
        OwnerKey ownerKey = Objects.requireNonNull(OwnerKey.of(mapping), "refused before");
        Map<Object, List<Owner>> byKey = new LinkedHashMap<>();
        for (Owner owner : owners) {
            if (results.byOwner().containsKey(owner.entity())) {
                continue;
            }
            DatabaseValueHolder<?> holder = Holders.unloaded(owner, mapping);
            boolean isThere = separate.isEverything() && holder == null;
            tally.owner(isThere);
            Object key = isThere ? null : key(owner, holder, ownerKey);
            if (key == null) {
                put(owner, isThere ? loaded(owner) : List.of());
            } else {
                byKey.computeIfAbsent(key, k -> new ArrayList<>(1)).add(owner);
            }
        }
        for (List<Object> part : KeyForm.parts(byKey.keySet())) {
            KeyList keys = KeyList.of(part, unitOfWork.getPlatform(mapping.getReferenceClass()));
            for (List<Object> chunk : keys.chunks()) {
                load(ownerKey, keys, chunk, byKey);
            }
        }
    }

    private void load(OwnerKey ownerKey, KeyList keys, List<Object> chunk, Map<Object, List<Owner>> byKey) {
        // rows of several tables can't be counted by one statement
        boolean isDone =
                (separate.isCount() && !mapping.getReferenceDescriptor().hasTablePerClassPolicy())
                        ? count(ownerKey, keys, chunk, byKey)
                        : read(ownerKey, keys, chunk, byKey);
        if (!isDone) {
            // only the database knows which rows belong to whom
            chunk.forEach(key -> load(ownerKey, keys, List.of(key), byKey));
        }
    }

    private @Nullable Object key(Owner owner, @Nullable DatabaseValueHolder<?> holder, OwnerKey ownerKey) {
        if (holder == null
                && mapping instanceof OneToOneMapping reference
                && reference.isForeignKeyRelationship()
                && !reference.hasRelationTable()) {
            // nothing but the reference itself may have the columns
            Object target = mapping.getRealAttributeValueFromObject(owner.holder(), unitOfWork);
            return target == null ? null : ownerKey.ofTarget(target, unitOfWork);
        }
        return ownerKey.ofOwner(owner.entity(), holder, unitOfWork);
    }

    private List<Object> loaded(Owner owner) {
        Object value = mapping.getRealAttributeValueFromObject(owner.holder(), unitOfWork);
        List<Object> targets = new ArrayList<>();
        if (mapping instanceof CollectionMapping collection) {
            ContainerPolicy policy = collection.getContainerPolicy();
            for (Object elements = policy.iteratorFor(value); policy.hasNext(elements); ) {
                targets.add(policy.next(elements, unitOfWork));
            }
        } else if (value != null) {
            targets.add(value);
        }
        return targets;
    }

    private void put(Owner owner, List<Object> targets) {
        results.byOwner()
                .put(
                        owner.entity(),
                        separate.isCount() ? (Object) targets.size() : Collections.unmodifiableList(targets));
    }

    private boolean read(OwnerKey ownerKey, KeyList keys, List<Object> chunk, Map<Object, List<Owner>> byKey) {
        ReadAllQuery query = sorted(
                TargetQuery.of(separate, mapping.getReferenceDescriptor().getJavaClass(), unitOfWork),
                ownerKey,
                keys,
                chunk);
        Map<Object, OwnedRows> found =
                KeyForm.byKey(OwnedRows.read(query, ownerKey, unitOfWork, tally), chunk, OwnedRows::with);
        if (found == null) {
            return false;
        }
        for (Object key : chunk) {
            List<Object> targets = found.getOrDefault(key, OwnedRows.NONE).targets();
            boolean isCut = separate.limit() > 0 && targets.size() > separate.limit();
            byKey.getOrDefault(key, List.of())
                    .forEach(owner -> put(owner, isCut ? targets.subList(0, separate.limit()) : targets));
        }
        return true;
    }

    /** The targets of each owner in their order, without those beyond the limit. */
    private ReadAllQuery sorted(ReadAllQuery query, OwnerKey ownerKey, KeyList keys, List<Object> chunk) {
        ownerKey.select(query, keys, chunk);
        ExpressionBuilder builder = query.getExpressionBuilder();
        ClassDescriptor target = mapping.getReferenceDescriptor();
        List<Expression> orderings = new ArrayList<>(query.getOrderByExpressions());
        if (orderings.isEmpty() && mapping instanceof CollectionMapping collection) {
            orderings.addAll(mappedOrder(collection, ownerKey, builder));
        }
        query.getOrderByExpressions().clear();
        if (separate.limit() > 0) {
            // which ones are left out must not be left to chance
            for (DatabaseField field : target.getPrimaryKeyFields()) {
                orderings.add(builder.getField(field).ascending());
            }
            if (!target.hasTablePerClassPolicy()) {
                // all types of targets come by one statement
                query.setShouldOuterJoinSubclasses(true);
                return new LimitedQuery(query, ownerKey.fields(builder), orderings, separate.limit());
            }
        }
        orderings.forEach(query::addOrdering);
        return query;
    }

    private static List<Expression> mappedOrder(
            CollectionMapping collection, OwnerKey ownerKey, ExpressionBuilder builder) {
        List<Expression> orderings = new ArrayList<>();
        DatabaseField index = collection.getListOrderField();
        if (index != null) {
            orderings.add(ownerKey.base(builder).getField(index).ascending());
        } else if (collection.hasOrderBy() && collection.getSelectionQuery() instanceof ReadAllQuery selection) {
            selection.getOrderByExpressions().forEach(order -> orderings.add(order.rebuildOn(builder)));
        }
        return orderings;
    }

    private boolean count(OwnerKey ownerKey, KeyList keys, List<Object> chunk, Map<Object, List<Owner>> byKey) {
        Class<?> type = mapping.getReferenceDescriptor().getJavaClass();
        ReadAllQuery targets = TargetQuery.of(separate, type, unitOfWork);
        ExpressionBuilder builder = targets.getExpressionBuilder();
        ownerKey.select(targets, keys, chunk);
        ReportQuery query = new ReportQuery(type, builder);
        query.setSelectionCriteria(targets.getSelectionCriteria());
        List<Expression> fields = ownerKey.fields(builder);
        for (int index = 0; index < fields.size(); index++) {
            query.addAttribute("key" + index, fields.get(index));
            query.addGrouping(fields.get(index));
        }
        query.addAttribute("number", fields.get(0).count(), Long.class);
        query.setShouldReturnWithoutReportQueryResult(true);
        InternalQuery.mark(query);
        Map<Object, Integer> byForm = new LinkedHashMap<>();
        for (Object result : BulkQueries.rows(query, unitOfWork, tally)) {
            Object[] row = (Object[]) result;
            byForm.merge(ownerKey.ofValues(row, unitOfWork), ((Number) row[fields.size()]).intValue(), Integer::sum);
        }
        Map<Object, Integer> numbers = KeyForm.byKey(byForm, chunk, Integer::sum);
        if (numbers == null) {
            return false;
        }
        for (Object key : chunk) {
            byKey.getOrDefault(key, List.of())
                    .forEach(owner -> results.byOwner().put(owner.entity(), numbers.getOrDefault(key, 0)));
        }
        return true;
    }
}
