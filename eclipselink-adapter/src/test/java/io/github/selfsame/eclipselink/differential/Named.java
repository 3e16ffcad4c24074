package io.github.selfsame.eclipselink.differential;

/**
 * What a constructor expression makes: an entity beside another value.
 *
 * @param entity the entity
 * @param name the other value
 */
public record Named(Object entity, String name) {}
