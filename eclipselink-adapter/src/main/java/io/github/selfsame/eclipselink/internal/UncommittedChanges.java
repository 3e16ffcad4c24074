package io.github.selfsame.eclipselink.internal;

import io.github.selfsame.eclipselink.internal.access.Associations;
import io.github.selfsame.eclipselink.internal.access.ChangeListeners;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.descriptors.FetchGroupManager;
import org.eclipse.persistence.descriptors.changetracking.ObjectChangePolicy;
import org.eclipse.persistence.exceptions.QueryException;
import org.eclipse.persistence.indirection.IndirectContainer;
import org.eclipse.persistence.indirection.ValueHolderInterface;
import org.eclipse.persistence.internal.descriptors.changetracking.AttributeChangeListener;
import org.eclipse.persistence.internal.descriptors.changetracking.ObjectChangeListener;
import org.eclipse.persistence.internal.sessions.ObjectChangeSet;
import org.eclipse.persistence.internal.sessions.RepeatableWriteUnitOfWork;
import org.eclipse.persistence.internal.sessions.UnitOfWorkChangeSet;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.mappings.AggregateObjectMapping;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.jspecify.annotations.Nullable;

/** What a unit of work that ends has inserted, changed or removed without a commit (rule R8). */
final class UncommittedChanges {

    private final UnitOfWorkImpl unitOfWork;
    private final @Nullable Object committed;
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
        this.committed = committed;
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
        this.committed = null;
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
        return isAllCommitted ? isOverlooked(instance) : written.contains(instance) || isChanged(instance);
    }

    /** Whether a commit has not written a change that no backup tells of. */
    private boolean isOverlooked(Object instance) {
        ClassDescriptor descriptor = unitOfWork.getDescriptor(instance.getClass());
        return descriptor != null
                && !descriptor.getObjectChangePolicy().isAttributeChangeTrackingPolicy()
                && LoadedContent.isAnyChanged(instance, descriptor);
    }

    private boolean isChanged(Object instance) {
        return areIn(instance, unitOfWork) && !isLeftByCommit(instance);
    }

    /** Whether what seems to be a change is one that the last commit has found to be none: EclipseLink leaves that as it is. */
    private boolean isLeftByCommit(Object instance) {
        if (committed == null || !(ChangeListeners.of(instance) instanceof AttributeChangeListener listener)) {
            return false;
        }
        ObjectChangeSet changes = listener.getObjectChangeSet();
        return changes != null && changes.getUOWChangeSet() == committed && !changes.hasChanges();
    }

    /** Whether an instance that the unit of work manages was changed and not written yet. */
    static boolean areIn(Object instance, UnitOfWorkImpl unitOfWork) {
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
            // a lock makes EclipseLink look at an instance too
            return !(ChangeListeners.of(instance) instanceof ObjectChangeListener listener) || listener.hasChanges();
        }
        Object backup = unitOfWork.getBackupClone(instance, descriptor);
        if (isAssignedUnread(instance, backup, descriptor) || LoadedContent.isAnyChanged(instance, descriptor)) {
            return true;
        }
        // only compares: calculating would also check ids and remove orphans
        ObjectChangeSet change;
        try {
            change = policy.createObjectChangeSetThroughComparison(
                    instance, backup, new UnitOfWorkChangeSet(unitOfWork), false, unitOfWork, descriptor);
        } catch (QueryException e) {
            // after a failed flush it may refer to what its unit of work has given up already
            return true;
        }
        // an optimistic lock gives a change set too, though nothing of the instance has changed
        return change != null && !change.getChanges().isEmpty();
    }

    /** Whether an association was assigned that had not been loaded: to compare the two would need a statement. */
    private static boolean isAssignedUnread(Object instance, Object backup, ClassDescriptor descriptor) {
        FetchGroupManager fetchGroups = descriptor.getFetchGroupManager();
        for (DatabaseMapping mapping : descriptor.getObjectBuilder().getRelationshipMappings()) {
            if (fetchGroups != null
                    && !(fetchGroups.isAttributeFetched(instance, mapping.getAttributeName())
                            && fetchGroups.isAttributeFetched(backup, mapping.getAttributeName()))) {
                continue;
            }
            Object value = mapping.getAttributeValueFromObject(instance);
            Object before = mapping.getAttributeValueFromObject(backup);
            if (mapping instanceof AggregateObjectMapping aggregate) {
                boolean isComparable = value != null && before != null && value.getClass() == before.getClass();
                if (isComparable && isAssignedUnread(value, before, Associations.descriptorOf(aggregate, value))) {
                    return true;
                }
            } else if (isUnread(before) && !isUnread(value) && !LoadedContent.isRemembered(value)) {
                return true;
            }
        }
        return false;
    }

    static boolean isUnread(@Nullable Object value) {
        return value instanceof IndirectContainer<?> container
                ? !container.isInstantiated()
                : value instanceof ValueHolderInterface<?> holder && !holder.isInstantiated();
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
