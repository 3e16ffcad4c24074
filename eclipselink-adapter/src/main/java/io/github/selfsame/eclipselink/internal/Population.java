package io.github.selfsame.eclipselink.internal;

import io.github.selfsame.eclipselink.internal.access.EclipseLinkInternals;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.descriptors.FetchGroupManager;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.queries.FetchGroup;
import org.eclipse.persistence.queries.ObjectBuildingQuery;

/** Gives a canonical instance that is populated again what a new one would have in its place, before EclipseLink puts in the rest. */
final class Population {

    private final ClassDescriptor descriptor;
    private final Supplier<Object> blanks;

    /**
     * Prepares for the entities of a class.
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
        if (fetchGroups != null) {
            forget(instance, mapping -> !fetchGroups.isAttributeFetched(original, mapping.getAttributeName()));
        }
        for (DatabaseMapping mapping : EclipseLinkInternals.mappings(descriptor)) {
            if (!mapping.isWriteOnly()
                    && !mapping.isCloningRequired()
                    && (fetchGroups == null || fetchGroups.isAttributeFetched(original, mapping.getAttributeName()))) {
                mapping.setAttributeValueInObject(instance, mapping.getAttributeValueFromObject(original));
            }
        }
    }

    /** Forgets what the query does not read. */
    void forgetUnread(Object instance, ObjectBuildingQuery query) {
        FetchGroup read = query.getExecutionFetchGroup(descriptor);
        if (read != null) {
            forget(instance, mapping -> !query.shouldReadMapping(mapping, read));
        }
    }

    /** What the instance has of these is out of date; it is loaded when it is touched (rule R12). */
    private void forget(Object instance, Predicate<DatabaseMapping> isForgotten) {
        Object blank = null;
        for (DatabaseMapping mapping : EclipseLinkInternals.mappings(descriptor)) {
            if (!mapping.isWriteOnly() && isForgotten.test(mapping)) {
                blank = blank == null ? blanks.get() : blank;
                mapping.setAttributeValueInObject(instance, mapping.getAttributeValueFromObject(blank));
            }
        }
    }
}
