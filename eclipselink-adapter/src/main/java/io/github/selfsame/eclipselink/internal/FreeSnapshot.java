package io.github.selfsame.eclipselink.internal;

import io.github.selfsame.eclipselink.internal.access.Associations;
import io.github.selfsame.eclipselink.internal.access.EclipseLinkInternals;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.descriptors.FetchGroupManager;
import org.eclipse.persistence.indirection.IndirectContainer;
import org.eclipse.persistence.indirection.ValueHolderInterface;
import org.eclipse.persistence.internal.indirection.DatabaseValueHolder;
import org.eclipse.persistence.mappings.AggregateObjectMapping;
import org.eclipse.persistence.mappings.CollectionMapping;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.jspecify.annotations.Nullable;

/**
 * What an instance that is not woven looked like when it became free, to tell later whether it was changed since (rule
 * R5). Compares values of the JDK by value and everything else by identity: no code of the user's is called (rule R15).
 * Keeps no entity and no collection alive, so that a map that holds its instances weakly can lose them.
 */
final class FreeSnapshot {

    private static final Object UNLOADED = new Object();
    private static final Object ASSIGNED = new Object();

    private final List<String> attributes = new ArrayList<>();
    private final List<@Nullable Object> state = new ArrayList<>();

    private FreeSnapshot() {}

    static FreeSnapshot of(Object instance, ClassDescriptor descriptor) {
        FreeSnapshot snapshot = new FreeSnapshot();
        snapshot.collect("", instance, descriptor);
        return snapshot;
    }

    boolean differsFrom(Object instance, ClassDescriptor descriptor) {
        return !differences(instance, descriptor).isEmpty();
    }

    /** The attributes, with the path to them, in which the instance looks different now. */
    Collection<String> differences(Object instance, ClassDescriptor descriptor) {
        FreeSnapshot now = of(instance, descriptor);
        Collection<String> differences = new TreeSet<>();
        for (int index = 0; index < Math.max(state.size(), now.state.size()); index++) {
            if (index >= state.size() || index >= now.state.size()) {
                // an embeddable that was put in or taken out shows at its own place already
                break;
            }
            if (!isSame(state.get(index), now.state.get(index))) {
                differences.add(attributes.get(index));
            }
        }
        return differences;
    }

    private void collect(String path, Object holder, ClassDescriptor descriptor) {
        FetchGroupManager fetchGroups = descriptor.getFetchGroupManager();
        for (DatabaseMapping mapping : EclipseLinkInternals.mappings(descriptor)) {
            if (mapping.isWriteOnly()) {
                continue;
            }
            String attribute = path + mapping.getAttributeName();
            if (fetchGroups != null && !fetchGroups.isAttributeFetched(holder, mapping.getAttributeName())) {
                add(attribute, UNLOADED);
                continue;
            }
            Object value = mapping.getAttributeValueFromObject(holder);
            if (mapping instanceof CollectionMapping collection) {
                add(attribute, KeptValue.of(value));
                add(attribute, content(value, collection));
            } else if (value instanceof ValueHolderInterface<?> reference) {
                // loading an association is no change
                add(attribute, isUntouched(reference) ? UNLOADED : ASSIGNED);
            } else {
                add(attribute, mapping.isAbstractDirectMapping() ? KeptValue.withContent(value) : KeptValue.of(value));
                if (mapping instanceof AggregateObjectMapping aggregate
                        && value != null
                        && !(value instanceof Record)) {
                    collect(attribute + ".", value, Associations.descriptorOf(aggregate, value));
                }
            }
        }
    }

    private static boolean isUntouched(ValueHolderInterface<?> reference) {
        return reference instanceof CanonicalValueHolder canonical
                ? canonical.known() == null || !canonical.known().isAssigned()
                : reference instanceof DatabaseValueHolder<?>;
    }

    private void add(String attribute, @Nullable Object value) {
        attributes.add(attribute);
        state.add(value);
    }

    private static Object content(@Nullable Object container, CollectionMapping mapping) {
        boolean isLoaded = !(container instanceof IndirectContainer<?> indirect) || indirect.isInstantiated();
        return container == null || !isLoaded ? UNLOADED : new SnapshotContent(container, mapping);
    }

    private static boolean isSame(@Nullable Object before, @Nullable Object now) {
        if (before == UNLOADED) {
            // loading is no change
            return now != null
                    && now != ASSIGNED
                    && (!(now instanceof SnapshotContent content) || content.isAsLoaded());
        }
        if (before instanceof SnapshotContent content) {
            return now instanceof SnapshotContent other && content.isSameAs(other);
        }
        return KeptValue.isSame(before, now);
    }
}
