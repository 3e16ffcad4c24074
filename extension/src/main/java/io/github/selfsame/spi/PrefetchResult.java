package io.github.selfsame.spi;

import io.github.selfsame.prefetch.PrefetchOutcome;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an adapter answers to a prefetch.
 *
 * @param separate the results of separate prefetches by name
 * @param outcome what it has taken
 */
public record PrefetchResult(Map<String, PerOwner> separate, PrefetchOutcome outcome) {

    /**
     * The results that go by one name. An {@code Integer} or {@code Long} for each owner if the targets are counted, else
     * an unmodifiable {@code List} of the targets, with one element at most if there can't be more.
     *
     * @param isCount whether the targets are counted
     * @param isSingle whether an owner has one target at most
     * @param byOwner the result of each owner, owners compared by identity
     */
    public record PerOwner(boolean isCount, boolean isSingle, IdentityHashMap<Object, Object> byOwner) {}

    /**
     * A result without anything, for no entities.
     *
     * @return no results and no steps
     */
    public static PrefetchResult nothing() {
        return new PrefetchResult(Map.of(), new PrefetchOutcome("nothing", List.of()));
    }
}
