package io.github.selfsame;

/**
 * What happens when a lazy association is touched that is not loaded (rule P13). Chosen for a map by
 * {@link IdentityMapOptions}, and for a part of a program by {@link IdentityMaps#withLazyLoading(LazyLoading)}.
 *
 * <p>Whatever is chosen, the program sees the same objects and values, and nothing becomes dirty.
 */
public enum LazyLoading {
    /** As the persistence unit says, else {@link #ONE}. */
    DEFAULT,
    /** The association of that one entity is loaded, as the persistence provider does. */
    ONE,
    /**
     * The association is loaded for all entities that came with that one: in the same query result, collection, bulk load or
     * prefetch, or by look-ups of single rows. One statement for each association and level, instead of one for each
     * entity: N+1 disappears from code that knows nothing of the library. Never takes more statements than {@link #ONE}. What
     * can't be loaded so in one statement is loaded as with {@link #ONE}.
     */
    PEERS,
    /**
     * The touch is a {@link LazyLoadingException} that names the entity, the attribute and the prefetch path. What the
     * persistence provider itself does (flush, commit, merge, cascades, refresh, and the assignment of an attribute) and a
     * prefetch load as ever.
     */
    RAISE
}
