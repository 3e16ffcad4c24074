package io.github.selfsame.eclipselink.internal;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Tells whether a loaded inverse side may be out of date (rule R20): each commit that adds, removes or re-points rows of
 * a type moves the clock on, and what was loaded before that is read afresh. Safe for use by several threads.
 */
final class AssociationClock {

    private final AtomicLong now = new AtomicLong();
    private final Map<Class<?>, Long> lastChange = new ConcurrentHashMap<>();

    private volatile long allChanged;

    /** The time to remember with what is loaded from now on. */
    long now() {
        return now.get();
    }

    /** Records that rows of a type have come, gone, or now point elsewhere. */
    void changed(Class<?> rootType) {
        lastChange.put(rootType, now.incrementAndGet());
    }

    /** Records that anything may have changed. */
    void everythingChanged() {
        allChanged = now.incrementAndGet();
    }

    /** Whether rows of a type have ever come, gone, or been pointed elsewhere. */
    boolean hasChanged(Class<?> rootType) {
        return hasChangedSince(rootType, 0);
    }

    boolean hasChangedSince(Class<?> rootType, long time) {
        Long changed = lastChange.get(rootType);
        return allChanged > time || (changed != null && changed > time);
    }
}
