package io.github.selfsame.eclipselink.internal;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;

/**
 * Entities that came together, so that what is touched on one of them is loaded for all (rule P13). Keeps none of them alive.
 * Safe for use by several threads.
 */
final class Cohort {

    private final int capacity;
    private final List<WeakReference<Object>> members = new ArrayList<>();

    Cohort(int capacity) {
        this.capacity = capacity;
    }

    /** Adds an entity, if there is room. */
    synchronized boolean add(Object entity) {
        return members.size() < capacity && members.add(new WeakReference<>(entity));
    }

    /** Those that are still there, as they came: first the one, then those after it, then those before it. */
    synchronized List<Object> from(Object entity) {
        List<Object> before = new ArrayList<>();
        List<Object> ordered = new ArrayList<>(members.size());
        for (WeakReference<Object> reference : members) {
            Object member = reference.get();
            if (member == entity && ordered.isEmpty()) {
                ordered.add(member);
            } else if (member != null && member != entity) {
                (ordered.isEmpty() ? before : ordered).add(member);
            }
        }
        if (ordered.isEmpty()) {
            ordered.add(entity);
        }
        ordered.addAll(before);
        return ordered;
    }
}
