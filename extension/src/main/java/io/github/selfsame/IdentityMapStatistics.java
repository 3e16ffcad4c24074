package io.github.selfsame;

/**
 * A snapshot of what has happened in an identity map (rule O1).
 *
 * @param hits reads that were answered with a canonical instance; each is an object not built, and for a look-up by
 *     key also a statement not run
 * @param misses reads for which the map had nothing to give
 * @param adoptions times that a persistence context took a free canonical instance as its managed instance
 * @param contended reads that got a private copy because another persistence context managed the row's instance
 * @param divergent free instances found changed outside of any persistence context
 * @param stale instances that had to be read again
 * @param evictions instances that the map has forgotten before its end, whatever the cause
 * @param failedAdoptions reads that went on as without the library because an instance could not be adopted
 * @param size canonical instances now
 * @param peakSize the most canonical instances there have been at once
 */
public record IdentityMapStatistics(
        long hits,
        long misses,
        long adoptions,
        long contended,
        long divergent,
        long stale,
        long evictions,
        long failedAdoptions,
        int size,
        int peakSize) {}
