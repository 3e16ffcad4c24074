package io.github.selfsame.spi;

/** What an adapter reports for the statistics of a map (rule O1). */
public enum MapEvent {
    /** A read was answered with a canonical instance. */
    HIT,
    /** The map had nothing to give for a read. */
    MISS,
    /** A read got a private copy because another persistence context manages the row's instance. */
    CONTENDED,
    /** A free instance was found changed. */
    DIVERGENT,
    /** A stale instance is read again. */
    STALE,
    /** An instance could not be adopted, and the read went on without the library (rule R19). */
    FAILED_ADOPTION,
    /** An SQL statement was run. */
    STATEMENT_RUN,
    /** An SQL statement was not run because the map had what it would have read. */
    STATEMENT_SAVED
}
