package io.github.selfsame;

/**
 * The time during which a map, or the bypass, is current on one thread; see {@link IdentityMaps}. Not for use by
 * other threads than the one that began it.
 *
 * <p>One that nobody closes ends, with a warning in the log, at the latest with the call or the request around it: the
 * call that {@link UseIdentityMap}, {@link BypassIdentityMap} or {@link IdentityMaps#call} has begun, or the CDI request
 * if that ends on the thread on which it began, else when the next request begins there.
 */
public interface IdentityMapActivation extends AutoCloseable {

    /**
     * The map that this activation made current.
     *
     * @return the map
     * @throws IdentityMapUsageException if this activation is a bypass
     */
    IdentityMap map();

    /**
     * Makes current again what was current before. Closing again does nothing.
     *
     * @throws IdentityMapUsageException if an activation that began later is still open on this thread, or if the
     *     calling thread is another one than the thread that began this one
     */
    @Override
    void close();
}
