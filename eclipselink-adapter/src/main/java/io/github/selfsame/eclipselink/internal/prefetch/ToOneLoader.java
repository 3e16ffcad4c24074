package io.github.selfsame.eclipselink.internal.prefetch;

import io.github.selfsame.eclipselink.internal.BuiltInstances;
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
            EntitiesByKey targets = new EntitiesByKey(unitOfWork, keys.getKey());
            if (targets.isWorthwhile(keys.getValue().size())) {
                int builtBefore = BuiltInstances.count(unitOfWork);
                targets.read(keys.getValue(), tally);
                before += BuiltInstances.count(unitOfWork) - builtBefore;
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
        return key == null || EntitiesByKey.atHand(key, mapping.getReferenceDescriptor(), unitOfWork) != null
                ? null
                : key;
    }
}
