package io.github.selfsame.spi;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an adapter knows about a query beyond what Jakarta Persistence lets ask (rule Q2). */
public interface QueryDescription {

    /**
     * What the query gives.
     *
     * @return the name of the entity type, or {@code null} if the query gives no entities of one type
     */
    @Nullable String resultType();

    /**
     * What the query looks for, in words: its JPQL, SQL or criteria.
     *
     * @return the text, or {@code null} if there is none
     */
    @Nullable String text();

    /**
     * Runs the query for some of its results, and leaves it as it was.
     *
     * @param most how many results are needed at most
     * @return so many results; more if they can't be limited without changing what is in them, as with a collection that
     *     is fetched by a join
     */
    List<?> results(int most);

    /**
     * The id of an entity that is a parameter of the query.
     *
     * @param value any object
     * @return the id; {@code null} if the value is no entity or has none
     */
    @Nullable Object idOf(Object value);
}
