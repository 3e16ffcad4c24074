package io.github.selfsame.spi;

import org.jspecify.annotations.Nullable;

/**
 * The runtimes of the containers that are alive. This is how an adapter, which a persistence provider creates before
 * CDI has started and calls on threads that CDI does not know, gets to the current map.
 *
 * <p>Safe for use by several threads. Without a runtime, asking costs the read of one volatile field.
 */
public final class IdentityMapRuntimes {

    private static final IdentityMapRuntime[] NONE = {};

    private static volatile IdentityMapRuntime[] live = NONE;

    private IdentityMapRuntimes() {}

    /**
     * Adds the runtime of a container that has started.
     *
     * @param runtime the runtime
     */
    public static synchronized void register(IdentityMapRuntime runtime) {
        IdentityMapRuntime[] before = live;
        IdentityMapRuntime[] after = new IdentityMapRuntime[before.length + 1];
        System.arraycopy(before, 0, after, 0, before.length);
        after[before.length] = runtime;
        live = after;
    }

    /**
     * Takes out the runtime of a container that is shutting down.
     *
     * @param runtime the runtime; nothing happens if it is not registered
     */
    public static synchronized void unregister(IdentityMapRuntime runtime) {
        IdentityMapRuntime[] before = live;
        for (int index = 0; index < before.length; index++) {
            if (before[index] == runtime) {
                IdentityMapRuntime[] after = new IdentityMapRuntime[before.length - 1];
                System.arraycopy(before, 0, after, 0, index);
                System.arraycopy(before, index + 1, after, index, after.length - index);
                live = after;
                return;
            }
        }
    }

    /**
     * Whether any container is alive.
     *
     * @return {@code false} if no map can be current anywhere
     */
    public static boolean exist() {
        return live.length > 0;
    }

    /**
     * The map that reads on this thread go through.
     *
     * @return the open map, or {@code null} if there is none
     */
    public static @Nullable CanonicalStore current() {
        for (IdentityMapRuntime runtime : live) {
            CanonicalStore store = runtime.current();
            if (store != null) {
                return store;
            }
        }
        return null;
    }

    /**
     * The map that this thread bypasses.
     *
     * @return the open map, or {@code null} if nothing is bypassed here
     */
    public static @Nullable CanonicalStore bypassed() {
        for (IdentityMapRuntime runtime : live) {
            CanonicalStore store = runtime.bypassed();
            if (store != null) {
                return store;
            }
        }
        return null;
    }
}
