package io.github.selfsame.eclipselink.internal.prefetch;

import static io.github.selfsame.eclipselink.internal.prefetch.PrefetchMessages.MESSAGES;

import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.TypedQuery;
import jakarta.persistence.criteria.CriteriaQuery;
import java.io.Serial;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.eclipse.persistence.config.QueryHints;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.internal.jpa.QueryImpl;
import org.eclipse.persistence.internal.jpa.metamodel.ManagedTypeImpl;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.queries.DatabaseQuery;
import org.eclipse.persistence.queries.QueryRedirector;
import org.eclipse.persistence.sessions.DataRecord;
import org.eclipse.persistence.sessions.Session;
import org.jspecify.annotations.Nullable;

/**
 * Finds many entities by id in the place of a query (rule Q1): as a query it gets to the persistence context through whatever
 * a container has put around the EntityManager.
 */
public final class MultipleQuery implements QueryRedirector {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient List<?> ids;

    private MultipleQuery(List<?> ids) {
        this.ids = ids;
    }

    /**
     * Finds entities.
     *
     * @param <T> the entity type
     * @param entityManager any EntityManager
     * @param entityType the entity type
     * @param ids the ids, none of them {@code null}
     * @return the entity of each id, {@code null} where there is none; {@code null} instead of a list if the EntityManager is
     *     none of EclipseLink's
     * @throws IllegalArgumentException if the type is no entity type, or if an id is of a wrong type
     */
    public static <T> @Nullable List<@Nullable T> find(EntityManager entityManager, Class<T> entityType, List<?> ids) {
        if (entityManager.getMetamodel().entity(entityType) instanceof ManagedTypeImpl<?> managed) {
            // an error within the query would mark the transaction for rollback
            checkIds(ids, managed.getDescriptor());
        }
        CriteriaQuery<T> criteria = entityManager.getCriteriaBuilder().createQuery(entityType);
        criteria.from(entityType);
        TypedQuery<T> query = entityManager.createQuery(criteria);
        try {
            Objects.requireNonNull(query.unwrap(QueryImpl.class));
        } catch (PersistenceException e) {
            // how a query of another provider says no
            return null;
        }
        return query.setHint(QueryHints.QUERY_REDIRECTOR, new MultipleQuery(ids))
                // as find, which never flushes
                .setFlushMode(FlushModeType.COMMIT)
                .getResultList();
    }

    @Override
    public Object invokeQuery(DatabaseQuery query, DataRecord arguments, Session session) {
        if (!(session instanceof UnitOfWorkImpl unitOfWork)) {
            throw new IllegalStateException("The query is not run by a persistence context");
        }
        return find(query.getDescriptor(), unitOfWork);
    }

    /**
     * Finds the entities in a persistence context.
     *
     * @param descriptor their type
     * @param unitOfWork what is to manage them
     * @return the entity of each id, {@code null} where there is none
     */
    public List<@Nullable Object> find(ClassDescriptor descriptor, UnitOfWorkImpl unitOfWork) {
        List<Object> keys = new ArrayList<>(ids.size());
        for (Object id : ids) {
            keys.add(descriptor.getCMPPolicy().createPrimaryKeyFromId(id, unitOfWork));
        }
        return new EntitiesByKey(unitOfWork, descriptor).find(keys);
    }

    private static void checkIds(List<?> ids, ClassDescriptor descriptor) {
        Class<?> idType = descriptor.getCMPPolicy().getPKClass();
        for (Object id : ids) {
            if (idType != null && !idType.isInstance(id)) {
                throw MESSAGES.wrongId(
                        id.toString(),
                        id.getClass().getName(),
                        descriptor.getJavaClass().getName(),
                        idType.getName());
            }
        }
    }
}
