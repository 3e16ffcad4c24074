package io.github.selfsame.eclipselink.internal.prefetch;

import io.github.selfsame.eclipselink.internal.BulkLoads;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.internal.queries.ContainerPolicy;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.mappings.AggregateObjectMapping;
import org.eclipse.persistence.mappings.CollectionMapping;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.mappings.ForeignReferenceMapping;
import org.jspecify.annotations.Nullable;

/**
 * One prefetch in one persistence context. Takes the attributes of the tree in the order that needs the fewest statements,
 * whatever the order of the paths (rule P5): a collection before a reference to entities that it may bring, and references
 * to one type together as soon as all of them are there.
 */
final class PrefetchRun {

    private final UnitOfWorkImpl unitOfWork;
    private final FetchTree tree;

    /** What can be loaded now, with the owners to load it for. */
    private final Map<FetchNode, Collection<Owner>> ready = new LinkedHashMap<>();

    PrefetchRun(UnitOfWorkImpl unitOfWork, FetchTree tree) {
        this.unitOfWork = unitOfWork;
        this.tree = tree;
    }

    void run(List<Object> entities) {
        BulkLoads.run(unitOfWork, () -> load(entities));
    }

    private void load(List<Object> entities) {
        List<Owner> owners = new ArrayList<>(entities.size());
        entities.forEach(entity -> owners.add(new Owner(entity, entity)));
        tree.roots().forEach(node -> ready.put(node, owners));
        while (!ready.isEmpty()) {
            List<FetchNode> next = next();
            loadTogether(next);
            for (FetchNode node : next) {
                Collection<Owner> loaded = ready.remove(node);
                if (loaded != null && !node.children().isEmpty()) {
                    Collection<Owner> targets = targets(node, loaded);
                    node.children().values().forEach(child -> ready.put(child, targets));
                }
            }
        }
    }

    /** The attributes to load together now. */
    private List<FetchNode> next() {
        for (FetchNode node : ready.keySet()) {
            if (node.target().rootType() == null || node.target().isMany()) {
                return List.of(node);
            }
        }
        FetchNode first = null;
        for (FetchNode node : ready.keySet()) {
            if (!isWorthWaiting(node)) {
                first = node;
                break;
            }
        }
        if (first == null) {
            // two that wait for each other
            first = ready.keySet().iterator().next();
        }
        Class<?> type = first.target().rootType();
        return ready.keySet().stream()
                .filter(node -> node.target().rootType() == type)
                .toList();
    }

    /** Whether something that can't be loaded yet, but does not depend on this, refers to the same type. */
    private boolean isWorthWaiting(FetchNode node) {
        for (FetchNode root : ready.keySet()) {
            if (hasBelow(root, node)) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasBelow(FetchNode ancestor, FetchNode node) {
        for (FetchNode child : ancestor.children().values()) {
            if (child != node && !child.isBelow(node)) {
                if (child.target().rootType() == node.target().rootType() || hasBelow(child, node)) {
                    return true;
                }
            }
        }
        return false;
    }

    private void loadTogether(List<FetchNode> nodes) {
        ToOneLoader references = new ToOneLoader(unitOfWork);
        for (FetchNode node : nodes) {
            byMapping(node, ready.getOrDefault(node, List.of())).forEach((mapping, owners) -> {
                if (mapping instanceof ForeignReferenceMapping association && association.usesIndirection()) {
                    if (ToOneLoader.supports(association)) {
                        references.add(association, owners);
                    } else {
                        new ToManyLoader(unitOfWork, association).load(owners);
                    }
                }
            });
        }
        references.load();
    }

    /** The owners by what the attribute is mapped as in their class. */
    private Map<DatabaseMapping, List<Owner>> byMapping(FetchNode node, Collection<Owner> owners) {
        Map<DatabaseMapping, List<Owner>> result = new LinkedHashMap<>();
        IdentityHashMap<Class<?>, @Nullable DatabaseMapping> known = new IdentityHashMap<>();
        for (Owner owner : owners) {
            DatabaseMapping mapping =
                    known.computeIfAbsent(owner.holder().getClass(), type -> mapping(owner, node.attribute()));
            if (mapping != null) {
                result.computeIfAbsent(mapping, key -> new ArrayList<>()).add(owner);
            }
        }
        return result;
    }

    private @Nullable DatabaseMapping mapping(Owner owner, String attribute) {
        ClassDescriptor descriptor = Holders.descriptorOf(owner, unitOfWork);
        return descriptor == null ? null : descriptor.getObjectBuilder().getMappingForAttributeName(attribute);
    }

    /** What the attribute refers to now, whoever has loaded it (rule P4). */
    private Collection<Owner> targets(FetchNode node, Collection<Owner> owners) {
        Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        List<Owner> targets = new ArrayList<>();
        byMapping(node, owners)
                .forEach((mapping, having) -> having.forEach(owner -> {
                    Object value = mapping instanceof ForeignReferenceMapping association
                            ? association.getRealAttributeValueFromObject(owner.holder(), unitOfWork)
                            : mapping.getAttributeValueFromObject(owner.holder());
                    if (value == null) {
                        return;
                    }
                    if (mapping instanceof AggregateObjectMapping) {
                        targets.add(new Owner(owner.entity(), value));
                    } else if (mapping instanceof CollectionMapping collection) {
                        ContainerPolicy policy = collection.getContainerPolicy();
                        for (Object elements = policy.iteratorFor(value); policy.hasNext(elements); ) {
                            Object element = policy.next(elements, unitOfWork);
                            if (element != null && seen.add(element)) {
                                targets.add(new Owner(element, element));
                            }
                        }
                    } else if (seen.add(value)) {
                        targets.add(new Owner(value, value));
                    }
                }));
        return targets;
    }
}
