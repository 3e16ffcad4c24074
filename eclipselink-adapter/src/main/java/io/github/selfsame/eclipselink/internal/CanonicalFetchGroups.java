package io.github.selfsame.eclipselink.internal;

import io.github.selfsame.eclipselink.internal.Arrivals.Arrival;
import java.io.Serial;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.descriptors.FetchGroupManager;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.queries.FetchGroupTracker;

/**
 * Does with fetch groups what EclipseLink does, but says whose attributes are put in when the missing part of a managed
 * instance comes: its lazy associations are like those of any other (rule P13).
 */
final class CanonicalFetchGroups extends FetchGroupManager {

    @Serial
    private static final long serialVersionUID = 1L;

    private CanonicalFetchGroups() {}

    /** Takes the place of EclipseLink's own in the descriptor of an entity that is not initialized yet. */
    static void replaceIn(ClassDescriptor descriptor) {
        if (descriptor.isDescriptorTypeAggregate()
                || !FetchGroupTracker.class.isAssignableFrom(descriptor.getJavaClass())) {
            return;
        }
        FetchGroupManager present = descriptor.getFetchGroupManager();
        // it will get one when it is initialized, if it has none
        if (present == null || present.getClass() == FetchGroupManager.class) {
            CanonicalFetchGroups canonical = new CanonicalFetchGroups();
            descriptor.setFetchGroupManager(canonical);
            if (present != null) {
                canonical.getFetchGroups().putAll(present.getFetchGroups());
                canonical.setDefaultFetchGroup(present.getDefaultFetchGroup());
                canonical.setShouldUseInheritedDefaultFetchGroup(present.shouldUseInheritedDefaultFetchGroup());
            }
        }
    }

    @Override
    public void writePartialIntoClones(
            Object partialObject, Object workingClone, Object backupClone, UnitOfWorkImpl unitOfWork) {
        ContextIdentityMaps maps = ContextIdentityMaps.connected(unitOfWork);
        Arrival before = maps == null ? null : maps.reads().arrive(workingClone, getDescriptor());
        try {
            super.writePartialIntoClones(partialObject, workingClone, backupClone, unitOfWork);
        } finally {
            if (maps != null) {
                maps.reads().arrived(before);
            }
        }
    }
}
