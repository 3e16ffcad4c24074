package io.github.selfsame.eclipselink.internal;

import static io.github.selfsame.eclipselink.internal.AdapterLogger.LOGGER;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Says once for each cause what has gone wrong inside the library, while the application goes on (rule R19). */
final class FailureLog {

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
            LOGGER.failed(type.getName(), action, cause);
        }
    }
}
