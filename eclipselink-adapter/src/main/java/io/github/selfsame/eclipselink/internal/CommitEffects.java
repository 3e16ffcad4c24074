package io.github.selfsame.eclipselink.internal;

import io.github.selfsame.spi.Canonical;
import io.github.selfsame.spi.Partition;
import org.eclipse.persistence.internal.sessions.ObjectChangeSet;
import org.eclipse.persistence.internal.sessions.UnitOfWorkChangeSet;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
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

    void applyTo(Partition partition) {
        if (changes == null) {
            return;
        }
        EclipseLinkUnit unit = (EclipseLinkUnit) partition.unit();
        for (ObjectChangeSet change : changes.getAllChangeSets().keySet()) {
            if (!change.isAggregate() && (change.hasChanges() || change.isNew())) {
                Class<?> rootType = EclipseLinkUnit.rootTypeOf(change.getDescriptor());
                if (movesInverseSides(change, unit)) {
                    unit.associations().changed(rootType);
                }
                Canonical entry = entryOf(change, rootType, partition);
                if (entry != null && entry.instance() != change.getUnitOfWorkClone()) {
                    // a private copy has been committed (rule R3)
                    entry.markStale();
                }
            }
        }
        for (ObjectChangeSet deletion : changes.getDeletedObjects().keySet()) {
            Class<?> rootType = EclipseLinkUnit.rootTypeOf(deletion.getDescriptor());
            unit.associations().changed(rootType);
            Canonical entry = entryOf(deletion, rootType, partition);
            if (entry != null && !isRecreated(deletion, entry)) {
                entry.evict();
            }
        }
    }

    /** Whether collections and references of others to this row may have to be read afresh (rule R20). */
    private static boolean movesInverseSides(ObjectChangeSet change, EclipseLinkUnit unit) {
        if (change.isNew()) {
            return true;
        }
        for (ChangeRecord record : change.getChanges()) {
            if (((org.eclipse.persistence.internal.sessions.ChangeRecord) record).getMapping() == null
                    || !((org.eclipse.persistence.internal.sessions.ChangeRecord) record)
                            .getMapping()
                            .isAbstractColumnMapping()) {
                return true;
            }
        }
        return unit.hasCollectionsArrangedByStateOf(change.getDescriptor());
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
