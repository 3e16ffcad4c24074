package io.github.selfsame;

import java.util.Map;

/**
 * What has happened in all identity maps of an application together, for JMX (rule O3). It is registered as
 * {@code io.github.selfsame:type=IdentityMaps,application="<name>"} while the application runs. The counters are those of
 * {@link IdentityMapStatistics} and never go down.
 */
public interface IdentityMapsMXBean {

    /**
     * Maps that are open.
     *
     * @return the number
     */
    int getOpenMaps();

    /**
     * Maps that have been opened.
     *
     * @return the number
     */
    long getOpenedMaps();

    /**
     * Canonical instances in all open maps.
     *
     * @return the number
     */
    int getSize();

    /**
     * The most canonical instances there have been at once in one map.
     *
     * @return the number
     */
    int getPeakSize();

    /**
     * Reads that were answered with a canonical instance.
     *
     * @return the number
     */
    long getHits();

    /**
     * Reads for which the map had nothing to give.
     *
     * @return the number
     */
    long getMisses();

    /**
     * Times that a persistence context took a free canonical instance as its managed instance.
     *
     * @return the number
     */
    long getAdoptions();

    /**
     * Reads that got a private copy because another persistence context managed the row's instance.
     *
     * @return the number
     */
    long getContended();

    /**
     * Free instances that were found changed.
     *
     * @return the number
     */
    long getDivergent();

    /**
     * Instances that had to be read again.
     *
     * @return the number
     */
    long getStale();

    /**
     * Instances that maps have forgotten before their end, by the name of the {@link EvictionCause}.
     *
     * @return the numbers; causes that have not occurred are left out
     */
    Map<String, Long> getEvictionsByCause();

    /**
     * Reads that went on as without the library.
     *
     * @return the number
     */
    long getFailedAdoptions();

    /**
     * SQL statements that were run within maps.
     *
     * @return the number
     */
    long getStatementsRun();

    /**
     * SQL statements that were not run because of the maps; at least so many.
     *
     * @return the number
     */
    long getStatementsSaved();
}
