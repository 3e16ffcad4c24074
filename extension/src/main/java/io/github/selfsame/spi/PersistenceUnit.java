package io.github.selfsame.spi;

import io.github.selfsame.IdentityMapOptions;
import org.jspecify.annotations.Nullable;

/**
 * What the map asks the adapter about a persistence unit. Implementations define {@code equals} and {@code hashCode}
 * so that equal ones may share instances: the same unit, and the same tenant if there are tenants (rule R2).
 */
public interface PersistenceUnit {

    /**
     * The row of an entity look-up.
     *
     * @param entityType any class
     * @param primaryKey the key as for {@code EntityManager.find}
     * @return the row, or {@code null} if the unit does not map the class
     * @throws IllegalArgumentException if the key is not of the type that the entity's id has
     */
    @Nullable RowIdentity rowOf(Class<?> entityType, Object primaryKey);

    /**
     * What the unit's own settings say about maps that say nothing themselves.
     *
     * @return the options; {@code DEFAULT} where the unit says nothing
     */
    default IdentityMapOptions options() {
        return IdentityMapOptions.DEFAULTS;
    }

    /**
     * The row of an instance.
     *
     * @param entity any object
     * @return the row, or {@code null} if the object is no entity of this unit or has no primary key yet
     */
    @Nullable RowIdentity rowOf(Object entity);

    /**
     * Whether the unit maps the class of an object, also if the object has no primary key yet.
     *
     * @param object any object
     * @return whether it is an entity of this unit
     */
    default boolean isEntity(Object object) {
        return rowOf(object) != null;
    }
}
