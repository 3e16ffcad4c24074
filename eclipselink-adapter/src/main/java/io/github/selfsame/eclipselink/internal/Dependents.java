package io.github.selfsame.eclipselink.internal;

import io.github.selfsame.eclipselink.internal.access.KeyFields;
import io.github.selfsame.eclipselink.internal.access.Mappings;
import io.github.selfsame.eclipselink.internal.access.RowConditions;
import io.github.selfsame.spi.Partition;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.mappings.CollectionMapping;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.mappings.ForeignReferenceMapping;
import org.eclipse.persistence.mappings.OneToManyMapping;
import org.eclipse.persistence.mappings.OneToOneMapping;

/** Whom a commit concerns beside the rows it writes: entities whose associations are decided by those rows (rule R20). */
final class Dependents {

    /** The hierarchies of which the mere state decides what somebody refers to, or in which order. */
    private final Set<Class<?>> arranged = new HashSet<>();

    /**
     * By the hierarchy of the targets, those that have to load such an association with the row, and hold it themselves, or refer to
     * something else than the targets' key, which only their row tells. Where the shared cache has them, a new persistence context
     * begins with what that holds, which nobody reads afresh either.
     */
    private final Map<Class<?>, Set<Class<?>>> holders = new HashMap<>();

    private final Set<Class<?>> allHolders = new HashSet<>();

    /** By a hierarchy, those of which the database deletes rows along with its own. */
    private final Map<Class<?>, Set<Class<?>>> deletedWith = new HashMap<>();

    private final SharedTables tables;

    Dependents(Collection<ClassDescriptor> descriptors) {
        tables = new SharedTables(descriptors);
        for (ClassDescriptor descriptor : descriptors) {
            if (!descriptor.isDescriptorTypeAggregate()) {
                Mappings.forEach(descriptor, mapping -> add(mapping, descriptor));
            }
        }
    }

    private void add(DatabaseMapping mapping, ClassDescriptor entity) {
        if (mapping instanceof ForeignReferenceMapping association && association.getReferenceDescriptor() != null) {
            add(association, entity);
        }
    }

    private void add(ForeignReferenceMapping association, ClassDescriptor entity) {
        Class<?> targets = EclipseLinkUnit.rootTypeOf(association.getReferenceDescriptor());
        boolean isByState = KeyFields.referToOtherThanKey(association);
        if (isByState || RowConditions.dependOnState(association) || isArranged(association)) {
            arranged.add(targets);
        }
        if (association.isCascadeOnDeleteSetOnDatabase() && isKeyOfTargets(association)) {
            deletedWith
                    .computeIfAbsent(EclipseLinkUnit.rootTypeOf(entity), type -> new HashSet<>())
                    .add(targets);
        }
        boolean isHeld = !association.usesIndirection() && AssociationSource.dependsOnTargets(association);
        Class<?> holder = EclipseLinkUnit.rootTypeOf(entity);
        if (isHeld) {
            allHolders.add(holder);
        }
        if ((isHeld || isByState) && entity.getCachePolicy().isIsolated()) {
            holders.computeIfAbsent(targets, type -> new HashSet<>()).add(holder);
        }
    }

    /** Whether it is the targets' own rows that refer to the owner's, and not those of a link table. */
    private static boolean isKeyOfTargets(ForeignReferenceMapping association) {
        return association instanceof OneToManyMapping
                || (association instanceof OneToOneMapping reference
                        && !reference.isForeignKeyRelationship()
                        && !reference.hasRelationTableMechanism());
    }

    private static boolean isArranged(ForeignReferenceMapping association) {
        return association instanceof CollectionMapping collection
                && (collection.hasOrderBy() || collection.getContainerPolicy().isMapPolicy());
    }

    /** Rows of a hierarchy have come, gone, or are pointed to, selected or arranged differently now. */
    static void moved(Class<?> rootType, Partition partition) {
        EclipseLinkUnit unit = (EclipseLinkUnit) partition.unit();
        unit.associations().changed(rootType);
        unit.dependents().holdersOf(rootType).forEach(partition::markStale);
    }

    /** Whether some association selects such entities, or orders or keys them, by what is in them. */
    boolean areOnStateOf(Class<?> rootType) {
        return arranged.contains(rootType);
    }

    /** The hierarchies whose instances hold what they refer to, without a value holder that would read it again. */
    Set<Class<?>> holdersOf(Class<?> targets) {
        return holders.getOrDefault(targets, Set.of());
    }

    /** The hierarchies that look different when rows of one are written, since they are mapped to the same tables. */
    Set<Class<?>> writtenWith(Class<?> rootType) {
        return tables.sharingWith(rootType);
    }

    /**
     * The hierarchies that look different when rows of one are deleted: those of which the database deletes rows, too, and rows along
     * with those in turn, and all that are mapped to the same tables.
     */
    Set<Class<?>> deletedWith(Class<?> rootType) {
        if (!deletedWith.containsKey(rootType)) {
            return writtenWith(rootType);
        }
        Set<Class<?>> deleted = new HashSet<>();
        addDeletedWith(rootType, deleted);
        Set<Class<?>> all = new HashSet<>(deleted);
        deleted.forEach(type -> all.addAll(writtenWith(type)));
        all.addAll(writtenWith(rootType));
        return all;
    }

    private void addDeletedWith(Class<?> rootType, Set<Class<?>> all) {
        for (Class<?> type : deletedWith.getOrDefault(rootType, Set.of())) {
            if (all.add(type)) {
                addDeletedWith(type, all);
            }
        }
    }

    /** Whether instances of a hierarchy hold such associations. */
    boolean areHolders(Class<?> rootType) {
        return allHolders.contains(rootType);
    }
}
