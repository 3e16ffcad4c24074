package io.github.selfsame.query;

import jakarta.persistence.EntityManager;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds many entities by their ids, as {@link EntityManager#find} finds one (rules Q1 and R1). Injectable: {@code @Inject
 * EntityFinder}.
 *
 * <pre>{@code
 * List<Dog> dogs = entityFinder.getMultiple(entityManager, Dog.class, List.of(3L, 1L, 2L));
 * }</pre>
 *
 * <p>What the persistence context, the identity map or the shared cache has is taken from there; all that is missing is read
 * by one statement, cut where the database's limits are (rule P10). So there are never more statements than {@code find}
 * would take one by one, and none if everything is there. What it gives is what {@code find} gives: managed instances, the
 * one object of the row in the map, with its {@linkplain io.github.selfsame.prefetch.DefaultPrefetch default prefetches}.
 * Nothing is flushed.
 *
 * <p>Works with and without a current identity map. Safe for use by several threads.
 */
public interface EntityFinder {

    /**
     * Finds the entities that there are.
     *
     * @param <T> the entity type
     * @param entityManager where to look
     * @param entityType the entity type; its subclasses count
     * @param ids the ids, in any number; an id may be repeated
     * @return a list as long as that of the ids and in the same order, with the entity of each id, or {@code null} where
     *     there is none
     * @throws IllegalArgumentException if the type is no entity type, or if an id is {@code null} or not of the type that the
     *     entity's id has; nothing has been read then
     */
    <T> List<@Nullable T> findMultiple(EntityManager entityManager, Class<T> entityType, List<?> ids);

    /**
     * Gets entities that must be there.
     *
     * @param <T> the entity type
     * @param entityManager where to look
     * @param entityType the entity type; its subclasses count
     * @param ids the ids, in any number; an id may be repeated
     * @return a list as long as that of the ids and in the same order, with the entity of each id
     * @throws jakarta.persistence.EntityNotFoundException if some are not there; the message names the type and their ids. The
     *     transaction is not marked for rollback
     * @throws IllegalArgumentException if the type is no entity type, or if an id is {@code null} or not of the type that the
     *     entity's id has; nothing has been read then
     */
    <T> List<T> getMultiple(EntityManager entityManager, Class<T> entityType, List<?> ids);
}
