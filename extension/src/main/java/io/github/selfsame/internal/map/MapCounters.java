package io.github.selfsame.internal.map;

import io.github.selfsame.EvictionCause;
import io.github.selfsame.IdentityMapStatistics;
import io.github.selfsame.spi.MapEvent;
import java.util.concurrent.atomic.AtomicInteger;

/** The counters of one map (rule O1). Safe for use by several threads; a snapshot is not atomic across counters. */
final class MapCounters {

    private final EventCounters own = new EventCounters();
    private final EventCounters total;
    private final AtomicInteger size = new AtomicInteger();
    private final AtomicInteger peakSize = new AtomicInteger();

    /**
     * Creates counters that are zero.
     *
     * @param total counts the same for several maps
     */
    MapCounters(EventCounters total) {
        this.total = total;
    }

    void count(MapEvent event) {
        own.count(event);
        total.count(event);
    }

    void adopted() {
        own.adopted();
        total.adopted();
    }

    void added() {
        int now = size.incrementAndGet();
        if (now > peakSize.get()) {
            peakSize.accumulateAndGet(now, Math::max);
        }
    }

    void evicted(EvictionCause cause) {
        size.decrementAndGet();
        own.evicted(cause);
        total.evicted(cause);
    }

    /** Entries that go with the map are not evictions. */
    void ended(int entries) {
        size.addAndGet(-entries);
    }

    int size() {
        return size.get();
    }

    int peakSize() {
        return peakSize.get();
    }

    IdentityMapStatistics snapshot() {
        return own.snapshot(size.get(), peakSize.get());
    }
}
