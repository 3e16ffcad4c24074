package io.github.selfsame.eclipselink.differential;

/** What a step of a random program does. */
interface Action {

    String name();

    /** Whether the step makes sense now; it is left out unless it does in both worlds. */
    default boolean applies(World world, Step step) {
        return world.isOpen(step.context());
    }

    /** Does it, and tells what it has seen. */
    Object run(World world, Step step) throws Exception;
}
