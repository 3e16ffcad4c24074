package io.github.selfsame.internal.map;

import io.github.selfsame.IdentityMapStatistics;
import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.atomic.LongAdder;

/** What has happened in all maps of an application together (rule O1). Safe for use by several threads. */
public final class MapTotals {

    private final EventCounters counters = new EventCounters();
    private final LongAdder opened = new LongAdder();

    /** Held weakly: nobody has to close a map of his own. */
    private final Set<ScopedIdentityMap> open = Collections.newSetFromMap(new WeakHashMap<>());

    private int peakSize;

    /** Creates totals that are zero. */
    public MapTotals() {}

    /**
     * The sums of all maps.
     *
     * @return a snapshot
     */
    public IdentityMapStatistics snapshot() {
        int size = 0;
        synchronized (open) {
            for (ScopedIdentityMap map : open) {
                size += map.size();
                peakSize = Math.max(peakSize, map.peakSize());
            }
            return counters.snapshot(size, peakSize);
        }
    }

    /**
     * How many maps there are.
     *
     * @return the number of maps that have not ended
     */
    public int openMaps() {
        synchronized (open) {
            return open.size();
        }
    }

    /**
     * How many maps there have been.
     *
     * @return the number of maps that were opened
     */
    public long openedMaps() {
        return opened.sum();
    }

    EventCounters counters() {
        return counters;
    }

    void opened(ScopedIdentityMap map) {
        opened.increment();
        synchronized (open) {
            open.add(map);
        }
    }

    void ended(ScopedIdentityMap map) {
        synchronized (open) {
            open.remove(map);
            peakSize = Math.max(peakSize, map.peakSize());
        }
    }
}
