package io.github.selfsame.eclipselink.internal.prefetch;

import io.github.selfsame.eclipselink.internal.BuiltInstances;
import io.github.selfsame.eclipselink.internal.access.InternalQuery;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.internal.indirection.DatabaseValueHolder;
import org.eclipse.persistence.internal.sessions.AbstractRecord;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.mappings.ForeignReferenceMapping;
import org.eclipse.persistence.mappings.OneToOneMapping;
import org.eclipse.persistence.queries.ReadAllQuery;
import org.jspecify.annotations.Nullable;

/**
 * Loads references by foreign key: the keys are at hand, so that only the missing targets are read, those of several
 * attributes together (rules P2 and P5).
 */
final class ToOneLoader {

    private final UnitOfWorkImpl unitOfWork;
    private final StepTally tally;
    private final Map<ForeignReferenceMapping, List<Owner>> unloaded = new LinkedHashMap<>();
    private final Map<ClassDescriptor, Set<Object>> missing = new LinkedHashMap<>();

    ToOneLoader(UnitOfWorkImpl unitOfWork, StepTally tally) {
        this.unitOfWork = unitOfWork;
        this.tally = tally;
    }

    /** Whether the owner's row has the target's primary key. */
    static boolean supports(ForeignReferenceMapping mapping) {
        return mapping instanceof OneToOneMapping reference
                && reference.isForeignKeyRelationship()
                && !reference.hasRelationTable()
                && new HashSet<>(reference.getTargetToSourceKeyFields().keySet())
                        .equals(new HashSet<>(reference.getReferenceDescriptor().getPrimaryKeyFields()));
    }

    void add(ForeignReferenceMapping mapping, List<Owner> owners) {
        for (Owner owner : owners) {
            DatabaseValueHolder<?> holder = Holders.unloaded(owner, mapping);
            tally.owner(holder == null);
            if (holder != null) {
                unloaded.computeIfAbsent(mapping, key -> new ArrayList<>()).add(owner);
                if (!holder.isEasilyInstantiated() && !isElement(owner)) {
                    addMissing((OneToOneMapping) mapping, Holders.row(holder));
                }
            }
        }
    }

    /** Elements of a collection of embeddables load past the unit of work, so that it is of no use to read for them there. */
    private static boolean isElement(Owner owner) {
        return owner.descriptor() != null && owner.descriptor().isAggregateCollectionDescriptor();
    }

    void load() {
        int before = BuiltInstances.count(unitOfWork);
        int single = 0;
        for (Map.Entry<ClassDescriptor, Set<Object>> keys : missing.entrySet()) {
            if (isWorthwhile(keys.getKey(), keys.getValue().size())) {
                before += read(keys.getKey(), keys.getValue());
            } else {
                single += keys.getValue().size();
            }
        }
        // each finds its target in the persistence context now
        unloaded.forEach((mapping, owners) -> {
            owners.forEach(owner -> Holders.trigger(owner, mapping, unitOfWork));
            InverseReferences.derive((OneToOneMapping) mapping, owners, unitOfWork);
        });
        tally.statements(single, BuiltInstances.count(unitOfWork) - before);
    }

    /** Whether lazy loading could not do with fewer statements: it stops at the first table that has the row. */
    private static boolean isWorthwhile(ClassDescriptor descriptor, int keys) {
        return descriptor.hasTablePerClassPolicy()
                ? keys
                        > descriptor
                                .getTablePerClassPolicy()
                                .getChildDescriptors()
                                .size()
                : keys > 1;
    }

    /** Reads the missing targets of one type, and says how many were built. */
    private int read(ClassDescriptor descriptor, Set<Object> missingKeys) {
        int before = BuiltInstances.count(unitOfWork);
        KeyList keys = KeyList.of(missingKeys, unitOfWork);
        for (List<Object> chunk : keys.chunks()) {
            ReadAllQuery query = new ReadAllQuery(descriptor.getJavaClass());
            query.setSelectionCriteria(keys.condition(query.getExpressionBuilder(), descriptor, chunk));
            EagerReferences.join(query, descriptor, null);
            InternalQuery.mark(query);
            BulkQueries.execute(query, unitOfWork, tally);
        }
        return BuiltInstances.count(unitOfWork) - before;
    }

    private void addMissing(OneToOneMapping mapping, @Nullable AbstractRecord row) {
        Object key = missingKey(mapping, row);
        if (key != null) {
            missing.computeIfAbsent(mapping.getReferenceDescriptor(), descriptor -> new LinkedHashSet<>())
                    .add(key);
        } else if (row != null && mapping.extractPrimaryKeysForReferenceObjectFromRow(row) != null) {
            tally.reused(1);
        }
    }

    /** The key of the target, if there is one that has to be read. */
    @Nullable Object missingKey(OneToOneMapping mapping, @Nullable AbstractRecord row) {
        Object key = row == null ? null : mapping.extractPrimaryKeysForReferenceObjectFromRow(row);
        return key == null || isAtHand(key, mapping.getReferenceDescriptor()) ? null : key;
    }

    /** Whether lazy loading would find the target without a statement. */
    private boolean isAtHand(Object key, ClassDescriptor target) {
        boolean seesSharedCache =
                !unitOfWork.getCommitManager().isActive() && !unitOfWork.wasTransactionBegunPrematurely();
        Object found = seesSharedCache
                ? unitOfWork
                        .getIdentityMapAccessorInstance()
                        .getFromIdentityMap(key, null, target.getJavaClass(), false, target)
                : unitOfWork
                        .getIdentityMapAccessorInstance()
                        .getIdentityMapManager()
                        .getFromIdentityMap(key, target.getJavaClass(), target);
        return found != null;
    }
}
