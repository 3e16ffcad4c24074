package io.github.selfsame.internal.activation;

import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A value for each thread, all of which can be let go at once: a server's threads outlive an application, and what is left in
 * them would keep its class loader. A thread itself holds nothing but a cell of the JDK.
 *
 * @param <T> the type of the values
 */
final class ThreadValues<T> {

    // One for each container: a static one would be shared by all applications that see this class.
    @SuppressWarnings("ThreadLocalUsage")
    private final ThreadLocal<@Nullable AtomicReference<@Nullable T>> ofThread = new ThreadLocal<>();

    /** Those of threads that have ended go with them. */
    private final Set<AtomicReference<@Nullable T>> cells =
            Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

    /** How many threads have a value. Where nobody uses a map, nobody need look for that of a thread (rule R18). */
    private final AtomicInteger present = new AtomicInteger();

    /** That of this thread; null if there is none. */
    @Nullable T get() {
        if (present.get() == 0) {
            return null;
        }
        AtomicReference<@Nullable T> cell = ofThread.get();
        return cell == null ? null : cell.getPlain();
    }

    void set(@Nullable T value) {
        AtomicReference<@Nullable T> cell = ofThread.get();
        if (cell == null) {
            if (value == null) {
                return;
            }
            cell = new AtomicReference<>();
            ofThread.set(cell);
            cells.add(cell);
        }
        put(cell, value);
    }

    /** Lets go the values of all threads. */
    void clear() {
        synchronized (cells) {
            cells.forEach(cell -> put(cell, null));
        }
    }

    private void put(AtomicReference<@Nullable T> cell, @Nullable T value) {
        T before = cell.getAndSet(value);
        if (before == null && value != null) {
            present.incrementAndGet();
        } else if (before != null && value == null) {
            present.decrementAndGet();
        }
    }
}
