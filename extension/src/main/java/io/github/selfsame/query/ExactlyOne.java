package io.github.selfsame.query;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.Map;

/**
 * Gets what must be there exactly once (rule Q2). Injectable: {@code @Inject ExactlyOne}.
 *
 * <pre>{@code
 * Dog rex = exactlyOne.get(entityManager, Dog.class, Map.of("name", "Rex", "owner", ann));
 *
 * Dog rex = exactlyOne.get(entityManager.createNamedQuery("Dog.byChip", Dog.class).setParameter("chip", chip));
 * }</pre>
 *
 * <p>None is a {@link jakarta.persistence.NoResultException}, several are a
 * {@link jakarta.persistence.NonUniqueResultException}. Unlike those of {@link TypedQuery#getSingleResult()}, the
 * messages say what was looked up: the type, how many were found, and the parameters. Neither of them marks the
 * transaction for rollback. Several are two here: no more rows are read.
 *
 * <p>Works with and without a current identity map. Safe for use by several threads.
 */
public interface ExactlyOne {

    /**
     * Gets the entity that has the given attribute values.
     *
     * <p>Runs one statement. A look-up by nothing but the id is an {@link EntityManager#find}: no statement if the
     * persistence context or the identity map has the entity.
     *
     * @param <T> the entity type
     * @param entityManager where to look
     * @param entityType the entity type; its subclasses count
     * @param attributes the values by attribute name. A name with dots goes through embeddables and to-one associations:
     *     {@code "owner.name"}. A value may be {@code null}
     * @return the entity
     * @throws jakarta.persistence.NoResultException if there is none
     * @throws jakarta.persistence.NonUniqueResultException if there are several
     * @throws IllegalArgumentException if no attribute is given, or one that does not exist or is a collection, or a value
     *     that such an attribute can't have
     */
    <T> T get(EntityManager entityManager, Class<T> entityType, Map<String, ?> attributes);

    /**
     * Gets the one result of a query: of a JPQL, named, criteria or native query.
     *
     * <p>Runs the query once. It asks for two results at most, except if the query fetches a collection by a join: then
     * the limit would cut off the collection.
     *
     * @param <T> the type of the result
     * @param query the query with all its parameters; it is as it was afterwards
     * @return the result
     * @throws jakarta.persistence.NoResultException if there is none
     * @throws jakarta.persistence.NonUniqueResultException if there are several
     */
    <T> T get(TypedQuery<T> query);
}
