package io.github.selfsame.spi;

/**
 * Identifies a row within a partition (rule R2).
 *
 * @param rootType the root class of the entity's inheritance hierarchy
 * @param primaryKey the key in the provider's own form, compared by {@code equals}
 */
public record RowIdentity(Class<?> rootType, Object primaryKey) {}
