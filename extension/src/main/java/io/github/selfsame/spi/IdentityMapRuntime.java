package io.github.selfsame.spi;

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
     * The map that would be current on this thread if it were not bypassed (rule R18).
     *
     * @return the open map, or {@code null} if nothing is bypassed here
     */
    @Nullable CanonicalStore bypassed();
}
