package io.github.selfsame.eclipselink.differential;

import io.github.selfsame.eclipselink.model.Model;
import java.util.Locale;

/**
 * A step of a random program. What its numbers mean depends on the action; each number has a meaning for each action, so
 * that a program stays one when steps are taken out.
 *
 * @param context which EntityManager
 * @param variable which variable to use or to set
 * @param kind which kind of entities, or which attribute; a multiple of the number of kinds in it is a {@link #choice}
 * @param way which key, or which way to change something
 */
record Step(Action action, int context, int variable, int kind, int way) {

    boolean applies(World world) {
        return action.applies(world, this);
    }

    Object run(World world) throws Exception {
        return action.run(world, this);
    }

    /** A number for what the action has to choose besides. */
    int choice() {
        return kind / Model.kinds().size();
    }

    @Override
    public String toString() {
        return action.name().toLowerCase(Locale.ROOT) + "(" + context + ", " + variable + ", " + kind + ", " + way
                + ")";
    }
}
