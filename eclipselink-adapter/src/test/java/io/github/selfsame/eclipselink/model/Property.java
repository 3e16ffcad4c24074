package io.github.selfsame.eclipselink.model;

import java.util.function.Function;

/**
 * An attribute of an entity, as a random program reads and changes it.
 *
 * @param target the type of the entities that the attribute refers to, or {@code null} for a value
 * @param isLazy whether reading it may need the database
 * @param isLeftStale whether EclipseLink's shared cache may keep what is out of date after a commit: that of an inverse side, or
 *     what was taken out of a map keyed by entities
 */
public record Property<T>(
        String name, Class<?> target, boolean isLazy, boolean isLeftStale, Function<T, Object> read, Change<T> change) {

    /** Changes an attribute in one of several ways. */
    public interface Change<T> {

        /**
         * Changes the attribute.
         *
         * @param way which way to change it; part of the new value
         * @param other an entity of the target type, or {@code null}
         */
        void apply(T entity, int way, Object other);
    }

    public boolean isAssociation() {
        return target != null;
    }
}
