package io.github.selfsame.eclipselink.interfaces;

/** Several entities may be one; they have no table in common. */
public interface Maker {

    String getName();
}
