package io.github.selfsame.eclipselink.internal;

import java.io.Serial;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.persistence.indirection.IndirectContainer;
import org.eclipse.persistence.indirection.ValueHolder;
import org.eclipse.persistence.internal.queries.ContainerPolicy;
import org.eclipse.persistence.mappings.CollectionMapping;
import org.eclipse.persistence.mappings.ForeignReferenceMapping;
import org.jspecify.annotations.Nullable;

/**
 * What an association has loaded, where EclipseLink's own backup does not tell: that of an association which has come with the
 * missing part of an instance shows what the instance refers to now.
 */
final class LoadedContent extends ValueHolder<Object> {

    @Serial
    private static final long serialVersionUID = 1L;

    /** Whether an association refers to what it has loaded, as far as that was remembered. */
    static boolean isIn(@Nullable Object attribute, ForeignReferenceMapping mapping) {
        Object holder = attribute instanceof IndirectContainer<?> container ? container.getValueHolder() : attribute;
        return holder instanceof CanonicalValueHolder canonical
                && canonical.loadedContent() instanceof LoadedContent loaded
                && loaded.isInstantiated()
                && loaded.isSameAs(canonical.getValue(), mapping);
    }

    private boolean isSameAs(@Nullable Object now, ForeignReferenceMapping mapping) {
        Object loaded = getValue();
        if (loaded == now) {
            return true;
        }
        return loaded != null
                && now != null
                && mapping instanceof CollectionMapping collection
                && haveSameElements(loaded, now, collection.getContainerPolicy());
    }

    private static boolean haveSameElements(Object loaded, Object now, ContainerPolicy policy) {
        List<@Nullable Object> before = elements(loaded, policy);
        List<@Nullable Object> after = elements(now, policy);
        if (before.size() != after.size()) {
            return false;
        }
        if (!policy.isListPolicy()) {
            // the copy of a set or map may have another order
            Set<@Nullable Object> rest = Collections.newSetFromMap(new IdentityHashMap<>());
            rest.addAll(before);
            return rest.containsAll(after);
        }
        for (int index = 0; index < before.size(); index++) {
            if (before.get(index) != after.get(index)) {
                return false;
            }
        }
        return true;
    }

    private static List<@Nullable Object> elements(Object container, ContainerPolicy policy) {
        List<@Nullable Object> elements = new ArrayList<>();
        for (Object iterator = policy.iteratorFor(container); policy.hasNext(iterator); ) {
            Object element = policy.nextEntry(iterator);
            if (element instanceof Map.Entry<?, ?> entry) {
                elements.add(entry.getKey());
                element = entry.getValue();
            }
            elements.add(element);
        }
        return elements;
    }
}
