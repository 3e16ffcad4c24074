package io.github.selfsame.eclipselink.internal.prefetch;

import static io.github.selfsame.eclipselink.internal.prefetch.PrefetchMessages.MESSAGES;

import io.github.selfsame.eclipselink.internal.access.Subtypes;
import io.github.selfsame.eclipselink.internal.prefetch.FetchNode.Target;
import io.github.selfsame.prefetch.Prefetch;
import io.github.selfsame.prefetch.PrefetchException;
import io.github.selfsame.prefetch.PrefetchPlan.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.mappings.AggregateObjectMapping;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.mappings.ForeignReferenceMapping;
import org.jspecify.annotations.Nullable;

/** All that a call prefetches as one tree: what two paths have in common is there once (rules P4 and P5). */
final class FetchTree {

    private final SortedMap<String, FetchNode> roots = new TreeMap<>();
    private final String rootType;

    /** The separate results by the type of their owners and their names. */
    private final Map<Map.Entry<Class<?>, String>, SeparateResult> results = new HashMap<>();

    /** One of the separate results of each name, whoever the owner is. */
    private final Map<String, SeparateResult> namesakes = new HashMap<>();

    private FetchTree(String rootType) {
        this.rootType = rootType;
    }

    /**
     * Merges what is to be prefetched.
     *
     * @param owners the descriptors of the entities at hand
     * @param prefetches what to prefetch for them
     * @throws PrefetchException if that is not possible
     */
    static FetchTree of(Collection<ClassDescriptor> owners, List<Prefetch<?, ?>> prefetches) {
        Set<Class<?>> hierarchies = new LinkedHashSet<>();
        owners.forEach(owner -> hierarchies.add(Subtypes.top(owner).getJavaClass()));
        if (hierarchies.size() > 1) {
            throw MESSAGES.mixedRoots(names(owners));
        }
        FetchTree tree = new FetchTree(names(owners));
        Place root = new Place(null, tree.roots, owners, hierarchies.iterator().next(), "");
        prefetches.forEach(prefetch -> tree.add(prefetch, root));
        return tree;
    }

    Collection<FetchNode> roots() {
        return roots.values();
    }

    /** The name of the type that the paths start from. */
    String rootType() {
        return rootType;
    }

    /**
     * Where a path has led to.
     *
     * @param node the last node, {@code null} at the beginning
     * @param level the nodes below it
     * @param types what has the next attribute
     * @param entity the root of the hierarchy of the entity that has the next attribute
     * @param embeddables the way within the entity
     */
    private record Place(
            @Nullable FetchNode node,
            SortedMap<String, FetchNode> level,
            Collection<ClassDescriptor> types,
            Class<?> entity,
            String embeddables) {}

    private void add(Prefetch<?, ?> prefetch, Place from) {
        checkRootType(prefetch, from.types);
        String path = String.join(".", prefetch.path());
        Place place = from;
        DatabaseMapping mapping = null;
        for (int index = 0; index < prefetch.path().size(); index++) {
            String attribute = prefetch.path().get(index);
            if (mapping != null && place.types.isEmpty()) {
                throw MESSAGES.notAnAssociation(path, mapping.getAttributeName(), typeOf(mapping));
            }
            mapping = resolve(path, attribute, place.types);
            boolean isLast = index == prefetch.path().size() - 1;
            if (isLast && !(mapping instanceof ForeignReferenceMapping)) {
                throw MESSAGES.notAnAssociation(path, mapping.getAttributeName(), typeOf(mapping));
            }
            place = enter(mapping, place, isLast && prefetch.isSeparate() ? prefetch : null);
        }
        for (Prefetch<?, ?> nested : prefetch.nested()) {
            if (mapping != null && place.types.isEmpty()) {
                throw MESSAGES.notAnAssociation(
                        path + "." + String.join(".", nested.path()), mapping.getAttributeName(), typeOf(mapping));
            }
            add(nested, place);
        }
    }

    private Place enter(DatabaseMapping mapping, Place place, @Nullable Prefetch<?, ?> separate) {
        String attribute = mapping.getAttributeName();
        String within = place.embeddables + attribute;
        SeparateResult result = separate == null ? null : separate(separate, mapping, place.entity, within);
        Target target = targetOf(mapping, result);
        Object group = target.kind() == Kind.REFERENCE && target.rootType() != null
                ? target.rootType()
                : List.of(place.entity, within, result == null ? "" : result);
        FetchNode node = place.level.computeIfAbsent(
                result == null ? attribute : attribute + " as " + result.name(),
                key -> new FetchNode(attribute, place.node, target, group, result));
        boolean leadsOn = mapping instanceof AggregateObjectMapping || mapping instanceof ForeignReferenceMapping;
        ClassDescriptor next = leadsOn ? mapping.getReferenceDescriptor() : null;
        Class<?> entity = target.rootType();
        return new Place(
                node,
                node.childrenByKey(),
                next == null ? List.of() : List.of(next),
                entity == null ? place.entity : entity,
                entity == null ? within + "." : "");
    }

