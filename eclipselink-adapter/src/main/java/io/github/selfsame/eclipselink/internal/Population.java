package io.github.selfsame.eclipselink.internal;

import io.github.selfsame.eclipselink.internal.access.EclipseLinkInternals;
import java.util.function.Supplier;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.descriptors.FetchGroupManager;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.queries.FetchGroup;
import org.eclipse.persistence.queries.ObjectBuildingQuery;
import org.jspecify.annotations.Nullable;

/** Gives one canonical instance that is populated again what a new one would have in its place, before EclipseLink puts in the rest. */
final class Population {

    private final ClassDescriptor descriptor;
    private final Supplier<Object> blanks;

    /** A new instance, if one was needed. */
    private @Nullable Object blank;

    /**
     * Prepares for one entity of a class.
     *
     * @param blanks makes new instances
     */
    Population(ClassDescriptor descriptor, Supplier<Object> blanks) {
        this.descriptor = descriptor;
        this.blanks = blanks;
    }

    /** What a new clone would have from being a copy; the other attributes are cloned one by one afterwards. */
    void copyPlainAttributes(Object original, Object instance) {
        FetchGroupManager fetchGroups = descriptor.getFetchGroupManager();
        for (DatabaseMapping mapping : EclipseLinkInternals.mappings(descriptor)) {
            if (fetchGroups != null && !fetchGroups.isAttributeFetched(original, mapping.getAttributeName())) {
                forget(instance, mapping);
            } else if (!mapping.isCloningRequired() && !mapping.isWriteOnly()) {
                mapping.setAttributeValueInObject(instance, mapping.getAttributeValueFromObject(original));
            }
        }
    }

    /** Forgets what the query does not read. */
    void forgetUnread(Object instance, ObjectBuildingQuery query) {
        FetchGroup read = query.getExecutionFetchGroup(descriptor);
        if (read != null) {
            for (DatabaseMapping mapping : EclipseLinkInternals.mappings(descriptor)) {
                if (!query.shouldReadMapping(mapping, read)) {
                    forget(instance, mapping);
                }
            }
        }
    }

    /** What the instance has of this is out of date; it is loaded when it is touched (rule R12). */
    private void forget(Object instance, DatabaseMapping mapping) {
        if (!mapping.isWriteOnly()) {
            mapping.setAttributeValueInObject(instance, mapping.getAttributeValueFromObject(blank()));
        }
    }

    private Object blank() {
        Object present = blank;
        if (present == null) {
            present = blanks.get();
            blank = present;
        }
        return present;
    }
}
