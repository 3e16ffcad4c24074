package io.github.selfsame.eclipselink.differential;

/** What a step of a random program does. */
interface Action {

    String name();

    /** Whether the step makes sense now; it is left out unless it does in both worlds. */
    boolean applies(World world, Step step);

    /** Does it, and tells what it has seen. */
    Object run(World world, Step step) throws Exception;
}
