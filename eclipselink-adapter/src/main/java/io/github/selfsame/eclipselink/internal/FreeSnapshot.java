package io.github.selfsame.eclipselink.internal;

import io.github.selfsame.spi.Canonical;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.descriptors.FetchGroupManager;
import org.eclipse.persistence.indirection.IndirectContainer;
import org.eclipse.persistence.indirection.ValueHolderInterface;
import org.eclipse.persistence.internal.indirection.DatabaseValueHolder;
import org.eclipse.persistence.internal.queries.ContainerPolicy;
import org.eclipse.persistence.mappings.AggregateObjectMapping;
import org.eclipse.persistence.mappings.CollectionMapping;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.jspecify.annotations.Nullable;

/**
 * What an instance that is not woven looked like when it became free, to tell later whether it was changed since (rule
 * R5). Compares values of the JDK by value and everything else by identity: no code of the user's is called (rule R15).
 */
final class FreeSnapshot {

    private static final Object UNFETCHED = new Object();
    private static final Object ASSIGNED = new Object();

    private final List<@Nullable Object> state;

    private FreeSnapshot(List<@Nullable Object> state) {
        this.state = state;
    }

    static FreeSnapshot of(Object instance, ClassDescriptor descriptor) {
        List<@Nullable Object> state = new ArrayList<>();
        collect(instance, descriptor, state);
        return new FreeSnapshot(state);
    }

    /** Whether a free instance looks different from when it became free; one without a snapshot is listened to instead. */
    static boolean hasDiverged(Canonical entry, Object instance, ClassDescriptor descriptor) {
        return entry.attachment() instanceof FreeSnapshot before && !before.equalsState(of(instance, descriptor));
    }

    private boolean equalsState(FreeSnapshot now) {
        if (state.size() != now.state.size()) {
            return false;
        }
        for (int index = 0; index < state.size(); index++) {
            if (!isSame(state.get(index), now.state.get(index))) {
                return false;
            }
        }
        return true;
    }

    private static void collect(Object holder, ClassDescriptor descriptor, List<@Nullable Object> state) {
        FetchGroupManager fetchGroups = descriptor.getFetchGroupManager();
        for (DatabaseMapping mapping : EclipseLinkInternals.mappings(descriptor)) {
            if (mapping.isWriteOnly()) {
                continue;
            }
            if (fetchGroups != null && !fetchGroups.isAttributeFetched(holder, mapping.getAttributeName())) {
                state.add(UNFETCHED);
                continue;
            }
            Object value = mapping.getAttributeValueFromObject(holder);
            if (mapping instanceof AggregateObjectMapping aggregate && value != null && !(value instanceof Record)) {
                state.add(value);
                collect(value, Associations.descriptorOf(aggregate, value), state);
            } else if (mapping instanceof CollectionMapping collection) {
                collectElements(value, collection, state);
            } else if (value instanceof ValueHolderInterface<?> reference) {
                // loading an association is no change
                state.add(isUntouched(reference) ? UNFETCHED : ASSIGNED);
            } else {
                state.add(copied(value));
            }
        }
    }

    private static boolean isUntouched(ValueHolderInterface<?> reference) {
        return reference instanceof FreeValueHolder free
                ? !free.isAssigned()
                : reference instanceof DatabaseValueHolder<?>;
    }

    private static void collectElements(
            @Nullable Object container, CollectionMapping mapping, List<@Nullable Object> state) {
        state.add(container);
        boolean isLoaded = !(container instanceof IndirectContainer<?> indirect) || indirect.isInstantiated();
        if (container == null || !isLoaded) {
            state.add(UNFETCHED);
        } else {
            state.add(new Content(container, mapping));
        }
    }

    @SuppressWarnings("JavaUtilDate") // entities have such attributes
    private static @Nullable Object copied(@Nullable Object value) {
        if (value instanceof byte[] bytes) {
            return bytes.clone();
        }
        if (value instanceof char[] chars) {
            return chars.clone();
        }
        if (value instanceof Date date) {
            return date.clone();
        }
        return value instanceof Calendar calendar ? calendar.clone() : value;
    }

    /** What is in a loaded collection or map. */
    static final class Content {

        private final List<Object> elements = new ArrayList<>();
        private final @Nullable Content whenLoaded;

        Content(Object container, CollectionMapping mapping) {
            ContainerPolicy policy = mapping.getContainerPolicy();
            for (Object iterator = policy.iteratorFor(container); policy.hasNext(iterator); ) {
                Object element = policy.nextEntry(iterator);
                if (element instanceof Map.Entry<?, ?> entry) {
                    elements.add(entry.getKey());
                    element = entry.getValue();
                }
                elements.add(element);
            }
            whenLoaded = container instanceof IndirectContainer<?> indirect
                            && indirect.getValueHolder() instanceof FreeValueHolder holder
                    ? holder.contentWhenLoaded()
                    : null;
        }

        boolean isSameAs(Content other) {
            if (elements.size() != other.elements.size()) {
                return false;
            }
            for (int index = 0; index < elements.size(); index++) {
                if (!isSame(elements.get(index), other.elements.get(index))) {
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

    private static boolean isSame(@Nullable Object before, @Nullable Object now) {
        if (before == now) {
            return true;
        }
        if (before == UNFETCHED) {
            // loading is no change
            return now != ASSIGNED && (!(now instanceof Content content) || content.isAsLoaded());
        }
        if (before instanceof Content content) {
            return now instanceof Content other && content.isSameAs(other);
        }
        if (before == null || now == null) {
            return false;
        }
        boolean isValue = before.getClass().getName().startsWith("java.")
                || before.getClass().isArray();
        return isValue && Objects.deepEquals(before, now);
    }
}
