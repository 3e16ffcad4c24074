package io.github.selfsame.eclipselink.internal;

import io.github.selfsame.eclipselink.internal.access.Containers;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.persistence.indirection.IndirectContainer;
import org.eclipse.persistence.mappings.CollectionMapping;
import org.jspecify.annotations.Nullable;

/** What is in a loaded collection or map, in a {@link FreeSnapshot}. */
final class SnapshotContent {

    private final List<@Nullable Object> elements = new ArrayList<>();
    private final @Nullable SnapshotContent whenLoaded;

    SnapshotContent(Object container, CollectionMapping mapping) {
        Containers.forEach(mapping, container, element -> elements.add(KeptValue.of(element)));
        whenLoaded = container instanceof IndirectContainer<?> indirect
                        && indirect.getValueHolder() instanceof CanonicalValueHolder holder
                        && holder.known() != null
                ? holder.known().contentWhenLoaded()
                : null;
    }

    boolean isSameAs(SnapshotContent other) {
        if (elements.size() != other.elements.size()) {
            return false;
        }
        for (int index = 0; index < elements.size(); index++) {
            if (!KeptValue.isSame(elements.get(index), other.elements.get(index))) {
                return false;
            }
        }
        return true;
    }

    /** Whether this is still what was loaded after the instance had become free. */
    boolean isAsLoaded() {
        return whenLoaded == null || whenLoaded.isSameAs(this);
    }
}
