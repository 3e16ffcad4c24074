package io.github.selfsame.internal.map;

import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The entries of one entity hierarchy within a partition. Look-ups take no lock; the partition's monitor guards writes. */
final class EntityTable {

    final ScopedPartition partition;
    final Class<?> rootType;
    final ConcurrentHashMap<Object, CanonicalEntry> entries = new ConcurrentHashMap<>();

    EntityTable(ScopedPartition partition, Class<?> rootType) {
        this.partition = partition;
        this.rootType = rootType;
    }

    @Nullable CanonicalEntry get(Object primaryKey) {
        return entries.get(primaryKey);
    }
}
