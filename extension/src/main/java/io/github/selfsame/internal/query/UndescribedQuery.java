package io.github.selfsame.internal.query;

import io.github.selfsame.spi.QueryDescription;
import jakarta.persistence.Query;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A query of a provider without an adapter.
 *
 * @param query the query
 */
record UndescribedQuery(Query query) implements QueryDescription {

    @Override
    public @Nullable String resultType() {
        return null;
    }

    @Override
    public @Nullable String text() {
        return null;
    }

    @Override
    public List<?> results(int most) {
        // what a limit does to a fetch join is not known here
        return query.getResultList();
    }

    @Override
    public @Nullable Object idOf(Object value) {
        return null;
    }
}
