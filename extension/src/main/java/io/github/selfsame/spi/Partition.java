package io.github.selfsame.spi;

import io.github.selfsame.IdentityMapOptions;
import org.jspecify.annotations.Nullable;

/**
 * The canonical instances of one persistence unit within one identity map. Safe for use by several threads.
 */
public interface Partition {

    /**
     * The unit that this partition belongs to.
     *
     * @return the unit
     */
    PersistenceUnit unit();

    /**
     * How the map behaves in this partition: what the map says, completed by the unit and the library.
     *
     * @return options without any {@code DEFAULT}
     */
    IdentityMapOptions options();

    /**
     * The entry of a row.
     *
     * @param rootType the root class of the entity's inheritance hierarchy
     * @param primaryKey the key in the provider's own form
     * @return the entry, or {@code null} if the row has no canonical instance or the map has ended
     */
    @Nullable Canonical get(Class<?> rootType, Object primaryKey);

    /**
     * Makes an instance canonical, managed by the persistence context that holds the lease.
     *
     * @param rootType the root class of the entity's inheritance hierarchy
     * @param primaryKey the key in the provider's own form
     * @param instance the instance, which need not be populated yet
     * @param lease the lease under which it is managed
     * @return the row's entry with this instance; {@code null} if the row has another canonical instance that can't
     *     give way, or if the map has ended: the instance stays private then
     */
    default @Nullable Canonical publish(Class<?> rootType, Object primaryKey, Object instance, Lease lease) {
        return publish(rootType, primaryKey, instance, lease, false);
    }

    /**
     * Makes an instance canonical, as {@link #publish(Class, Object, Object, Lease)} does.
     *
     * @param rootType the root class of the entity's inheritance hierarchy
     * @param primaryKey the key in the provider's own form
     * @param instance the instance, which need not be populated yet
     * @param lease the lease under which it is managed
     * @param isPassing whether the instance is one of a stream or cursor: the map holds it weakly then (rule R16)
     * @return the row's entry with this instance; {@code null} if the instance stays private
     */
    @Nullable Canonical publish(Class<?> rootType, Object primaryKey, Object instance, Lease lease, boolean isPassing);

    /** Makes all entries stale: each is read again at its next read (rule R11). */
    void markAllStale();

    /**
     * Makes the entries of one hierarchy stale.
     *
     * @param rootType the root class
     */
    void markStale(Class<?> rootType);

    /**
     * Begins a lease on behalf of a persistence context.
     *
     * @param context the adapter's own representative of the persistence context; see {@link Lease#context()}
     * @return a new lease that holds nothing yet
     */
    Lease newLease(Object context);

    /**
     * Counts an event.
     *
     * @param event what has happened
     */
    void count(MapEvent event);

    /**
     * Counts a statement of lazy loading (rule O2).
     *
     * @param entityType the class of the entity whose association it loads
     * @param path the path of the association from there
     * @param caller where in the application the association was touched
     */
    void lazilyLoaded(Class<?> entityType, String path, String caller);
}
