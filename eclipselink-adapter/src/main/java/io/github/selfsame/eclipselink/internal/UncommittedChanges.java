package io.github.selfsame.eclipselink.internal;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.descriptors.changetracking.ObjectChangePolicy;
import org.eclipse.persistence.internal.sessions.ObjectChangeSet;
import org.eclipse.persistence.internal.sessions.RepeatableWriteUnitOfWork;
import org.eclipse.persistence.internal.sessions.UnitOfWorkChangeSet;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.jspecify.annotations.Nullable;

/** What a unit of work that ends has inserted, changed or removed without a commit (rule R8). */
final class UncommittedChanges {

    private final UnitOfWorkImpl unitOfWork;
    private final boolean isAllCommitted;
    private final boolean isCleared;
    private final Set<Object> written = Collections.newSetFromMap(new IdentityHashMap<>());

    /**
     * Looks at a unit of work at its end.
     *
     * @param committed the changes of its last commit
     */
    UncommittedChanges(UnitOfWorkImpl unitOfWork, @Nullable Object committed) {
        this.unitOfWork = unitOfWork;
        this.isCleared = false;
        UnitOfWorkChangeSet current = (UnitOfWorkChangeSet) unitOfWork.getUnitOfWorkChangeSet();
        this.isAllCommitted = current != null && current == committed;
        if (!isAllCommitted) {
            add(current);
            if (unitOfWork instanceof RepeatableWriteUnitOfWork repeatable) {
                add(repeatable.getCumulativeUOWChangeSet());
            }
            if (unitOfWork.hasNewObjects()) {
                addAll(unitOfWork.getNewObjectsCloneToOriginal());
            }
            if (unitOfWork.hasDeletedObjects()) {
                addAll(unitOfWork.getDeletedObjects());
            }
            addAll(unitOfWork.getObjectsDeletedDuringCommit());
        }
    }

    private UncommittedChanges(UnitOfWorkImpl unitOfWork) {
        this.unitOfWork = unitOfWork;
        this.isAllCommitted = false;
        this.isCleared = true;
    }

    /** What can still be told of a unit of work that was cleared: only what the instances themselves know. */
    static UncommittedChanges afterClear(UnitOfWorkImpl unitOfWork) {
        return new UncommittedChanges(unitOfWork);
    }

    boolean concern(Object instance) {
        if (isCleared) {
            ClassDescriptor descriptor = unitOfWork.getDescriptor(instance.getClass());
            if (descriptor == null) {
                return true;
            }
            // without weaving the backup copies have gone: nothing tells whether it was changed
            return !descriptor.getObjectChangePolicy().isAttributeChangeTrackingPolicy() || isChanged(instance);
        }
        if (!unitOfWork.getCloneMapping().containsKey(instance)) {
            // given a place in the identity map, but never completely built
            return true;
        }
        return !isAllCommitted && (written.contains(instance) || isChanged(instance));
    }

    private boolean isChanged(Object instance) {
        ClassDescriptor descriptor = unitOfWork.getDescriptor(instance.getClass());
        if (descriptor == null) {
            // the unit does not know such instances any more
            return true;
        }
        ObjectChangePolicy policy = descriptor.getObjectChangePolicy();
        if (!policy.shouldCompareExistingObjectForChange(instance, unitOfWork, descriptor)) {
            return false;
        }
        if (policy.isAttributeChangeTrackingPolicy()) {
            return true;
        }
        Object backup = unitOfWork.getBackupClone(instance, descriptor);
        // only compares: calculating would also check ids and remove orphans
        ObjectChangeSet changes = policy.createObjectChangeSetThroughComparison(
                instance, backup, new UnitOfWorkChangeSet(unitOfWork), false, unitOfWork, descriptor);
        return changes != null && changes.hasChanges();
    }

    private void add(@Nullable UnitOfWorkChangeSet changes) {
        if (changes != null) {
            for (ObjectChangeSet change : changes.getAllChangeSets().keySet()) {
                addClone(change);
            }
            for (ObjectChangeSet deletion : changes.getDeletedObjects().keySet()) {
                addClone(deletion);
            }
        }
    }

    private void addClone(ObjectChangeSet change) {
        Object clone = change.getUnitOfWorkClone();
        if (clone != null) {
            written.add(clone);
        }
    }

    private void addAll(Map<?, ?> clones) {
        written.addAll(clones.keySet());
    }
}
