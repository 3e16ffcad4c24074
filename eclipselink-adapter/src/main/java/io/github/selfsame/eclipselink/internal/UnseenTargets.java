package io.github.selfsame.eclipselink.internal;

import io.github.selfsame.eclipselink.internal.access.Associations;
import io.github.selfsame.eclipselink.internal.access.Containers;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.indirection.IndirectContainer;
import org.eclipse.persistence.indirection.ValueHolderInterface;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.mappings.AggregateObjectMapping;
import org.eclipse.persistence.mappings.CollectionMapping;
import org.eclipse.persistence.mappings.ForeignReferenceMapping;
import org.jspecify.annotations.Nullable;

/**
 * Lets go of what a unit of work manages only because it was read for the peers of what the application has touched (rule P13):
 * without the map the application could not have it yet, so that a statement which changes its row must be seen by who reads it next.
 */
final class UnseenTargets implements Associations.Visitor {

    /** What the application may have come to from something else. */
    private final Set<Object> reachable = Collections.newSetFromMap(new IdentityHashMap<>());

    private UnseenTargets() {}

    /** Lets go of those of the entries, all read ahead, that the application can't know. They will be read again. */
    static void forget(Collection<LeasedCacheKey> readAhead, ContextLeases leases, UnitOfWorkImpl unitOfWork) {
        for (LeasedCacheKey key : among(readAhead, unitOfWork)) {
            Object instance = key.getObject();
            key.withdraw();
            leases.giveBack(key.canonical(), instance);
            unitOfWork.getCloneMapping().remove(instance);
            unitOfWork.getCloneToOriginals().remove(instance);
        }
    }

    private static List<LeasedCacheKey> among(Collection<LeasedCacheKey> readAhead, UnitOfWorkImpl unitOfWork) {
        UnseenTargets targets = new UnseenTargets();
        for (Object managed : unitOfWork.getCloneMapping().keySet()) {
            ClassDescriptor descriptor = unitOfWork.getDescriptor(managed.getClass());
            if (descriptor != null) {
                Associations.visit(managed, descriptor, targets);
            }
        }
        List<LeasedCacheKey> unseen = new ArrayList<>();
        for (LeasedCacheKey key : readAhead) {
            Object instance = key.getObject();
            if (instance == null
                    || targets.reachable.contains(instance)
                    || unitOfWork.isObjectDeleted(instance)
                    || UncommittedChanges.areIn(instance, unitOfWork)) {
                // no need to look again after the next statement
                key.found();
            } else {
                unseen.add(key);
            }
        }
        return unseen;
    }

    @Override
    public void embeddable(
            Object holder, Object embeddable, ClassDescriptor descriptor, AggregateObjectMapping mapping) {
        // its associations come next
    }

    @Override
    public void association(Object holder, ForeignReferenceMapping mapping) {
        Object value = mapping.getAttributeValueFromObject(holder);
        if (value instanceof ValueHolderInterface<?> reference) {
            value = reference.isInstantiated() ? reference.getValue() : null;
        }
        if (value == null || (value instanceof IndirectContainer<?> container && !container.isInstantiated())) {
            return;
        }
        if (mapping instanceof CollectionMapping collection) {
            Containers.forEach(collection, value, this::add);
        } else {
            add(value);
        }
    }

    private void add(@Nullable Object target) {
        if (target != null) {
            reachable.add(target);
        }
    }
}
