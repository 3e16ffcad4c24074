package io.github.selfsame.eclipselink.internal.access;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.lang.reflect.Field;
import java.util.Collection;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.eclipse.persistence.indirection.IndirectContainer;
import org.eclipse.persistence.indirection.IndirectList;
import org.eclipse.persistence.indirection.IndirectMap;
import org.eclipse.persistence.indirection.IndirectSet;
import org.eclipse.persistence.internal.queries.ContainerPolicy;
import org.eclipse.persistence.mappings.CollectionMapping;
import org.jspecify.annotations.Nullable;

/** The lazy collections that EclipseLink puts into entities. */
public final class Containers {

    private static final VarHandle LIST = content(IndirectList.class);
    private static final VarHandle SET = content(IndirectSet.class);
    private static final VarHandle MAP = content(IndirectMap.class);

    private Containers() {}

    /** Whether a collection has got its content; its value holder may be about to give it. Loads nothing and waits for nobody. */
    public static boolean haveContent(IndirectContainer<?> container) {
        if (container instanceof IndirectList<?> list) {
            return LIST.getVolatile(list) != null;
        } else if (container instanceof IndirectSet<?> set) {
            return SET.getVolatile(set) != null;
        }
        return container instanceof IndirectMap<?, ?> map && MAP.getVolatile(map) != null;
    }

    /**
     * Whether something is true of all that a collection has. Loads the collection if it is not loaded.
     *
     * @param mapping the attribute's mapping
     * @param content what the attribute has
     * @param condition asked of each element, or of each entry of a map
     */
    public static boolean areAll(CollectionMapping mapping, Object content, Predicate<@Nullable Object> condition) {
        ContainerPolicy policy = mapping.getContainerPolicy();
        for (Object elements = policy.iteratorFor(content); policy.hasNext(elements); ) {
            if (!condition.test(policy.nextEntry(elements))) {
                return false;
            }
        }
        return true;
    }

    /**
     * Goes through all that a collection has, of a map both keys and values. Loads the collection if it is not loaded.
     *
     * @param mapping the attribute's mapping
     * @param content what the attribute has
     * @param action what to do with each
     */
    public static void forEach(CollectionMapping mapping, Object content, Consumer<@Nullable Object> action) {
        areAll(mapping, content, element -> {
            if (element instanceof Map.Entry<?, ?> entry) {
                action.accept(entry.getKey());
                action.accept(entry.getValue());
            } else {
                action.accept(element);
            }
            return true;
        });
    }

    /**
     * A collection as EclipseLink would have built it.
     *
     * @param mapping the attribute's mapping
     * @param content what is to be in it: that is given back if it is such a collection
     */
    @SuppressWarnings("unchecked")
    public static Object asBuilt(CollectionMapping mapping, Object content) {
        Object built = mapping.getContainerPolicy().containerInstance();
        if (built.getClass().isInstance(content)) {
            return content;
        }
        if (built instanceof Map<?, ?> map && content instanceof Map<?, ?> entries) {
            ((Map<Object, Object>) map).putAll(entries);
        } else if (built instanceof Collection<?> collection && content instanceof Collection<?> elements) {
            ((Collection<Object>) collection).addAll(elements);
        }
        return built;
    }

    private static VarHandle content(Class<?> container) {
        try {
            Field field = container.getDeclaredField("delegate");
            field.setAccessible(true);
            return MethodHandles.privateLookupIn(container, MethodHandles.lookup())
                    .unreflectVarHandle(field);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }
}
