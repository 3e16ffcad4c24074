package io.github.selfsame.internal.activation;

import static io.github.selfsame.internal.activation.ActivationLogger.LOGGER;

import io.github.selfsame.IdentityMapOptions;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tells whoever joins a map, and has asked for one that behaves otherwise, what counts instead: once for each wish. Safe for use by
 * several threads.
 */
final class UnmetOptions {

    /** The wishes that were said not to be met, with what counts instead; there are only so many. */
    private final Set<List<IdentityMapOptions>> reported = ConcurrentHashMap.newKeySet();

    /** A map that exists is taken as it is, but whoever has asked for something else should get to know. */
    void report(MapSession session, IdentityMapOptions asked) {
        IdentityMapOptions actual = session.store().behaviourUnlike(asked);
        if (actual != null && reported.add(List.of(asked, actual))) {
            LOGGER.joinedAsItIs(asked.toString(), actual.toString(), new Throwable("The map was asked for here"));
        }
    }
}
