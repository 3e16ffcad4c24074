package io.github.selfsame.eclipselink.internal.query;

import io.github.selfsame.eclipselink.internal.access.InternalQuery;
import io.github.selfsame.eclipselink.internal.access.Subtypes;
import io.github.selfsame.eclipselink.internal.prefetch.ManagedPrefetch;
import io.github.selfsame.prefetch.DefaultPrefetch;
import io.github.selfsame.prefetch.Prefetch;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.internal.sessions.AbstractSession;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.queries.DatabaseQuery;
import org.eclipse.persistence.queries.ObjectLevelReadQuery;
import org.eclipse.persistence.queries.ReadAllQuery;
import org.eclipse.persistence.queries.ReadObjectQuery;
import org.eclipse.persistence.sessions.Session;
import org.jspecify.annotations.Nullable;

/** What entities have prefetched by default (rule P12): whole paths, with the defaults of what they lead to. */
final class DefaultPrefetches {

    /** Where a descriptor keeps the paths that its own type declares. */
    private static final String DECLARED = "selfsame.declared-prefetches";

    /** Marks the descriptor of a type of whose hierarchy some type declares paths. */
    private static final String HAS_SOME = "selfsame.has-prefetches";

    private DefaultPrefetches() {}

    /**
     * Finds what the entities of a unit declare.
     *
     * @throws io.github.selfsame.prefetch.PrefetchException if a path does not exist
     */
    static void find(AbstractSession session) {
        Set<ClassDescriptor> entities =
                new LinkedHashSet<>(session.getDescriptors().values());
        for (ClassDescriptor entity : entities) {
            DefaultPrefetch declared = entity.getJavaClass().getDeclaredAnnotation(DefaultPrefetch.class);
            if (declared != null && declared.value().length > 0) {
                List<String> paths = List.of(declared.value());
                ManagedPrefetch.check(
                        entity, paths.stream().<Prefetch<?, ?>>map(Prefetch::of).toList());
                entity.setProperty(DECLARED, paths);
            }
        }
        for (ClassDescriptor entity : entities) {
            if (withSubclasses(entity).stream()
                    .anyMatch(type -> !declaredFor(type).isEmpty())) {
                entity.setProperty(HAS_SOME, true);
            }
        }
    }

    /** Whether the query is one of the application's for entities that may have defaults. */
    static boolean concern(DatabaseQuery query, Session session) {
        if (query.getClass() != ReadAllQuery.class && query.getClass() != ReadObjectQuery.class) {
            return false;
        }
        ObjectLevelReadQuery read = (ObjectLevelReadQuery) query;
        // a query that has never run does not know its descriptor yet
        ClassDescriptor descriptor =
                read.getReferenceClass() == null ? null : session.getDescriptor(read.getReferenceClass());
        return descriptor != null
                && descriptor.getProperty(HAS_SOME) != null
                && isOfApplication(read)
                && !read.shouldRefreshIdentityMapResult()
                && !read.isReadOnly();
    }

    private static boolean isOfApplication(ObjectLevelReadQuery query) {
        if (query.getSourceMapping() != null || InternalQuery.is(query)) {
            return false;
        }
        // what reads by many keys is a clone from the beginning
        return !(query instanceof ReadAllQuery all)
                || (!all.isExecutionClone() && !all.getContainerPolicy().isCursorPolicy());
    }

    /** The paths, and the defaults of the type if they are wanted, together with the defaults of what they lead to. */
    static Collection<String> with(List<String> paths, ClassDescriptor type, boolean withOwn) {
        Set<String> all = new LinkedHashSet<>();
        Set<Class<?>> through = new HashSet<>();
        through.add(rootOf(type));
        for (String path : paths) {
            add(path, type, "", through, all);
        }
        if (withOwn) {
            for (String path : declaredFor(type)) {
                add(path, type, "", through, all);
            }
        }
        return all;
    }

    private static void add(String path, ClassDescriptor type, String prefix, Set<Class<?>> through, Set<String> all) {
        all.add(prefix + path);
        StringBuilder reached = new StringBuilder(prefix);
        Collection<ClassDescriptor> types = List.of(type);
        for (String attribute : path.split("\\.", -1)) {
            reached.append(attribute);
            types = targets(types, attribute);
            for (ClassDescriptor target : types) {
                addDefaults(target, reached + ".", through, all);
            }
            reached.append('.');
        }
    }

    private static void addDefaults(ClassDescriptor target, String prefix, Set<Class<?>> through, Set<String> all) {
        if (through.contains(rootOf(target))) {
            return;
        }
        Set<String> declared = new LinkedHashSet<>();
        withSubclasses(target).forEach(type -> declared.addAll(declaredFor(type)));
        Set<Class<?>> further = new HashSet<>(through);
        further.add(rootOf(target));
        for (String path : declared) {
            add(path, target, prefix, further, all);
        }
    }

    private static Collection<ClassDescriptor> targets(Collection<ClassDescriptor> types, String attribute) {
        Set<ClassDescriptor> targets = new LinkedHashSet<>();
        for (ClassDescriptor type : types) {
            for (ClassDescriptor owner : withSubclasses(type)) {
                DatabaseMapping mapping = owner.getObjectBuilder().getMappingForAttributeName(attribute);
                if (mapping != null && mapping.getReferenceDescriptor() != null) {
                    targets.add(mapping.getReferenceDescriptor());
                }
            }
        }
        return targets;
    }

    /** What a type and its superclasses declare. */
    @SuppressWarnings("unchecked")
    private static List<String> declaredFor(ClassDescriptor type) {
        List<String> paths = new ArrayList<>();
        for (ClassDescriptor declaring = type; declaring != null; declaring = parentOf(declaring)) {
            Object declared = declaring.getProperty(DECLARED);
            if (declared != null) {
                paths.addAll((List<String>) declared);
            }
        }
        return paths;
    }

    private static @Nullable ClassDescriptor parentOf(ClassDescriptor type) {
        return type.hasInheritance() ? type.getInheritancePolicy().getParentDescriptor() : null;
    }

    private static List<ClassDescriptor> withSubclasses(ClassDescriptor type) {
        List<ClassDescriptor> types = new ArrayList<>();
        types.add(type);
        types.addAll(Subtypes.of(type));
        return types;
    }

    private static Class<?> rootOf(ClassDescriptor type) {
        return type.hasInheritance()
                ? type.getInheritancePolicy().getRootParentDescriptor().getJavaClass()
                : type.getJavaClass();
    }
}
