package io.github.selfsame.eclipselink.internal.query;

import java.util.List;

/** The names of the hints, and what they have in common. */
public final class HintNames {

    /** Whether an entity query reads keys first. */
    public static final String KEY_FIRST = "selfsame.key-first";

    static final String PREFIX = "selfsame.";

    static final List<String> ALL = List.of(KEY_FIRST);

    private HintNames() {}
}
