package io.github.selfsame.internal.map;

import io.github.selfsame.IdentityMapOptions;

/** Who decides whether a map may be closed by its user, and what happens around its end. */
public interface MapLifecycle {

    /**
     * The lifecycle of a map that nobody but its user knows.
     *
     * @return a lifecycle with totals of its own
     */
    static MapLifecycle unmanaged() {
        return new UnmanagedLifecycle();
    }

    /**
     * The user has asked to close a map that is open. Ends it by {@link ScopedIdentityMap#end()}, or refuses by an
     * exception.
     *
     * @param map the map
     */
    void close(ScopedIdentityMap map);

    /**
     * What counts for all maps together.
     *
     * @return the totals that the map belongs to
     */
    MapTotals totals();

    /**
     * How the map behaves where neither its options nor those of the persistence unit say it.
     *
     * @return the options
     */
    default IdentityMapOptions defaults() {
        return IdentityMapOptions.DEFAULTS;
    }
}
