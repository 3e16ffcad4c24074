package io.github.selfsame.internal.map;

import io.github.selfsame.IdentityMapStatistics;
import io.github.selfsame.spi.MapEvent;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;

/** The counters of one map (rule O1). Safe for use by several threads; a snapshot is not atomic across counters. */
final class MapCounters {

    private static final int EVENTS = MapEvent.values().length;

    private final AtomicLongArray events = new AtomicLongArray(EVENTS);
    private final AtomicLong adoptions = new AtomicLong();
    private final AtomicLong evictions = new AtomicLong();
    private final AtomicInteger size = new AtomicInteger();
    private final AtomicInteger peakSize = new AtomicInteger();

    void count(MapEvent event) {
        events.incrementAndGet(event.ordinal());
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
                events.get(MapEvent.HIT.ordinal()),
                events.get(MapEvent.MISS.ordinal()),
                adoptions.get(),
                events.get(MapEvent.CONTENDED.ordinal()),
                events.get(MapEvent.DIVERGENT.ordinal()),
                events.get(MapEvent.STALE.ordinal()),
                evictions.get(),
                events.get(MapEvent.FAILED_ADOPTION.ordinal()),
                size.get(),
                peakSize.get());
    }
}
