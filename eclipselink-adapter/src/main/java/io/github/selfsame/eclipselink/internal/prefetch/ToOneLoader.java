package io.github.selfsame.eclipselink.internal.prefetch;

import io.github.selfsame.eclipselink.internal.BuiltInstances;
import io.github.selfsame.eclipselink.internal.LoadedAssociation;
import java.util.ArrayList;
import java.util.HashMap;
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
    private final Map<OneToOneMapping, List<Reference>> unloaded = new LinkedHashMap<>();
    private final Map<ClassDescriptor, Set<Object>> missing = new LinkedHashMap<>();

    /** What was read of those that were missing, by type and key. */
    private final Map<ClassDescriptor, Map<Object, Object>> read = new HashMap<>();

    /**
     * A reference that is not loaded.
     *
     * @param key the key of what it refers to, if that may be looked for in the unit of work
     */
    private record Reference(Owner owner, DatabaseValueHolder<?> holder, @Nullable Object key) {}

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

    /** Whether a target that was read is there for who refers to it: nobody manages read-only ones, nor does every cache keep them. */
    static boolean isFoundAgain(ClassDescriptor target, UnitOfWorkImpl unitOfWork) {
        return !target.getCachePolicy().isIsolated() || !unitOfWork.isClassReadOnly(target.getJavaClass(), target);
    }

    void add(OneToOneMapping mapping, List<Owner> owners) {
        List<Reference> references = unloaded.computeIfAbsent(mapping, key -> new ArrayList<>(owners.size()));
        ClassDescriptor target = mapping.getReferenceDescriptor();
        Set<Object> missingKeys = missing.computeIfAbsent(target, descriptor -> new LinkedHashSet<>());
        Set<Object> keysAtHand = new HashSet<>();
        for (Owner owner : owners) {
            DatabaseValueHolder<?> holder = Holders.unloaded(owner, mapping);
            tally.owner(holder == null);
            if (holder == null) {
                continue;
            }
            Object key = holder.isEasilyInstantiated() || isElement(owner) ? null : key(mapping, Holders.row(holder));
            references.add(new Reference(owner, holder, key));
            if (key != null && !missingKeys.contains(key)) {
                if (keysAtHand.contains(key) || isAtHand(key, target)) {
                    keysAtHand.add(key);
                    tally.reused(1);
                } else {
                    missingKeys.add(key);
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
            if (isFoundAgain(keys.getKey(), unitOfWork)
                    && targets.isWorthwhile(keys.getValue().size())) {
                int builtBefore = BuiltInstances.count(unitOfWork);
                Map<Object, Object> found = new HashMap<>();
                targets.read(keys.getValue(), tally).forEach(target -> found.put(unitOfWork.getId(target), target));
                read.put(keys.getKey(), found);
                before += BuiltInstances.count(unitOfWork) - builtBefore;
            } else {
                single += keys.getValue().size();
            }
        }
        // each finds its target in the persistence context now
        unloaded.forEach(this::fill);
        tally.statements(single, BuiltInstances.count(unitOfWork) - before);
    }

    private void fill(OneToOneMapping mapping, List<Reference> references) {
        ManagedTargets targets = new ManagedTargets(mapping, unitOfWork);
        for (Reference reference : references) {
            Owner owner = reference.owner();
            Object key = reference.key();
            Object target = key == null ? null : targets.get(reference.holder(), key);
            if (target == null && key != null && targets.isLookedUpByKey(reference.holder())) {
                target = read(key, mapping);
            }
            if (target == null) {
                Holders.trigger(owner, mapping, unitOfWork);
            } else {
                LoadedAssociation.fill(owner.entity(), owner.holder(), mapping, target, unitOfWork);
            }
        }
        InverseReferences.derive(
                mapping, references.stream().map(Reference::owner).toList(), unitOfWork);
    }

    /**
     * What was read for a key just now: EclipseLink would not find it if it is of a subclass that has a table of its own, nor if
     * there is no such row (pitfall C18).
     *
     * @return the target, {@link LoadedAssociation#NOTHING}, or {@code null} if that can't be told
     */
    private @Nullable Object read(Object key, OneToOneMapping mapping) {
        ClassDescriptor type = mapping.getReferenceDescriptor();
        Map<Object, Object> found = read.get(type);
        Set<Object> keys = missing.getOrDefault(type, Set.of());
        if (found == null || !keys.contains(key)) {
            return null;
        }
        Object target = found.get(key);
        if (target != null) {
            return unitOfWork.isObjectDeleted(target) ? null : target;
        }
        return keys.containsAll(found.keySet()) && !isAtHand(key, type) ? LoadedAssociation.NOTHING : null;
    }

    private static @Nullable Object key(OneToOneMapping mapping, @Nullable AbstractRecord row) {
        return row == null ? null : mapping.extractPrimaryKeysForReferenceObjectFromRow(row);
    }

    /** Whether the target has to be read. */
    boolean isMissing(OneToOneMapping mapping, AbstractRecord row) {
        Object key = key(mapping, row);
        return key != null && !isAtHand(key, mapping.getReferenceDescriptor());
    }

    private boolean isAtHand(Object key, ClassDescriptor target) {
        return EntitiesByKey.atHand(key, target, unitOfWork) != null;
    }
}
