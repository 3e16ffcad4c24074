package io.github.selfsame.eclipselink.model;

/** Keys a map. */
public enum Color {
    RED,
    BLUE
}
