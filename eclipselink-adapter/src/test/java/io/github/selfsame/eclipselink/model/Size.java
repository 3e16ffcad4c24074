package io.github.selfsame.eclipselink.model;

/** The key of a map. */
public enum Size {
    SMALL,
    LARGE
}
