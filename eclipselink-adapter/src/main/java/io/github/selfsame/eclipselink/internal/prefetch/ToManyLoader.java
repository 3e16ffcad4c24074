package io.github.selfsame.eclipselink.internal.prefetch;

import io.github.selfsame.eclipselink.internal.LoadedAssociation;
import io.github.selfsame.eclipselink.internal.access.Refreshes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.expressions.ExpressionBuilder;
import org.eclipse.persistence.internal.indirection.DatabaseValueHolder;
import org.eclipse.persistence.internal.queries.ContainerPolicy;
import org.eclipse.persistence.internal.sessions.AbstractRecord;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.mappings.CollectionMapping;
import org.eclipse.persistence.mappings.ForeignReferenceMapping;
import org.eclipse.persistence.queries.ReadAllQuery;
import org.jspecify.annotations.Nullable;

/**
 * Loads collections, and references whose key is on the other side: one query for (key of the owner, target), for all
 * owners that have not loaded theirs. What can't be read that way is loaded owner by owner, never left out.
 */
final class ToManyLoader {

    private final UnitOfWorkImpl unitOfWork;
    private final ForeignReferenceMapping mapping;
    private final StepTally tally;
    private final Predicate<Owner> isAskedFor;

    /**
     * Prepares for an association.
     *
     * @param isAskedFor whether an owner's association was asked for, and is not only loaded along with another's: the shared
     *     cache remembers only that
     */
    ToManyLoader(
            UnitOfWorkImpl unitOfWork, ForeignReferenceMapping mapping, StepTally tally, Predicate<Owner> isAskedFor) {
        this.unitOfWork = unitOfWork;
        this.mapping = mapping;
        this.tally = tally;
        this.isAskedFor = isAskedFor;
    }

    void load(List<Owner> owners) {
        OwnerKey ownerKey = CollectionJoins.areOn(mapping.getReferenceDescriptor()) ? null : OwnerKey.of(mapping);
        Map<Object, List<Owner>> byKey = new LinkedHashMap<>();
        for (Owner owner : owners) {
            DatabaseValueHolder<?> holder = Holders.unloaded(owner, mapping);
            tally.owner(holder == null);
            if (holder == null) {
                continue;
            }
            Object key = ownerKey == null || Holders.isLoadedBefore(holder) || Refreshes.arePendingFor(holder)
                    ? null
                    : ownerKey.ofOwner(owner.entity(), holder, unitOfWork);
            if (key == null || isAtHand(key, ownerKey, mapping, unitOfWork)) {
                Holders.trigger(owner, mapping, unitOfWork);
            } else {
                byKey.computeIfAbsent(key, k -> new ArrayList<>(1)).add(owner);
            }
        }
        if (ownerKey == null) {
            return;
        }
        for (List<Object> part : KeyForm.parts(byKey.keySet())) {
            load(ownerKey, part, byKey);
            if (LoadedAssociation.isAhead(unitOfWork)) {
                // one statement is enough, for the part with what was touched
                return;
            }
        }
    }

    private void load(OwnerKey ownerKey, List<Object> part, Map<Object, List<Owner>> byKey) {
        if (mapping instanceof CollectionMapping collection && BatchLoader.supports(collection)) {
            List<Owner> keyed = new ArrayList<>();
            part.forEach(key -> keyed.addAll(byKey.getOrDefault(key, List.of())));
            new BatchLoader(unitOfWork, collection, tally).load(keyed, ownerKey);
        } else {
            KeyList keys = KeyList.of(part, unitOfWork.getPlatform(mapping.getReferenceClass()));
            for (List<Object> chunk : keys.chunks()) {
                read(ownerKey, keys, chunk, byKey);
            }
        }
    }

    /** Whether lazy loading would find the target of a reference, which has the owner's key for its own, without a statement. */
    static boolean isAtHand(
            @Nullable Object key,
            @Nullable OwnerKey ownerKey,
            ForeignReferenceMapping mapping,
            UnitOfWorkImpl unitOfWork) {
        ClassDescriptor targets = mapping.getReferenceDescriptor();
        return key != null
                && mapping.isOneToOneMapping()
                && ownerKey != null
                && ownerKey.isKeyOf(targets)
                && EntitiesByKey.atHand(key, targets, unitOfWork) != null;
    }

    private void read(OwnerKey ownerKey, KeyList keys, List<Object> chunk, Map<Object, List<Owner>> byKey) {
        ReadAllQuery query = query(ownerKey, keys, chunk);
        Map<Object, OwnedRows> byForm = query instanceof OwnedRowsQuery direct
                ? direct.read(unitOfWork, tally)
                : OwnedRows.read(query, ownerKey, unitOfWork, tally);
        Map<Object, OwnedRows> found = KeyForm.byKey(byForm, chunk, OwnedRows::with);
        if (found == null) {
            // only the database knows which rows belong to whom
            chunk.forEach(key -> byKey.getOrDefault(key, List.of()).stream()
                    .filter(isAskedFor)
                    .forEach(owner -> Holders.trigger(owner, mapping, unitOfWork)));
            return;
        }
        SharedAssociations shared = new SharedAssociations(mapping, unitOfWork);
        for (Object key : chunk) {
            OwnedRows rows = found.getOrDefault(key, OwnedRows.NONE);
            List<Object> targets = rows.targets();
            for (Owner owner : byKey.getOrDefault(key, List.of())) {
                if (isAskedFor.test(owner)) {
                    shared.remember(owner, targets, originals -> value(originals, rows.records(), query));
                }
                Object value = value(targets, rows.records(), query);
                LoadedAssociation.fill(
                        owner.entity(),
                        owner.holder(),
                        mapping,
                        value == null ? LoadedAssociation.NOTHING : value,
                        unitOfWork);
            }
        }
    }

    private ReadAllQuery query(OwnerKey ownerKey, KeyList keys, List<Object> chunk) {
        ClassDescriptor targets = mapping.getReferenceDescriptor();
        ReadAllQuery query = OwnedRowsQuery.supports(targets, unitOfWork)
                ? new OwnedRowsQuery(targets.getJavaClass(), ownerKey, needsRecords())
                : new ReadAllQuery(targets.getJavaClass());
        ownerKey.select(query, keys, chunk);
        EagerReferences.join(query, targets, mapping, unitOfWork);
        if (mapping instanceof CollectionMapping collection) {
            ExpressionBuilder builder = query.getExpressionBuilder();
            if (collection.hasOrderBy() && collection.getSelectionQuery() instanceof ReadAllQuery selection) {
                selection.getOrderByExpressions().forEach(order -> query.addOrdering(order.rebuildOn(builder)));
            }
            collection.getContainerPolicy().addAdditionalFieldsToQuery(query, ownerKey.base(builder));
        }
        return query;
    }

    /** Whether the container has to know more of a row than its target, such as an index. */
    private boolean needsRecords() {
        return mapping instanceof CollectionMapping collection
                && collection.getContainerPolicy().shouldAddAll();
    }

    private @Nullable Object value(List<Object> targets, List<AbstractRecord> records, ReadAllQuery query) {
        if (!(mapping instanceof CollectionMapping collection)) {
            return targets.isEmpty() ? null : targets.get(0);
        }
        ContainerPolicy policy = collection.getContainerPolicy();
        Object container = policy.containerInstance(Math.max(1, targets.size()));
        if (policy.shouldAddAll()) {
            if (!targets.isEmpty()) {
                policy.addAll(targets, container, unitOfWork, records, query, null, true);
            }
        } else {
            for (Object target : targets) {
                policy.addInto(target, container, unitOfWork);
            }
        }
        return container;
    }
}
