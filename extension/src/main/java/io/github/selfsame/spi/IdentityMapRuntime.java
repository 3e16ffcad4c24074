package io.github.selfsame.spi;

import io.github.selfsame.LazyLoading;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Knows which identity map is current on the calling thread. There is one for each CDI container. */
public interface IdentityMapRuntime {

    /**
     * The map that reads on this thread go through.
     *
     * @return the open map, or {@code null} if there is none or if it is bypassed
     */
    @Nullable CanonicalStore current();

    /**
     * The maps other than the current one that what is committed on this thread has to make stale (rule R18): those
     * that are hidden here by a bypass or by a nested map, and those of active scopes.
     *
     * @return open maps, each once
     */
    Collection<CanonicalStore> surrounding();

    /**
     * How lazy associations are loaded on this thread, if something else was said here than for the current map (rule P13).
     *
     * @return the way, or {@code null} if the map's options count
     */
    default @Nullable LazyLoading lazyLoading() {
        return null;
    }

    /**
     * What is current on this thread, to be made current on another one (rule S10).
     *
     * @return the maps of this thread if propagation is switched on, else the same as {@link #cleared()}
     */
    ThreadSnapshot captured();

    /**
     * That no map is current.
     *
     * @return the snapshot
     */
    ThreadSnapshot cleared();

    /** What is current on a thread; to be used for any number of threads. */
    interface ThreadSnapshot {

        /**
         * Makes the calling thread as the snapshot says.
         *
         * @return to be run on the same thread in the end: makes it again what it was before
         */
        Runnable begin();
    }
}
