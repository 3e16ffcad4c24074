package io.github.selfsame.eclipselink.internal;

import org.jspecify.annotations.Nullable;

/**
 * What comes into one persistence context, and what it comes with (rule P13): all that one query brings, whatever else has to be
 * read for it meanwhile, or one lazy or bulk load. What comes by itself, by a look-up or a lazy reference, comes with all
 * others of its kind that have come so into the map. Used by one thread at a time, as the context is.
 */
final class Arrivals {

    /** How many entities that came together are peers: as many as the longest list of keys has. */
    private static final int TOGETHER = 4_000;

    /** The entity whose attributes are being put in. */
    private @Nullable Arrival latest;

    /** The outermost query or load that is running. */
    private @Nullable Object operation;

    /** How many outermost queries and loads have begun. */
    private int operations;

    /** What the operation has brought; none if it brings one entity only. */
    private @Nullable Cohorts together;

    private boolean isInBulk;
    private boolean isAhead;
    private boolean hasReadAhead;

    /**
     * An entity that has come.
     *
     * @param entity the entity
     * @param cohort what it came with, if that is of interest
     */
    record Arrival(Object entity, @Nullable Cohort cohort) {}

    /** The entity whose attributes are being put in; {@code null} if nothing is known about it. */
    @Nullable Arrival latest() {
        return latest;
    }

    /** The attributes of an entity are put in from now on; tells whose were before. */
    @Nullable Arrival replaceLatest(@Nullable Arrival arrival) {
        Arrival before = latest;
        latest = arrival;
        return before;
    }

    /** The cohort of an entity that comes now. */
    Cohort join(Class<?> rootType, Object entity, Cohorts singles) {
        Cohorts cohorts = together == null ? singles : together;
        return cohorts.join(rootType, entity);
    }

    /**
     * A query or load begins; it counts if it is the outermost one.
     *
     * @param bringsMany whether it may bring several entities
     */
    void begin(Object running, boolean bringsMany) {
        if (operation == null) {
            operations++;
            operation = running;
            together = bringsMany ? new Cohorts(TOGETHER) : null;
        }
    }

    /** Whether a query or load has begun and not said that it has ended; one that has failed does not. */
    boolean isRunning() {
        return operation != null;
    }

    /** What has begun has failed. */
    void abandon() {
        operation = null;
        together = null;
    }

    void end(Object running) {
        if (operation == running) {
            abandon();
        }
    }

    /** Tells one outermost query or load from the next. */
    int operations() {
        return operations;
    }

    /** Whether associations are loaded on behalf of the library itself now. */
    boolean isInBulk() {
        return isInBulk;
    }

    /** Whether anything was ever loaded before anybody has asked for it. */
    boolean hasReadAhead() {
        return hasReadAhead;
    }

    /** Whether what is loaded in bulk now is loaded before anybody has asked for it. */
    boolean isAhead() {
        return isAhead;
    }

    /**
     * Runs what loads associations on behalf of the library itself.
     *
     * @param ahead whether that is before anybody has asked for them
     */
    void inBulk(Runnable load, boolean ahead) {
        boolean before = isInBulk;
        boolean aheadBefore = isAhead;
        isInBulk = true;
        isAhead = ahead;
        hasReadAhead |= ahead;
        begin(load, true);
        try {
            load.run();
        } finally {
            end(load);
            isInBulk = before;
            isAhead = aheadBefore;
        }
    }
}
