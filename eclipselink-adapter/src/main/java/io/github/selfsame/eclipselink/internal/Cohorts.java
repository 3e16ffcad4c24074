package io.github.selfsame.eclipselink.internal;

import java.util.HashMap;
import java.util.Map;

/** Puts entities that come together into cohorts, one for each hierarchy and of limited size. Safe for use by several threads. */
final class Cohorts {

    private final int size;
    private final Map<Class<?>, Cohort> growing = new HashMap<>();

    /**
     * Begins without any.
     *
     * @param size how many entities a cohort has at most
     */
    Cohorts(int size) {
        this.size = size;
    }

    /** The cohort that an entity of a hierarchy belongs to from now on. */
    synchronized Cohort join(Class<?> rootType, Object entity) {
        Cohort cohort = growing.get(rootType);
        if (cohort == null || !cohort.add(entity)) {
            cohort = new Cohort(size);
            cohort.add(entity);
            growing.put(rootType, cohort);
        }
        return cohort;
    }
}
