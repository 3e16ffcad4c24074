package io.github.selfsame.eclipselink.internal.prefetch;

import io.github.selfsame.eclipselink.internal.BulkLoads;
import io.github.selfsame.prefetch.PrefetchOutcome.StepOutcome;
import io.github.selfsame.spi.PrefetchResult.PerOwner;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.internal.queries.ContainerPolicy;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.mappings.AggregateObjectMapping;
import org.eclipse.persistence.mappings.CollectionMapping;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.mappings.ForeignReferenceMapping;
import org.eclipse.persistence.mappings.OneToOneMapping;
import org.jspecify.annotations.Nullable;

/** One prefetch in one persistence context: takes step after step as the {@link Planner} says. */
final class PrefetchRun {

    private final UnitOfWorkImpl unitOfWork;
    private final FetchTree tree;
    private final Map<String, PerOwner> separate;
    private final List<StepOutcome> steps = new ArrayList<>();

    /** What each attribute refers to, once it is loaded. */
    private final Map<FetchNode, Collection<Owner>> targets = new HashMap<>();

    private Collection<Owner> roots = List.of();

    /**
     * Prepares a run.
     *
     * @param separate where to add the separate results
     */
    PrefetchRun(UnitOfWorkImpl unitOfWork, FetchTree tree, Map<String, PerOwner> separate) {
        this.unitOfWork = unitOfWork;
        this.tree = tree;
        this.separate = separate;
    }

    /**
     * Loads what the tree says.
     *
     * @param entities entities that the unit of work manages
     * @return what each step has taken
     */
    List<StepOutcome> run(List<Object> entities) {
        roots = entities.stream().map(entity -> Owner.of(entity, unitOfWork)).toList();
        List<List<FetchNode>> plan = Planner.steps(tree.roots());
        BulkLoads.run(unitOfWork, () -> plan.forEach(this::load));
        return steps;
    }

    private void load(List<FetchNode> nodes) {
        StepTally tally = new StepTally();
        Map<DatabaseMapping, List<Owner>> owners = new LinkedHashMap<>();
        for (FetchNode node : nodes) {
            byMapping(node, owners(node))
                    .forEach((mapping, having) -> owners.computeIfAbsent(mapping, key -> new ArrayList<>())
                            .addAll(having));
        }
        SeparateResult result = nodes.get(0).separate();
        if (result == null) {
            loadAssociations(owners, tally);
        } else {
            loadSeparately(result, owners, tally);
        }
        steps.add(tally.outcome(Planner.step(nodes)));
    }

    private void loadAssociations(Map<DatabaseMapping, List<Owner>> owners, StepTally tally) {
        PartlyLoadedOwners.complete(owners, unitOfWork, tally);
        ToOneLoader references = new ToOneLoader(unitOfWork, tally);
        owners.forEach((mapping, having) -> {
            if (mapping instanceof ForeignReferenceMapping association && association.usesIndirection()) {
                if (ToOneLoader.supports(association)) {
                    references.add((OneToOneMapping) association, having);
                } else {
                    new ToManyLoader(unitOfWork, association, tally, owner -> true).load(having);
                }
            }
        });
        references.load();
    }

    private void loadSeparately(SeparateResult result, Map<DatabaseMapping, List<Owner>> owners, StepTally tally) {
        PerOwner results = separate.computeIfAbsent(
                result.name(), name -> new PerOwner(result.isCount(), result.isSingle(), new IdentityHashMap<>()));
        owners.forEach((mapping, having) -> {
            if (mapping instanceof ForeignReferenceMapping association) {
                new SeparateLoader(unitOfWork, association, result, results, tally).load(having);
            }
        });
    }

    /** Whoever has the attribute: the entities at hand, or what the attribute above refers to. */
    private Collection<Owner> owners(FetchNode node) {
        FetchNode above = node.parent();
        if (above == null) {
            return roots;
        }
        Collection<Owner> owners = targets.get(above);
        if (owners == null) {
            owners = targets(above, owners(above));
            targets.put(above, owners);
        }
        return owners;
    }

    /** The owners by what the attribute is mapped as in their class. */
    private static Map<DatabaseMapping, List<Owner>> byMapping(FetchNode node, Collection<Owner> owners) {
        Map<DatabaseMapping, List<Owner>> result = new LinkedHashMap<>();
        IdentityHashMap<ClassDescriptor, @Nullable DatabaseMapping> known = new IdentityHashMap<>();
        for (Owner owner : owners) {
            ClassDescriptor descriptor = owner.descriptor();
            DatabaseMapping mapping = descriptor == null
                    ? null
                    : known.computeIfAbsent(
                            descriptor, type -> type.getObjectBuilder().getMappingForAttributeName(node.attribute()));
            if (mapping != null) {
                result.computeIfAbsent(mapping, key -> new ArrayList<>()).add(owner);
            }
        }
        return result;
    }

    /** What the attribute refers to now, whoever has loaded it (rule P4), or the separate results of it. */
    private Collection<Owner> targets(FetchNode node, Collection<Owner> owners) {
        SeparateResult result = node.separate();
        return result == null ? mappedTargets(node, owners) : separateTargets(result, owners);
    }

    private Collection<Owner> separateTargets(SeparateResult result, Collection<Owner> owners) {
        Set<Object> targets = Collections.newSetFromMap(new IdentityHashMap<>());
        PerOwner results = separate.get(result.name());
        if (results != null && !results.isCount()) {
            for (Owner owner : owners) {
                if (results.byOwner().get(owner.entity()) instanceof List<?> list) {
                    targets.addAll(list);
                }
            }
        }
        return targets.stream().map(target -> Owner.of(target, unitOfWork)).toList();
    }

    private Collection<Owner> mappedTargets(FetchNode node, Collection<Owner> owners) {
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
                    if (mapping instanceof AggregateObjectMapping aggregate) {
                        targets.add(new Owner(owner.entity(), value, aggregate.getReferenceDescriptor()));
                    } else if (mapping instanceof CollectionMapping collection) {
                        forEachElement(collection, value, element -> {
                            if (element != null && seen.add(element)) {
                                targets.add(
                                        mapping.isAggregateCollectionMapping()
                                                ? new Owner(owner.entity(), element, mapping.getReferenceDescriptor())
                                                : Owner.of(element, unitOfWork));
                            }
                        });
                    } else if (seen.add(value)) {
                        targets.add(Owner.of(value, unitOfWork));
                    }
                }));
        return targets;
    }

    private void forEachElement(CollectionMapping mapping, Object container, Consumer<@Nullable Object> consumer) {
        ContainerPolicy policy = mapping.getContainerPolicy();
        if (policy.isCollectionPolicy()
                && container instanceof Collection<?> elements
                && !mapping.getReferenceDescriptor().getObjectBuilder().hasWrapperPolicy()) {
            // a list takes its lock for each step of an iterator
            elements.forEach(consumer);
        } else {
            for (Object elements = policy.iteratorFor(container); policy.hasNext(elements); ) {
                consumer.accept(policy.next(elements, unitOfWork));
            }
        }
    }
}
