package io.github.selfsame.internal.map;

import io.github.selfsame.IdentityMapStatistics;
import io.github.selfsame.spi.MapEvent;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** The counters of one map (rule O1). Safe for use by several threads; a snapshot is not atomic across counters. */
final class MapCounters {

    // Filled once, so that several threads may read it.
    private final Map<MapEvent, AtomicLong> events = new EnumMap<>(MapEvent.class);
    private final AtomicLong adoptions = new AtomicLong();
    private final AtomicLong evictions = new AtomicLong();
    private final AtomicInteger size = new AtomicInteger();
    private final AtomicInteger peakSize = new AtomicInteger();

    MapCounters() {
        for (MapEvent event : MapEvent.values()) {
            events.put(event, new AtomicLong());
        }
    }

    void count(MapEvent event) {
        counter(event).incrementAndGet();
    }

    void adopted() {
        adoptions.incrementAndGet();
    }

    void added() {
        int now = size.incrementAndGet();
        if (now > peakSize.get()) {
            peakSize.accumulateAndGet(now, Math::max);
        }
    }

    void evicted() {
        size.decrementAndGet();
        evictions.incrementAndGet();
    }

    /** Entries that go with the map are not evictions. */
    void ended(int entries) {
        size.addAndGet(-entries);
    }

    int size() {
        return size.get();
    }

    IdentityMapStatistics snapshot() {
        return new IdentityMapStatistics(
                counter(MapEvent.HIT).get(),
                counter(MapEvent.MISS).get(),
                adoptions.get(),
                counter(MapEvent.CONTENDED).get(),
                counter(MapEvent.DIVERGENT).get(),
                counter(MapEvent.STALE).get(),
                evictions.get(),
                counter(MapEvent.FAILED_ADOPTION).get(),
                size.get(),
                peakSize.get());
    }

    private AtomicLong counter(MapEvent event) {
        return Objects.requireNonNull(events.get(event));
    }
}
