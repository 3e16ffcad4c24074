package io.github.selfsame.eclipselink;

import io.github.selfsame.eclipselink.internal.query.HintNames;

/**
 * The hints that queries and look-ups understand in a persistence unit with {@link IdentityMapSessionCustomizer}: for
 * {@code Query.setHint}, {@code @QueryHint} of a named query, and the properties of {@code EntityManager.find}. EclipseLink
 * ignores a hint whose name it does not know, so do not write the names by hand.
 */
public final class SelfsameHints {

    /**
     * Whether the query reads keys first (rule Q1): {@code true} or {@code false}.
     *
     * <p>An entity query then selects only keys and versions, takes what the identity map holds, and reads the missing
     * entities by key. The result is the same, in the same order. It pays where rows are wide and the map has most of
     * them. A query that can't be run that way is run as ever: without a current map, with a lock mode, with fetch joins
     * or a fetch graph, with cache-bypass or refresh hints, by SQL, or with a cursor.
     */
    public static final String KEY_FIRST = HintNames.KEY_FIRST;

    /**
     * What is prefetched for the entities that the query gives (rule P12): a {@code String} with one or more paths, separated
     * by commas, a {@link io.github.selfsame.prefetch.Prefetch}, an attribute of the static metamodel, or a {@code Collection}
     * (or array) of such.
     *
     * <p>Works with a current identity map and without one, and with paging: the page is exact. A wrong path is an error,
     * also if nothing is found, as is a prefetch with a separate result (a condition, order, limit, count or name), and a query whose
     * results are no managed entities or that reads through a cursor. In the
     * properties of {@code find} do not give an array: of those EclipseLink hands on the last element only.
     */
    public static final String PREFETCH = HintNames.PREFETCH;

    /**
     * Whether the associations of the query's {@code jakarta.persistence.loadgraph} or {@code fetchgraph} are prefetched, in
     * one statement for each association and level, instead of one by one as EclipseLink does (rule P12): {@code true} or
     * {@code false}. By default what the property {@code selfsame.prefetch-graphs} of the persistence unit says, else
     * {@code false}. A graph that says something about the keys of a map is left to EclipseLink.
     */
    public static final String PREFETCH_GRAPH = HintNames.PREFETCH_GRAPH;

    /**
     * Whether what the entities have {@linkplain io.github.selfsame.prefetch.DefaultPrefetch by default} is prefetched (rule
     * P12): {@code true}, which is the default, or {@code false}.
     */
    public static final String DEFAULT_PREFETCH = HintNames.DEFAULT_PREFETCH;

    private SelfsameHints() {}
}
