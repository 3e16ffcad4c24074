package io.github.selfsame.eclipselink.internal;

import io.github.selfsame.EvictionCause;
import io.github.selfsame.eclipselink.internal.access.RowConditions;
import io.github.selfsame.spi.Canonical;
import io.github.selfsame.spi.Partition;
import io.github.selfsame.spi.RowIdentity;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.internal.descriptors.ObjectBuilder;
import org.eclipse.persistence.internal.identitymaps.CacheId;
import org.eclipse.persistence.internal.sessions.ObjectChangeSet;
import org.eclipse.persistence.internal.sessions.UnitOfWorkChangeSet;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.mappings.ForeignReferenceMapping;
import org.eclipse.persistence.mappings.foundation.AbstractDirectMapping;
import org.eclipse.persistence.sessions.changesets.ChangeRecord;
import org.jspecify.annotations.Nullable;

/** What a commit means for the identity maps that the committing context was used with. */
final class CommitEffects {

    private final @Nullable UnitOfWorkChangeSet changes;

    private CommitEffects(@Nullable UnitOfWorkChangeSet changes) {
        this.changes = changes;
    }

    static CommitEffects of(UnitOfWorkImpl unitOfWork) {
        return new CommitEffects((UnitOfWorkChangeSet) unitOfWork.getUnitOfWorkChangeSet());
    }

    @Nullable UnitOfWorkChangeSet changes() {
        return changes;
    }

    /** Whether nothing was written. */
    boolean areNone() {
        return changes == null || !(changes.hasChanges() || changes.hasForcedChanges());
    }

    void applyTo(Partition partition, EclipseLinkUnit committer) {
        if (changes == null) {
            return;
        }
        EclipseLinkUnit unit = (EclipseLinkUnit) partition.unit();
        boolean isOfTenant = unit.isOfSameTenant(committer);
        movedTypes(unit).forEach(type -> Dependents.moved(type, partition));
        writtenAlong(unit).forEach(change -> change.applyTo(partition));
        for (ObjectChangeSet change : changes.getAllChangeSets().keySet()) {
            if (isOfEntity(change) && isSameRow(change, isOfTenant)) {
                Class<?> rootType = EclipseLinkUnit.rootTypeOf(change.getDescriptor());
                Canonical entry = entryOf(change, rootType, partition);
                if (entry != null && (entry.instance() != change.getUnitOfWorkClone() || isOnlyInRow(change))) {
                    // a private copy has been committed (rule R3), or not all can be told without the row
                    entry.markStale();
                }
            }
        }
        for (ObjectChangeSet deletion : changes.getDeletedObjects().keySet()) {
            Class<?> rootType = EclipseLinkUnit.rootTypeOf(deletion.getDescriptor());
            Canonical entry = entryOf(deletion, rootType, partition);
            if (entry != null && isSameRow(deletion, isOfTenant) && !isRecreated(deletion, entry)) {
                entry.evict(EvictionCause.REMOVED);
            }
        }
    }

    /** Whether the row may be shown no longer, or shows what the instance does not. */
    private static boolean isOnlyInRow(ObjectChangeSet change) {
        ClassDescriptor descriptor = change.getDescriptor();
        return RowConditions.areOn(descriptor)
                || CanonicalObjectBuilder.traits(descriptor).columns().mayDifferAfter(change);
    }

    /** The hierarchies whose rows have come, gone, or now point or are arranged differently (rule R20). */
    Set<Class<?>> movedTypes(EclipseLinkUnit unit) {
        Set<Class<?>> types = new HashSet<>();
        if (changes != null) {
            for (ObjectChangeSet change : changes.getAllChangeSets().keySet()) {
                if (isOfEntity(change) && movesInverseSides(change, unit)) {
                    types.add(EclipseLinkUnit.rootTypeOf(change.getDescriptor()));
                }
                addTargetsOfChangedInverseSides(change, types);
            }
        }
        types.addAll(deletedTypes());
        return types;
    }

    /** The hierarchies of which rows were deleted. */
    private Set<Class<?>> deletedTypes() {
        Set<Class<?>> types = new HashSet<>();
        if (changes != null) {
            for (ObjectChangeSet deletion : changes.getDeletedObjects().keySet()) {
                types.add(EclipseLinkUnit.rootTypeOf(deletion.getDescriptor()));
            }
        }
        return types;
    }

    /** What else looks different by what was written, whatever of that the context knew. */
    Set<BulkChange> writtenAlong(EclipseLinkUnit unit) {
        Set<Class<?>> types = new HashSet<>();
        deletedTypes().forEach(type -> types.addAll(unit.dependents().deletedWith(type)));
        if (changes != null) {
            changes.getAllChangeSets().keySet().stream()
                    .filter(CommitEffects::isOfEntity)
                    .map(change -> EclipseLinkUnit.rootTypeOf(change.getDescriptor()))
                    .forEach(type -> types.addAll(unit.dependents().writtenWith(type)));
        }
        return BulkChange.ofAll(types);
    }

