package io.github.selfsame;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An identity map: within it one database row is one Java object, whichever EntityManager, transaction, query or lazy
 * association it came through (rule R1).
 *
 * <p>{@code @Inject IdentityMap} gives a proxy for the map that is current on the calling thread; every method of that
 * proxy throws {@link jakarta.enterprise.context.ContextNotActiveException} if there is none (rule S3). Maps are
 * started by {@link UseIdentityMap} or {@link IdentityMaps}.
 *
 * <p>A map may be used by several threads (rule R17). None of its methods executes an SQL statement. On a closed map
 * every method except {@link #isOpen()}, {@link #size()}, {@link #statistics()}, {@link #repeatedLazyLoads()} and
 * {@link #close()} throws
 * {@link IdentityMapClosedException}.
 */
public interface IdentityMap extends AutoCloseable {

    /**
     * The canonical instance of a row, if this map has one that a read could use.
     *
     * <p>A stale or divergent instance, and one that is not of the asked type, are not given out. An instance that a
     * persistence context manages is the same object that a read in that context gives, with whatever has been changed,
     * inserted or removed there and is not committed yet.
     *
     * @param <T> the entity class
     * @param entityType an entity class that the calling application maps
     * @param primaryKey the primary key, as for {@code EntityManager.find}
     * @return the instance, or {@code null} if the map has none
     * @throws IllegalArgumentException if the key is not of the type that the entity's id has
     * @throws IdentityMapUsageException if several persistence units (or tenants) have a canonical instance for that type
     *     and key
     */
    <T> @Nullable T find(Class<T> entityType, Object primaryKey);

    /**
     * Whether this very object is the canonical instance of its row.
     *
     * @param entity any object
     * @return {@code true} if reads that may use the map give this object for its row
     */
    boolean contains(Object entity);

    /**
     * Forgets the canonical instance of one row: the next read builds a new one. The object itself is left as it is;
     * a persistence context that manages it goes on doing so. Does nothing if the object is not canonical.
     *
     * @param entity the canonical instance
     */
    void evict(Object entity);

    /** Forgets all canonical instances, as {@link #evict(Object)} does for one. */
    void clear();

    /**
     * How many canonical instances the map holds.
     *
     * @return the number, 0 once the map is closed
     */
    int size();

    /**
     * What has happened in this map so far (rule O1).
     *
     * @return a snapshot
     */
    IdentityMapStatistics statistics();

    /**
     * Which associations were loaded lazily more than once at one place of the program (rule O2). Nothing is counted unless
     * {@link IdentityMapOptions.LazyLoadReport} says so.
     *
     * @return a snapshot, the most statements first
     */
    List<RepeatedLazyLoads> repeatedLazyLoads();

    /**
     * Whether the map is still alive.
     *
     * @return {@code false} after {@link #close()} or the end of the scope that owns the map
     */
    boolean isOpen();

    /**
     * Ends the map: it holds nothing afterwards and reads no longer use it. Its {@link IdentityMapScoped} beans are
     * destroyed. Closing again does nothing. A map that belongs to a scope or to an open {@link IdentityMapActivation}
     * is closed by that one, and closing it here is an {@link IdentityMapUsageException}; use {@link #clear()} to make
     * the map of a scope forget.
     */
    @Override
    void close();
}
