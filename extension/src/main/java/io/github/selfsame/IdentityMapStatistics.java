package io.github.selfsame;

import java.util.Map;

/**
 * A snapshot of what has happened in an identity map, or in all maps of an application (rule O1).
 *
 * @param hits reads that were answered with a canonical instance; each is an object not built, and for a look-up by
 *     key also a statement not run
 * @param misses reads for which the map had nothing to give
 * @param adoptions times that a persistence context took a free canonical instance as its managed instance
 * @param contended reads that got a private copy because another persistence context managed the row's instance
 * @param divergent free instances found changed outside of any persistence context
 * @param stale instances that had to be read again
 * @param evictionsByCause instances that the map has forgotten before its end; causes that have not occurred are left out
 * @param failedAdoptions reads that went on as without the library because an instance could not be adopted
 * @param statementsRun SQL statements that were run, of whatever kind, on threads on which the map was current
 * @param statementsSaved SQL statements that were not run because the map had what they would have read: look-ups by key,
 *     by {@code find} or through a to-one association, and loaded collections that were used again. At least so many; with
 *     EclipseLink's shared cache on, that cache might have answered some of them
 * @param size canonical instances now
 * @param peakSize the most canonical instances there have been at once in one map
 */
public record IdentityMapStatistics(
        long hits,
        long misses,
        long adoptions,
        long contended,
        long divergent,
        long stale,
        Map<EvictionCause, Long> evictionsByCause,
        long failedAdoptions,
        long statementsRun,
        long statementsSaved,
        int size,
        int peakSize) {

    /** Nothing has happened. */
    public static final IdentityMapStatistics NONE =
            new IdentityMapStatistics(0, 0, 0, 0, 0, 0, Map.of(), 0, 0, 0, 0, 0);

    // the evictions are copied
    public IdentityMapStatistics {
        evictionsByCause = Map.copyOf(evictionsByCause);
    }

    /**
     * Instances that the map has forgotten before its end, whatever the cause.
     *
     * @return the sum of all causes
     */
    public long evictions() {
        return evictionsByCause.values().stream().mapToLong(Long::longValue).sum();
    }
}
