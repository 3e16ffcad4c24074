package io.github.selfsame.eclipselink.randommodels;

/** What all entities of the random models have. */
interface Part {

    String getName();

    void setName(String name);

    /** What tells a row apart from others of its kind. */
    Object key();
}
