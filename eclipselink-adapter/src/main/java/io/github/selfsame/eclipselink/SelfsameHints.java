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

    private SelfsameHints() {}
}
