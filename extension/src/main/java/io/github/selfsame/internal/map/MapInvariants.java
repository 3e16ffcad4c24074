package io.github.selfsame.internal.map;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Looks for contradictions in a map's bookkeeping. Tests ask after every use of a map that no thread is working on at
 * that moment; it visits every entry.
 */
public final class MapInvariants {

    private final List<String> violations = new ArrayList<>();
    private final Set<Object> instances = Collections.newSetFromMap(new IdentityHashMap<>());
    private int entries;
    private boolean isAtRest;

    private MapInvariants() {}

    /**
     * Checks a map.
     *
     * @param map an open or ended map
     * @return what is wrong, in words; empty if all is well
     */
    public static List<String> violations(ScopedIdentityMap map) {
        MapInvariants invariants = new MapInvariants();
        invariants.check(map);
        return invariants.violations;
    }

    /**
     * Checks a map that no persistence context uses at that moment, and that none has left in an improper way.
     *
     * @param map an open or ended map
     * @return what is wrong, in words; empty if all is well
     */
    public static List<String> violationsAtRest(ScopedIdentityMap map) {
        MapInvariants invariants = new MapInvariants();
        invariants.isAtRest = true;
        invariants.check(map);
        return invariants.violations;
    }

    private void check(ScopedIdentityMap map) {
        // takes out first what has been garbage-collected
        int size = map.size();
        for (ScopedPartition partition : map.currentPartitions()) {
            synchronized (partition.monitor) {
                check(partition);
            }
        }
        expect(entries == size, "size is " + size + " with " + entries + " entries");
        expect(map.statistics().peakSize() >= map.size(), "peak size is less than size");
        expect(map.isOpen() || map.partitions().isEmpty(), "an ended map has partitions");
        expect(map.isOpen() || map.size() == 0, "an ended map has entries");
    }

    private void check(ScopedPartition partition) {
        Map<ScopedLease, Set<CanonicalEntry>> leased = new HashMap<>();
        partition.forEach(entry -> {
            entries++;
            check(entry);
            ScopedLease lease = entry.currentLease();
            if (lease == null) {
                expect(entry.previousOfLease == null && entry.nextOfLease == null, entry, "is free but linked");
            } else {
                expect(lease.belongsTo(partition), entry, "is leased by a lease of another partition");
                leased.computeIfAbsent(lease, key -> Collections.newSetFromMap(new IdentityHashMap<>()))
                        .add(entry);
            }
        });
        leased.forEach((lease, expected) -> {
            Set<Object> held = Collections.newSetFromMap(new IdentityHashMap<>());
            held.addAll(lease.entries());
            expect(
                    held.equals(expected),
                    "a lease holds " + held.size() + " entries, but " + expected.size() + " entries are under it");
        });
    }

    private void check(CanonicalEntry entry) {
        Object instance = entry.instance();
        expect(entry.table().get(entry.primaryKey()) == entry, entry, "is not in the place of its key");
        expect(instance != null || entry.isReference(), entry, "has no instance");
        expect(!isAtRest || entry.lease() == null, entry, "is leased by nobody that is alive");
        expect(instance == null || instances.add(instance), entry, "shares its instance with another row");
    }

    private void expect(boolean condition, CanonicalEntry entry, String violation) {
        expect(condition, "entry " + entry.rootType().getSimpleName() + " " + entry.primaryKey() + " " + violation);
    }

    private void expect(boolean condition, String violation) {
        if (!condition) {
            violations.add(violation);
        }
    }
}
