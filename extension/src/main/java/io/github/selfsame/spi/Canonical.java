package io.github.selfsame.spi;

import io.github.selfsame.EvictionCause;
import org.jspecify.annotations.Nullable;

/**
 * The canonical instance of one row, with its state. Safe for use by several threads.
 *
 * <p>An entry is <em>leased</em> while a persistence context manages the instance, else <em>free</em>; it ends when it
 * is evicted.
 */
public interface Canonical {

    /**
     * The root class of the entity's inheritance hierarchy.
     *
     * @return the class
     */
    Class<?> rootType();

    /**
     * The key in the provider's own form.
     *
     * @return the key
     */
    Object primaryKey();

    /**
     * The instance.
     *
     * @return the instance, or {@code null} if the entry was evicted or its instance has been garbage-collected
     */
    @Nullable Object instance();

    /**
     * The lease under which the instance is managed.
     *
     * @return the lease, or {@code null} if the instance is free or the entry was evicted
     */
    @Nullable Lease lease();

    /**
     * Takes the free instance for a persistence context: at most one of several callers succeeds.
     *
     * @param lease the lease of the taker
     * @return whether the instance is now managed under that lease
     */
    boolean tryLease(Lease lease);

    /**
     * Forgets the instance. Does nothing if that has happened already.
     *
     * @param cause why
     */
    void evict(EvictionCause cause);

    /**
     * Whether the instance must be read again before it is given to another persistence context.
     *
     * @return whether it is stale
     */
    boolean isStale();

    /** Marks the instance as not up to date with the database. */
    void markStale();

    /** Marks the instance as read again. */
    void markFresh();

    /**
     * Whether the free instance was changed outside of any persistence context (rule R5).
     *
     * @return whether it is divergent
     */
    boolean isDivergent();

    /** Marks the instance as changed outside of any persistence context. */
    void markDivergent();

    /**
     * The adapter's own note about the instance.
     *
     * @return what was attached, or {@code null}
     */
    @Nullable Object attachment();

    /**
     * Attaches the adapter's own note.
     *
     * @param attachment what to keep with the entry
     */
    void attach(@Nullable Object attachment);

    /**
     * What the instance has come into a persistence context with last, as the adapter has said.
     *
     * @return the adapter's own note, or {@code null} if it has said nothing since the instance was built
     */
    @Nullable Object cohort();

    /**
     * Says what the instance has come into a persistence context with.
     *
     * @param cohort what to keep with the entry; keeps no instance alive
     */
    void joins(@Nullable Object cohort);
}
