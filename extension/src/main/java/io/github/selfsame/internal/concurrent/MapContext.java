package io.github.selfsame.internal.concurrent;

/** What the current map is for the APIs that carry contexts to other threads. */
final class MapContext {

    /** What users call it. */
    static final String TYPE = "IdentityMap";

    private MapContext() {}
}
