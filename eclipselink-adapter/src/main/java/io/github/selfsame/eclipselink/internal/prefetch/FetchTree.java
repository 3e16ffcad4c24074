package io.github.selfsame.eclipselink.internal.prefetch;

import static io.github.selfsame.eclipselink.internal.prefetch.PrefetchMessages.MESSAGES;

import io.github.selfsame.eclipselink.internal.prefetch.FetchNode.Target;
import io.github.selfsame.prefetch.PrefetchException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.mappings.AggregateObjectMapping;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.mappings.ForeignReferenceMapping;
import org.jspecify.annotations.Nullable;

/** All paths of a prefetch as one tree: what two paths have in common is there once (rules P4 and P5). */
final class FetchTree {

    private final Map<String, FetchNode> roots = new LinkedHashMap<>();

    private FetchTree() {}

    /**
     * Merges paths.
     *
     * @param owners the descriptors of the entities at hand
     * @param paths attribute names separated by dots
     * @throws PrefetchException if a path names something that is no association
     */
    static FetchTree of(Collection<ClassDescriptor> owners, List<String> paths) {
        FetchTree tree = new FetchTree();
        for (String path : paths) {
            tree.add(path, owners);
        }
        return tree;
    }

    Collection<FetchNode> roots() {
        return roots.values();
    }

    private void add(String path, Collection<ClassDescriptor> owners) {
        Map<String, FetchNode> level = roots;
        FetchNode parent = null;
        Collection<ClassDescriptor> types = owners;
        DatabaseMapping mapping = null;
        for (String attribute : List.of(path.split("\\.", -1))) {
            if (mapping != null && types.isEmpty()) {
                throw MESSAGES.notAnAssociation(path, mapping.getAttributeName(), typeOf(mapping));
            }
            mapping = resolve(path, attribute, types);
            FetchNode above = parent;
            Target target = targetOf(mapping);
            FetchNode node = level.computeIfAbsent(attribute, name -> new FetchNode(name, above, target));
            types = typesBehind(mapping);
            level = node.children();
            parent = node;
        }
        if (!(mapping instanceof ForeignReferenceMapping)) {
            throw MESSAGES.notAnAssociation(
                    path,
                    mapping == null ? path : mapping.getAttributeName(),
                    mapping == null ? path : typeOf(mapping));
        }
    }

    private static DatabaseMapping resolve(String path, String attribute, Collection<ClassDescriptor> types) {
        for (ClassDescriptor type : types) {
            DatabaseMapping mapping = mapping(type, attribute);
            if (mapping != null) {
                return mapping;
            }
        }
        Set<String> names = new LinkedHashSet<>();
        Set<String> existing = new TreeSet<>();
        for (ClassDescriptor type : types) {
            names.add(type.getJavaClass().getName());
            type.getObjectBuilder().getRelationshipMappings().forEach(known -> existing.add(known.getAttributeName()));
        }
        throw MESSAGES.noSuchAttribute(path, attribute, String.join(" or ", names), String.join(", ", existing));
    }

    /** The mapping of an attribute, also of one that only subclasses have. */
    private static @Nullable DatabaseMapping mapping(ClassDescriptor type, String attribute) {
        DatabaseMapping mapping = type.getObjectBuilder().getMappingForAttributeName(attribute);
        if (mapping == null && type.hasInheritance()) {
            for (ClassDescriptor child : type.getInheritancePolicy().getAllChildDescriptors()) {
                mapping = child.getObjectBuilder().getMappingForAttributeName(attribute);
                if (mapping != null) {
                    break;
                }
            }
        }
        return mapping;
    }

    private static Target targetOf(DatabaseMapping mapping) {
        ClassDescriptor target = mapping.getReferenceDescriptor();
        boolean isEntity = target != null && !target.isDescriptorTypeAggregate();
        return new Target(isEntity ? rootOf(target) : null, mapping.isCollectionMapping());
    }

    static Class<?> rootOf(ClassDescriptor descriptor) {
        return descriptor.hasInheritance()
                ? descriptor.getInheritancePolicy().getRootParentDescriptor().getJavaClass()
                : descriptor.getJavaClass();
    }

    private static List<ClassDescriptor> typesBehind(DatabaseMapping mapping) {
        List<ClassDescriptor> types = new ArrayList<>(1);
        boolean leadsOn = mapping instanceof AggregateObjectMapping || mapping instanceof ForeignReferenceMapping;
        if (leadsOn && mapping.getReferenceDescriptor() != null) {
            types.add(mapping.getReferenceDescriptor());
        }
        return types;
    }

    private static String typeOf(DatabaseMapping mapping) {
        return mapping.getDescriptor().getJavaClass().getName();
    }
}
