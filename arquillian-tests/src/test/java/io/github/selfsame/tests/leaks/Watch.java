package io.github.selfsame.tests.leaks;

import io.github.selfsame.IdentityMaps;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Sees what a thread of the server brings along when it comes to a request. */
@ApplicationScoped
public class Watch {

    @Inject
    private IdentityMaps maps;

    private final Map<String, AtomicInteger> arrivals = new ConcurrentHashMap<>();
    private final AtomicInteger leftOvers = new AtomicInteger();
    private final AtomicInteger underWay = new AtomicInteger();

    void arrive() {
        arrivals.computeIfAbsent(Thread.currentThread().getName(), name -> new AtomicInteger())
                .incrementAndGet();
        if (maps.current().isPresent()) {
            leftOvers.incrementAndGet();
        }
    }

    void begin() {
        underWay.incrementAndGet();
    }

    void end() {
        underWay.decrementAndGet();
    }

    /** How many asynchronous pieces of work have not ended. */
    int underWay() {
        return underWay.get();
    }

    @Override
    public String toString() {
        return "leftOvers=%d threads=%d usedAgain=%d"
                .formatted(
                        leftOvers.get(),
                        arrivals.size(),
                        arrivals.values().stream()
                                .filter(count -> count.get() > 1)
                                .count());
    }
}
