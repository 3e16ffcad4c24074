package io.github.selfsame.eclipselink.internal;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/** Says once for each cause what has gone wrong inside the library, while the application goes on (rule R19). */
final class FailureLog {

    private static final Logger LOG = Logger.getLogger("io.github.selfsame.eclipselink");
    private static final int MOST_CAUSES = 100;
    private static final Set<String> SEEN = ConcurrentHashMap.newKeySet();

    private FailureLog() {}

    static void adoptionFailed(Class<?> type, RuntimeException cause) {
        log("adopted", type, cause);
    }

    static void liberationFailed(Class<?> type, RuntimeException cause) {
        log("released", type, cause);
    }

    static void bulkLoadFailed(Class<?> type, RuntimeException cause) {
        log("given an association together with its peers", type, cause);
    }

    private static void log(String action, Class<?> type, RuntimeException cause) {
        String key = action + type.getName() + cause.getClass().getName();
        if (SEEN.size() < MOST_CAUSES && SEEN.add(key)) {
            LOG.warnf(
                    cause,
                    "SELFSAME-2000: An instance of %s could not be %s by the identity map; reads of it go on as without"
                            + " the library. This is said once for each cause. Please report it with the stack trace.",
                    type.getName(),
                    action);
        }
    }
}
