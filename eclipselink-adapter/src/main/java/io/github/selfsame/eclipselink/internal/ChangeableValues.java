package io.github.selfsame.eclipselink.internal;

import io.github.selfsame.eclipselink.internal.access.EclipseLinkInternals;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.descriptors.FetchGroupManager;
import org.eclipse.persistence.mappings.AggregateObjectMapping;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.mappings.foundation.AbstractDirectMapping;
import org.jspecify.annotations.Nullable;

/**
 * The attributes of an entity type whose values can be changed in place, without telling the instance: dates, arrays, and containers
 * that a converter makes. Of woven instances these have to be looked at to tell whether they were changed (rule R5).
 */
final class ChangeableValues {

    static final ChangeableValues NONE = new ChangeableValues();

    private final List<Place> places = new ArrayList<>();

    /**
     * Where such a value is.
     *
     * @param path the embeddables around it, from the entity on
     * @param mapping its mapping
     * @param name the attribute, with the path to it
     */
    private record Place(List<AggregateObjectMapping> path, DatabaseMapping mapping, String name) {

        @Nullable Object valueIn(Object instance, ClassDescriptor descriptor) {
            Object holder = instance;
            ClassDescriptor type = descriptor;
            for (AggregateObjectMapping embedded : path) {
                holder = valueOf(embedded, holder, type);
                type = embedded.getReferenceDescriptor();
                if (holder == null) {
                    return null;
                }
            }
            return valueOf(mapping, holder, type);
        }

        private static @Nullable Object valueOf(DatabaseMapping mapping, Object holder, ClassDescriptor type) {
            FetchGroupManager fetchGroups = type.getFetchGroupManager();
            boolean isFetched =
                    fetchGroups == null || fetchGroups.isAttributeFetched(holder, mapping.getAttributeName());
            return isFetched ? mapping.getAttributeValueFromObject(holder) : null;
        }
    }

    /** What they were in one instance when it became free. Lives no longer than the instance. */
    final class Snapshot {

        private final @Nullable Object[] values = new @Nullable Object[places.size()];
        private final @Nullable Object[] kept = new @Nullable Object[places.size()];

        private Snapshot(Object instance, ClassDescriptor descriptor) {
            for (int index = 0; index < values.length; index++) {
                values[index] = places.get(index).valueIn(instance, descriptor);
                kept[index] = KeptValue.withContent(values[index]);
            }
        }

        /** The attributes, with the path to them, whose values have changed in place. What was assigned or loaded is not among them. */
        Collection<String> changed(Object instance, ClassDescriptor descriptor) {
            Collection<String> changed = List.of();
            for (int index = 0; index < values.length; index++) {
                Object value = places.get(index).valueIn(instance, descriptor);
                if (value != null
                        && value == values[index]
                        && !KeptValue.isSame(kept[index], KeptValue.withContent(value))) {
                    changed = changed.isEmpty() ? new TreeSet<>() : changed;
                    changed.add(places.get(index).name());
                }
            }
            return changed;
        }
    }

    private ChangeableValues() {}

    /** Looks at the mappings of an entity type. */
    ChangeableValues(ClassDescriptor descriptor) {
        add(List.of(), "", descriptor);
    }

    private void add(List<AggregateObjectMapping> path, String prefix, ClassDescriptor descriptor) {
        for (DatabaseMapping mapping : EclipseLinkInternals.mappings(descriptor)) {
            if (mapping instanceof AggregateObjectMapping embedded && embedded.getReferenceDescriptor() != null) {
                List<AggregateObjectMapping> inner = new ArrayList<>(path);
                inner.add(embedded);
                add(inner, prefix + mapping.getAttributeName() + ".", embedded.getReferenceDescriptor());
            } else if (mapping instanceof AbstractDirectMapping direct
                    && !mapping.isWriteOnly()
                    && isChangeable(direct.getAttributeClassification())) {
                places.add(new Place(path, mapping, prefix + mapping.getAttributeName()));
            }
        }
    }

    private static boolean isChangeable(@Nullable Class<?> type) {
        return type == null
                || type.isArray()
                || type.isInterface()
                || type == Object.class
                || Date.class.isAssignableFrom(type)
                || Calendar.class.isAssignableFrom(type)
                || Collection.class.isAssignableFrom(type)
                || Map.class.isAssignableFrom(type);
    }

    /** What there is in an instance now; {@code null} if its type has no such attributes. */
    @Nullable Snapshot in(Object instance, ClassDescriptor descriptor) {
        return places.isEmpty() ? null : new Snapshot(instance, descriptor);
    }
}
