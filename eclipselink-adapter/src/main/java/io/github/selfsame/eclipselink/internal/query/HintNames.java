package io.github.selfsame.eclipselink.internal.query;

import java.util.List;

/** The names of the hints, and what they have in common. */
public final class HintNames {

    /** Whether an entity query reads keys first. */
    public static final String KEY_FIRST = "selfsame.key-first";

    /** What is prefetched for the entities that a query gives. */
    public static final String PREFETCH = "selfsame.prefetch";

    /** Whether the associations of an entity graph are prefetched. */
    public static final String PREFETCH_GRAPH = "selfsame.prefetch-graph";

    /** Whether the defaults of the entities that a query gives are prefetched. */
    public static final String DEFAULT_PREFETCH = "selfsame.default-prefetch";

    static final String PREFIX = "selfsame.";

    static final List<String> ALL = List.of(DEFAULT_PREFETCH, KEY_FIRST, PREFETCH, PREFETCH_GRAPH);

    private HintNames() {}
}
