package io.github.selfsame.eclipselink.internal;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The instance that a thread is about to populate from a row, for those who ask for a new one. */
final class InstanceToPopulate {

    @SuppressWarnings(
            "ThreadLocalUsage") // belongs to a builder, which lives as long as its persistence unit, and no longer
    private final ThreadLocal<Object> reserved = new ThreadLocal<>();

    /** How many threads have reserved something: nearly always none. */
    private final AtomicInteger reservations = new AtomicInteger();

    /** Builds something, for which the instance is taken once where a new one is asked for. */
    Object during(Object instance, Supplier<Object> build) {
        reserved.set(instance);
        reservations.incrementAndGet();
        try {
            return build.get();
        } finally {
            reservations.decrementAndGet();
            reserved.remove();
        }
    }

    /** The instance, once; {@code null} if there is none for this thread. */
    @Nullable Object take() {
        if (reservations.get() == 0) {
            return null;
        }
        Object instance = reserved.get();
        reserved.remove();
        return instance;
    }
}
