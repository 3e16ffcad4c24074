package io.github.selfsame.internal.query;

import static io.github.selfsame.internal.query.QueryMessages.MESSAGES;

import io.github.selfsame.query.ExactlyOne;
import io.github.selfsame.spi.PersistenceProviderAdapter;
import io.github.selfsame.spi.QueryDescription;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/** Looks up what must be there exactly once. Safe for use by several threads. */
public final class ExactlyOneLookup implements ExactlyOne {

    /** Enough to tell one from several. */
    private static final int MOST_RESULTS = 2;

    private final Supplier<? extends Collection<PersistenceProviderAdapter>> adapters;

    /**
     * Creates a look-up.
     *
     * @param adapters gives the adapters to ask about queries
     */
    public ExactlyOneLookup(Supplier<? extends Collection<PersistenceProviderAdapter>> adapters) {
        this.adapters = adapters;
    }

    @Override
    public <T> T get(EntityManager entityManager, Class<T> entityType, Map<String, ?> attributes) {
        AttributeLookup<T> lookup = new AttributeLookup<>(entityManager, entityType, attributes);
        if (lookup.isById()) {
            T found = lookup.find();
            if (found == null) {
                throw MESSAGES.none(entityType.getName(), ParameterText.of(attributes, value -> null));
            }
            return found;
        }
        TypedQuery<T> query = lookup.query();
        QueryDescription description = describe(query);
        return only(
                ExactlyOneLookup.<T>read(description),
                entityType::getName,
                () -> ParameterText.of(attributes, description::idOf));
    }

    @Override
    public <T> T get(TypedQuery<T> query) {
        QueryDescription description = describe(query);
        return only(
                ExactlyOneLookup.<T>read(description),
                () -> Objects.requireNonNullElse(description.resultType(), "result"),
                () -> ParameterText.of(query, description.text(), description::idOf));
    }

    @SuppressWarnings("unchecked")
    private static <T> List<T> read(QueryDescription description) {
        return (List<T>) description.results(MOST_RESULTS);
    }

    private static <T> T only(List<T> found, Supplier<String> type, Supplier<String> parameters) {
        if (found.isEmpty()) {
            throw MESSAGES.none(type.get(), parameters.get());
        }
        if (found.size() > 1) {
            throw MESSAGES.several(type.get(), MOST_RESULTS, parameters.get());
        }
        return found.get(0);
    }

    private QueryDescription describe(TypedQuery<?> query) {
        for (PersistenceProviderAdapter adapter : adapters.get()) {
            QueryDescription description = adapter.describe(query);
            if (description != null) {
                return description;
            }
        }
        return new UndescribedQuery(query);
    }
}
