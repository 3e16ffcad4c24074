package io.github.selfsame.eclipselink.internal;

import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;

/** How many instances a persistence context has made, in contrast to those that it has taken from the map. */
public final class BuiltInstances {

    private BuiltInstances() {}

    /** The instances that the unit of work has built so far. */
    public static int count(UnitOfWorkImpl unitOfWork) {
        ContextIdentityMaps maps = ContextIdentityMaps.of(unitOfWork);
        return maps == null ? 0 : maps.built();
    }
}
