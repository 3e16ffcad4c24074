package io.github.selfsame.eclipselink.differential;

import java.util.Locale;

/**
 * A step of a random program. What its numbers mean depends on the action; each number has a meaning for each action, so
 * that a program stays one when steps are taken out.
 *
 * @param context which EntityManager
 * @param variable which variable to use or to set
 * @param kind which kind of entities, or which attribute
 * @param way which key, or which way to change something
 */
record Step(Action action, int context, int variable, int kind, int way) {

    boolean applies(World world) {
        return action.applies(world, this);
    }

    Object run(World world) throws Exception {
        return action.run(world, this);
    }

    @Override
    public String toString() {
        return action.name().toLowerCase(Locale.ROOT) + "(" + context + ", " + variable + ", " + kind + ", " + way
                + ")";
    }
}
