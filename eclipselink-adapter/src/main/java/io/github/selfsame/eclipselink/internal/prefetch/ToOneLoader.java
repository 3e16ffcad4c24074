package io.github.selfsame.eclipselink.internal.prefetch;

import io.github.selfsame.eclipselink.internal.BuiltInstances;
import io.github.selfsame.eclipselink.internal.LoadedAssociation;
import io.github.selfsame.eclipselink.internal.access.Refreshes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    private final Map<ClassDescriptor, ReferencedTargets> targets = new LinkedHashMap<>();

    /**
     * A reference that is not loaded.
     *
     * @param target what it refers to, if that may be looked for in the unit of work
     */
    private record Reference(Owner owner, DatabaseValueHolder<?> holder, ReferencedTargets.@Nullable Target target) {}

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

    void add(OneToOneMapping mapping, List<Owner> owners) {
        List<Reference> references = unloaded.computeIfAbsent(mapping, key -> new ArrayList<>(owners.size()));
        ReferencedTargets ofType = targets.computeIfAbsent(
                mapping.getReferenceDescriptor(), type -> new ReferencedTargets(unitOfWork, type));
        boolean isApart = !OwnerKey.decidesAlone(mapping);
        for (Owner owner : owners) {
            DatabaseValueHolder<?> holder = Holders.unloaded(owner, mapping);
            tally.owner(holder == null);
            if (holder == null) {
                continue;
            }
            Object key = holder.isEasilyInstantiated() || isElement(owner) || isApart || Refreshes.arePendingFor(holder)
                    ? null
                    : key(mapping, Holders.row(holder));
            ReferencedTargets.Target target = key == null ? null : ofType.of(key);
            references.add(new Reference(owner, holder, target));
            if (target != null && target.isAtHand()) {
                tally.reused(1);
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
        for (ReferencedTargets ofType : targets.values()) {
            int builtBefore = BuiltInstances.count(unitOfWork);
            single += ofType.readMissing(tally);
            before += BuiltInstances.count(unitOfWork) - builtBefore;
        }
        // each finds its target in the persistence context now
        unloaded.forEach(this::fill);
        tally.statements(single, BuiltInstances.count(unitOfWork) - before);
    }

    private void fill(OneToOneMapping mapping, List<Reference> references) {
        for (Reference reference : references) {
            Owner owner = reference.owner();
            Object target = target(reference, mapping);
            if (target != null) {
                LoadedAssociation.fill(owner.entity(), owner.holder(), mapping, target, unitOfWork);
            } else if (reference.target() == null || !reference.target().isLeft()) {
                Holders.trigger(owner, mapping, unitOfWork);
            }
        }
        InverseReferences.derive(
                mapping, references.stream().map(Reference::owner).toList(), unitOfWork);
    }

    /** What EclipseLink would find for a reference without doing anything else than to look; {@code null} if it has to do more. */
    private @Nullable Object target(Reference reference, OneToOneMapping mapping) {
        ReferencedTargets.Target target = reference.target();
        if (target == null) {
            return null;
        }
        if (!LookUps.areByKey(reference.holder(), mapping, unitOfWork)) {
            Object read = target.readInOtherForm();
            // the shared cache may have what was not found for a managed one
            return read != LoadedAssociation.NOTHING
                            || LoadedAssociation.isFree(reference.owner().holder(), mapping)
                    ? read
                    : null;
        }
        Object managed = target.managed();
        return managed == null ? target.read() : managed;
    }

    private static @Nullable Object key(OneToOneMapping mapping, @Nullable AbstractRecord row) {
        return row == null ? null : mapping.extractPrimaryKeysForReferenceObjectFromRow(row);
    }

    /** Whether the target has to be read. */
    boolean isMissing(OneToOneMapping mapping, AbstractRecord row) {
        Object key = key(mapping, row);
        return key != null && EntitiesByKey.atHand(key, mapping.getReferenceDescriptor(), unitOfWork) == null;
    }
}
