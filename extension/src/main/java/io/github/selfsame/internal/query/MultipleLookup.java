package io.github.selfsame.internal.query;

import static io.github.selfsame.internal.query.QueryMessages.MESSAGES;

import io.github.selfsame.query.EntityFinder;
import io.github.selfsame.spi.PersistenceProviderAdapter;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Looks up many entities by their ids. Safe for use by several threads. */
public final class MultipleLookup implements EntityFinder {

    private final Supplier<? extends Collection<PersistenceProviderAdapter>> adapters;

    /**
     * Creates a look-up.
     *
     * @param adapters gives the adapters to ask
     */
    public MultipleLookup(Supplier<? extends Collection<PersistenceProviderAdapter>> adapters) {
        this.adapters = adapters;
    }

    @Override
    public <T> List<@Nullable T> findMultiple(EntityManager entityManager, Class<T> entityType, List<?> ids) {
        for (int position = 0; position < ids.size(); position++) {
            if (ids.get(position) == null) {
                throw MESSAGES.nullAsId(entityType.getName(), position);
            }
        }
        for (PersistenceProviderAdapter adapter : adapters.get()) {
            List<@Nullable T> found = adapter.findMultiple(entityManager, entityType, ids);
            if (found != null) {
                return found;
            }
        }
        List<@Nullable T> found = new ArrayList<>(ids.size());
        for (Object id : ids) {
            found.add(entityManager.find(entityType, id));
        }
        return found;
    }

    @Override
    public <T> List<T> getMultiple(EntityManager entityManager, Class<T> entityType, List<?> ids) {
        List<@Nullable T> found = findMultiple(entityManager, entityType, ids);
        List<T> all = new ArrayList<>(found.size());
        Set<Object> missing = new LinkedHashSet<>();
        for (int position = 0; position < found.size(); position++) {
            T entity = found.get(position);
            if (entity == null) {
                missing.add(ids.get(position));
            } else {
                all.add(entity);
            }
        }
        if (!missing.isEmpty()) {
            throw MESSAGES.notAllThere(ids.size(), entityType.getName(), missing.size(), missing.toString());
        }
        return all;
    }
}
