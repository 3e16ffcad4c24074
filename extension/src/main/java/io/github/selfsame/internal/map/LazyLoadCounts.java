package io.github.selfsame.internal.map;

import io.github.selfsame.RepeatedLazyLoads;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** The statements of lazy loading in one map, by association and calling code (rule O2). Safe for use by several threads. */
final class LazyLoadCounts {

    private final Map<Place, LongAdder> statements = new ConcurrentHashMap<>();

    /** An association, touched at one place of a program. */
    private record Place(Class<?> entityType, String path, String caller) {}

    void add(Class<?> entityType, String path, String caller) {
        statements
                .computeIfAbsent(new Place(entityType, path, caller), place -> new LongAdder())
                .increment();
    }

    /** What has happened more than once, the worst first. */
    List<RepeatedLazyLoads> repeated() {
        return statements.entrySet().stream()
                .map(entry -> new RepeatedLazyLoads(
                        entry.getKey().entityType(),
                        entry.getKey().path(),
                        entry.getKey().caller(),
                        entry.getValue().sum()))
                .filter(loads -> loads.statements() > 1)
                .sorted(Comparator.comparingLong(RepeatedLazyLoads::statements)
                        .reversed()
                        .thenComparing(loads -> loads.entityType().getName())
                        .thenComparing(RepeatedLazyLoads::path)
                        .thenComparing(RepeatedLazyLoads::caller))
                .toList();
    }
}
