package io.github.selfsame.internal.map;

import io.github.selfsame.EvictionCause;
import io.github.selfsame.IdentityMapStatistics;
import io.github.selfsame.spi.MapEvent;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;

/** How often something has happened, in one map or in several. Safe for use by several threads. */
final class EventCounters {

    // Filled once, so that several threads may read them.
    private final Map<MapEvent, LongAdder> events = new EnumMap<>(MapEvent.class);
    private final Map<EvictionCause, LongAdder> evictions = new EnumMap<>(EvictionCause.class);
    private final LongAdder adoptions = new LongAdder();

    EventCounters() {
        for (MapEvent event : MapEvent.values()) {
            events.put(event, new LongAdder());
        }
        for (EvictionCause cause : EvictionCause.values()) {
            evictions.put(cause, new LongAdder());
        }
    }

    void count(MapEvent event) {
        Objects.requireNonNull(events.get(event)).increment();
    }

    void adopted() {
        adoptions.increment();
    }

    void evicted(EvictionCause cause) {
        Objects.requireNonNull(evictions.get(cause)).increment();
    }

    IdentityMapStatistics snapshot(int size, int peakSize) {
        Map<EvictionCause, Long> causes = new EnumMap<>(EvictionCause.class);
        evictions.forEach((cause, counter) -> {
            if (counter.sum() > 0) {
                causes.put(cause, counter.sum());
            }
        });
        return new IdentityMapStatistics(
                sum(MapEvent.HIT),
                sum(MapEvent.MISS),
                adoptions.sum(),
                sum(MapEvent.CONTENDED),
                sum(MapEvent.DIVERGENT),
                sum(MapEvent.STALE),
                Collections.unmodifiableMap(causes),
                sum(MapEvent.FAILED_ADOPTION),
                sum(MapEvent.STATEMENT_RUN),
                sum(MapEvent.STATEMENT_SAVED),
                size,
                peakSize);
    }

    private long sum(MapEvent event) {
        return Objects.requireNonNull(events.get(event)).sum();
    }
}
