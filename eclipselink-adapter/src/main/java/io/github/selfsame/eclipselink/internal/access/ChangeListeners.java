package io.github.selfsame.eclipselink.internal.access;

import java.beans.PropertyChangeListener;
import org.eclipse.persistence.descriptors.changetracking.ChangeTracker;
import org.eclipse.persistence.descriptors.changetracking.CollectionChangeTracker;
import org.eclipse.persistence.mappings.ForeignReferenceMapping;
import org.jspecify.annotations.Nullable;

/** Who is told of changes of woven entities, embeddables and collections. */
public final class ChangeListeners {

    private ChangeListeners() {}

    public static @Nullable PropertyChangeListener of(Object tracked) {
        return tracked instanceof ChangeTracker tracker ? tracker._persistence_getPropertyChangeListener() : null;
    }

    public static void listen(Object tracked, @Nullable PropertyChangeListener listener) {
        if (tracked instanceof ChangeTracker tracker) {
            tracker._persistence_setPropertyChangeListener(listener);
        }
    }

    public static void listen(
            Object container, ForeignReferenceMapping mapping, @Nullable PropertyChangeListener listener) {
        if (container instanceof CollectionChangeTracker tracker && isTracked(mapping)) {
            tracker.setTrackedAttributeName(mapping.getAttributeName());
            tracker._persistence_setPropertyChangeListener(listener);
        }
    }

    private static boolean isTracked(ForeignReferenceMapping mapping) {
        return mapping.getDescriptor().getObjectChangePolicy().isObjectChangeTrackingPolicy();
    }
}
