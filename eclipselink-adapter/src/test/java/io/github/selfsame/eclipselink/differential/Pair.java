package io.github.selfsame.eclipselink.differential;

/**
 * An entity and what it refers to, as a constructor expression gives them.
 *
 * @param first the entity
 * @param second what it refers to, or {@code null}
 */
public record Pair(Object first, Object second) {}
