package io.github.selfsame.spi;

import io.github.selfsame.LazyLoading;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
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
     * The open maps other than the current one that what is committed on this thread has to make stale (rule R18).
     *
     * @return the maps, each once; mostly none
     */
    public static Collection<CanonicalStore> surrounding() {
        Collection<CanonicalStore> found = List.of();
        for (IdentityMapRuntime runtime : live) {
            found = join(found, runtime.surrounding());
        }
        return found;
    }

    /**
     * How lazy associations are loaded on this thread, if something else was said here than for the current map (rule P13).
     *
     * @return the way, or {@code null} if the map's options count
     */
    public static @Nullable LazyLoading lazyLoading() {
        for (IdentityMapRuntime runtime : live) {
            LazyLoading lazyLoading = runtime.lazyLoading();
            if (lazyLoading != null) {
                return lazyLoading;
            }
        }
        return null;
    }

    /**
     * What is current on this thread in all containers, to be made current on another one (rule S10).
     *
     * @return the snapshot
     */
    public static IdentityMapRuntime.ThreadSnapshot captured() {
        return together(IdentityMapRuntime::captured);
    }

    /**
     * That no map is current in any container (rule S10).
     *
     * @return the snapshot
     */
    public static IdentityMapRuntime.ThreadSnapshot cleared() {
        return together(IdentityMapRuntime::cleared);
    }

    private static Collection<CanonicalStore> join(Collection<CanonicalStore> left, Collection<CanonicalStore> right) {
        if (left.isEmpty()) {
            return right;
        }
        List<CanonicalStore> joined = new ArrayList<>(left);
        joined.addAll(right);
        return joined;
    }

    private static IdentityMapRuntime.ThreadSnapshot together(
            Function<IdentityMapRuntime, IdentityMapRuntime.ThreadSnapshot> kind) {
        List<IdentityMapRuntime.ThreadSnapshot> parts = new ArrayList<>();
        for (IdentityMapRuntime runtime : live) {
            parts.add(kind.apply(runtime));
        }
        return () -> {
            List<Runnable> ends = new ArrayList<>();
            parts.forEach(part -> ends.add(0, part.begin()));
            return () -> ends.forEach(Runnable::run);
        };
    }
}
