package io.github.selfsame.eclipselink.internal.prefetch;

/**
 * Something that has an association.
 *
 * @param entity the entity
 * @param holder the entity itself, or the embeddable in it that has the attribute
 */
record Owner(Object entity, Object holder) {}
