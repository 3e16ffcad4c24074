package io.github.selfsame.eclipselink.internal.prefetch;

import java.util.ArrayList;
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
    private final Map<ForeignReferenceMapping, List<Owner>> unloaded = new LinkedHashMap<>();
    private final Map<ClassDescriptor, Set<Object>> missing = new LinkedHashMap<>();

    ToOneLoader(UnitOfWorkImpl unitOfWork) {
        this.unitOfWork = unitOfWork;
    }

    static boolean supports(ForeignReferenceMapping mapping) {
        return mapping instanceof OneToOneMapping reference
                && reference.isForeignKeyRelationship()
                && !reference.hasRelationTable();
    }

    void add(ForeignReferenceMapping mapping, List<Owner> owners) {
        for (Owner owner : owners) {
            DatabaseValueHolder<?> holder = Holders.unloaded(owner, mapping);
            if (holder != null) {
                unloaded.computeIfAbsent(mapping, key -> new ArrayList<>()).add(owner);
                if (!holder.isEasilyInstantiated()) {
                    addMissing((OneToOneMapping) mapping, holder.getRow());
                }
            }
        }
    }

    void load() {
        missing.forEach((descriptor, keys) -> KeyList.chunks(keys).forEach(chunk -> {
            ReadAllQuery query = new ReadAllQuery(descriptor.getJavaClass());
            query.setSelectionCriteria(KeyList.condition(query.getExpressionBuilder(), descriptor, chunk));
            EagerReferences.join(query, descriptor, null);
            query.setIsExecutionClone(true);
            unitOfWork.executeQuery(query);
        }));
        // each finds its target in the persistence context now
        unloaded.forEach((mapping, owners) -> owners.forEach(owner -> Holders.trigger(owner, mapping, unitOfWork)));
    }

    private void addMissing(OneToOneMapping mapping, AbstractRecord row) {
        Object key = missingKey(mapping, row);
        if (key != null) {
            missing.computeIfAbsent(mapping.getReferenceDescriptor(), descriptor -> new LinkedHashSet<>())
                    .add(key);
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