    private SeparateResult separate(
            Prefetch<?, ?> prefetch, DatabaseMapping mapping, Class<?> owner, String attribute) {
        ClassDescriptor target = mapping.getReferenceDescriptor();
        if (target == null || target.isDescriptorTypeAggregate()) {
            throw MESSAGES.separateValues(prefetch.toString(), mapping.getAttributeName(), typeOf(mapping));
        }
        if (!mapping.isCollectionMapping()
                && (!prefetch.orderings().isEmpty() || prefetch.limit().isPresent())) {
            throw MESSAGES.orderOfReference(prefetch.toString(), mapping.getAttributeName(), typeOf(mapping));
        }
        if (!(mapping instanceof ForeignReferenceMapping association) || OwnerKey.of(association) == null) {
            throw MESSAGES.separateUnsupported(prefetch.toString(), mapping.getAttributeName(), typeOf(mapping));
        }
        SeparateResult result = SeparateResult.of(prefetch, attribute, mapping.isCollectionMapping());
        SeparateResult known = results.putIfAbsent(Map.entry(owner, result.name()), result);
        SeparateResult namesake = namesakes.putIfAbsent(result.name(), result);
        if ((known != null && !known.equals(result)) || (namesake != null && !namesake.hasFormOf(result))) {
            throw MESSAGES.sameName(result.name(), owner.getName());
        }
        return result;
    }

    private static void checkRootType(Prefetch<?, ?> prefetch, Collection<ClassDescriptor> types) {
        Class<?> rootType = prefetch.rootType();
        if (rootType == null) {
            return;
        }
        for (ClassDescriptor type : types) {
            if (rootType.isAssignableFrom(type.getJavaClass())
                    || type.getJavaClass().isAssignableFrom(rootType)) {
                return;
            }
        }
        throw MESSAGES.wrongRootType(prefetch.toString(), rootType.getName(), names(types));
    }

    private static DatabaseMapping resolve(String path, String attribute, Collection<ClassDescriptor> types) {
        for (ClassDescriptor type : types) {
            DatabaseMapping mapping = Subtypes.mapping(type, attribute);
            if (mapping != null) {
                return mapping;
            }
        }
        Set<String> existing = new TreeSet<>();
        for (ClassDescriptor type : types) {
            type.getObjectBuilder().getRelationshipMappings().forEach(known -> existing.add(known.getAttributeName()));
        }
        throw MESSAGES.noSuchAttribute(path, attribute, names(types), String.join(", ", existing));
    }

    private static Target targetOf(DatabaseMapping mapping, @Nullable SeparateResult separate) {
        ClassDescriptor descriptor = mapping.getReferenceDescriptor();
        Class<?> entity = descriptor == null || descriptor.isDescriptorTypeAggregate() ? null : rootOf(descriptor);
        String name = descriptor == null
                ? mapping.getAttributeName()
                : descriptor.getJavaClass().getSimpleName();
        Kind kind;
        if (mapping instanceof AggregateObjectMapping || !(mapping instanceof ForeignReferenceMapping association)) {
            kind = null;
        } else if (separate != null) {
            kind = separate.isCount() ? Kind.COUNT : Kind.SEPARATE;
        } else if (entity == null) {
            kind = Kind.VALUES;
        } else if (mapping.isCollectionMapping()) {
            kind = Kind.COLLECTION;
        } else {
            kind = ToOneLoader.supports(association) ? Kind.REFERENCE : Kind.INVERSE_REFERENCE;
        }
        return new Target(entity, kind, name);
    }

    static Class<?> rootOf(ClassDescriptor descriptor) {
        return descriptor.hasInheritance()
                ? descriptor.getInheritancePolicy().getRootParentDescriptor().getJavaClass()
                : descriptor.getJavaClass();
    }

    private static String names(Collection<ClassDescriptor> types) {
        List<String> names = new ArrayList<>(types.size());
        types.forEach(type -> names.add(type.getJavaClass().getName()));
        return String.join(" or ", names);
    }

    private static String typeOf(DatabaseMapping mapping) {
        return mapping.getDescriptor().getJavaClass().getName();
    }
}
