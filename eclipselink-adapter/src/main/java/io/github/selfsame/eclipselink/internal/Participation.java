package io.github.selfsame.eclipselink.internal;

import static io.github.selfsame.eclipselink.internal.AdapterMessages.MESSAGES;

import io.github.selfsame.IdentityMapped;
import io.github.selfsame.spi.Nearest;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.sessions.Session;

/** Which entities of a unit take part in identity maps (rule Q3): hierarchies as a whole, all by default. */
final class Participation {

    /** The mark on a descriptor of an entity that does not take part. */
    private static final String EXCLUDED = "selfsame.excluded";

    private Participation() {}

    /**
     * Marks the descriptors of what does not take part.
     *
     * @throws io.github.selfsame.IdentityMapDeploymentException if a name is unknown, or a hierarchy would be divided
     */
    static void decide(Session session) {
        Set<ClassDescriptor> entities = new LinkedHashSet<>();
        for (ClassDescriptor descriptor : session.getDescriptors().values()) {
            if (!descriptor.isDescriptorTypeAggregate()) {
                entities.add(descriptor);
            }
        }
        Set<Class<?>> excluded = new HashSet<>(named(session, entities));
        for (ClassDescriptor entity : entities) {
            IdentityMapped annotation = entity.getJavaClass().getAnnotation(IdentityMapped.class);
            if (annotation != null && !annotation.value() && isRoot(entity, session)) {
                excluded.add(entity.getJavaClass());
            }
        }
        for (ClassDescriptor entity : entities) {
            boolean isExcluded = excluded.contains(rootOf(entity, session));
            IdentityMapped own = entity.getJavaClass().getDeclaredAnnotation(IdentityMapped.class);
            if (own != null && !isRoot(entity, session) && own.value() == isExcluded) {
                throw MESSAGES.dividedHierarchy(
                        entity.getJavaClass().getName(), rootOf(entity, session).getName());
            }
            if (isExcluded) {
                entity.setProperty(EXCLUDED, true);
            }
        }
    }

    /** Whether instances of the type go into identity maps; not those of a type that was added after the session had logged in. */
    static boolean includes(ClassDescriptor descriptor) {
        return descriptor.getObjectBuilder() instanceof CanonicalObjectBuilder
                && descriptor.getProperty(EXCLUDED) == null;
    }

    private static Set<Class<?>> named(Session session, Set<ClassDescriptor> entities) {
        Map<String, ClassDescriptor> names = new TreeMap<>();
        for (ClassDescriptor entity : entities) {
            names.put(entity.getAlias(), entity);
            names.put(entity.getJavaClass().getName(), entity);
        }
        Set<Class<?>> types = new HashSet<>();
        for (String name : UnitProperties.excludedEntities(session)) {
            ClassDescriptor entity = names.get(name);
            if (entity == null) {
                throw MESSAGES.unknownEntity(name, session.getName(), Nearest.to(name, names.keySet()));
            }
            if (!isRoot(entity, session)) {
                throw MESSAGES.dividedHierarchy(
                        entity.getJavaClass().getName(), rootOf(entity, session).getName());
            }
            types.add(entity.getJavaClass());
        }
        return types;
    }

    private static boolean isRoot(ClassDescriptor entity, Session session) {
        return rootOf(entity, session) == entity.getJavaClass();
    }

    /** The topmost entity of a hierarchy; descriptors do not know theirs before the session has logged in. */
    private static Class<?> rootOf(ClassDescriptor entity, Session session) {
        Class<?> root = entity.getJavaClass();
        for (Class<?> type = root; type != null; type = type.getSuperclass()) {
            if (session.getDescriptors().containsKey(type)) {
                root = type;
            }
        }
        return root;
    }
}