    /**
     * The rows that have come, by the instances that were persisted. Their keys are certain only now, and are taken from the
     * attributes: a woven instance remembers the key with which it was registered.
     */
    IdentityHashMap<Object, RowIdentity> inserted(UnitOfWorkImpl unitOfWork) {
        IdentityHashMap<Object, RowIdentity> rows = new IdentityHashMap<>();
        if (changes != null) {
            for (ObjectChangeSet change : changes.getAllChangeSets().keySet()) {
                Object instance = change.getUnitOfWorkClone();
                if (!change.isAggregate() && change.isNew() && instance != null) {
                    Object key = key(change, instance, unitOfWork);
                    if (key != null) {
                        rows.put(instance, new RowIdentity(EclipseLinkUnit.rootTypeOf(change.getDescriptor()), key));
                    }
                }
            }
        }
        return rows;
    }

    private static @Nullable Object key(ObjectChangeSet change, Object instance, UnitOfWorkImpl unitOfWork) {
        ObjectBuilder builder = change.getDescriptor().getObjectBuilder();
        Object registered = change.getId();
        return registered != null && isConvertedFrom(registered, instance, builder, unitOfWork)
                ? registered
                : builder.extractPrimaryKeyFromRow(
                        builder.extractPrimaryKeyRowFromObject(instance, unitOfWork), unitOfWork);
    }

    /** Whether the instance's identifier is what a converter makes of the key, so that it need not make a key of it once more. */
    private static boolean isConvertedFrom(
            Object key, Object instance, ObjectBuilder builder, UnitOfWorkImpl unitOfWork) {
        List<DatabaseMapping> mappings = builder.getPrimaryKeyMappings();
        // what compares by value only in a key of its own can't be compared here either
        return !(key instanceof CacheId)
                && mappings.size() == 1
                && mappings.get(0) instanceof AbstractDirectMapping identifier
                && identifier.getConverter() != null
                && Objects.equals(
                        identifier.getObjectValue(key, unitOfWork), identifier.getAttributeValueFromObject(instance));
    }

    /** Names each row that was written. */
    void forEachRow(Consumer<RowIdentity> action) {
        if (changes != null) {
            changes.getAllChangeSets().keySet().stream()
                    .filter(CommitEffects::isOfEntity)
                    .forEach(change -> name(change, action));
            changes.getDeletedObjects().keySet().forEach(deletion -> name(deletion, action));
        }
    }

    private static void name(ObjectChangeSet change, Consumer<RowIdentity> action) {
        Object key = change.getId();
        if (key != null) {
            action.accept(new RowIdentity(EclipseLinkUnit.rootTypeOf(change.getDescriptor()), key));
        }
    }

    /** Whether the key means the same row there; each tenant has rows of its own. */
    private static boolean isSameRow(ObjectChangeSet change, boolean isOfTenant) {
        return isOfTenant || !change.getDescriptor().hasMultitenantPolicy();
    }

    private static boolean isOfEntity(ObjectChangeSet change) {
        return !change.isAggregate() && (change.hasChanges() || change.isNew());
    }

    /** Whether collections and references of others to this row may have to be read afresh (rule R20). */
    private static boolean movesInverseSides(ObjectChangeSet change, EclipseLinkUnit unit) {
        if (change.isNew()) {
            return true;
        }
        for (ChangeRecord record : change.getChanges()) {
            DatabaseMapping mapping = mappingOf(record);
            if (mapping == null || !mapping.isAbstractColumnMapping()) {
                return true;
            }
        }
        return unit.dependents().areOnStateOf(EclipseLinkUnit.rootTypeOf(change.getDescriptor()))
                || CanonicalObjectBuilder.traits(change.getDescriptor())
                        .columns()
                        .mayDifferAfter(change);
    }

    /** What was changed of an inverse side was changed in memory only: it is to be read afresh. */
    private static void addTargetsOfChangedInverseSides(ObjectChangeSet change, Set<Class<?>> types) {
        for (ChangeRecord record : change.getChanges()) {
            if (mappingOf(record) instanceof ForeignReferenceMapping association
                    && AssociationSource.dependsOnTargets(association)) {
                types.add(EclipseLinkUnit.rootTypeOf(association.getReferenceDescriptor()));
            }
        }
    }

    static @Nullable DatabaseMapping mappingOf(ChangeRecord record) {
        return ((org.eclipse.persistence.internal.sessions.ChangeRecord) record).getMapping();
    }

    private static @Nullable Canonical entryOf(ObjectChangeSet change, Class<?> rootType, Partition partition) {
        Object key = change.getId();
        return key == null ? null : partition.get(rootType, key);
    }

    /** Whether the context has persisted another instance with the key of the one that it has removed. */
    private boolean isRecreated(ObjectChangeSet deletion, Canonical entry) {
        Object instance = entry.instance();
        if (instance == null || instance == deletion.getUnitOfWorkClone() || changes == null) {
            return false;
        }
        ObjectChangeSet change = (ObjectChangeSet) changes.getObjectChangeSetForClone(instance);
        return change != null && change.isNew();
    }
}
