package io.github.selfsame.eclipselink.differential;

import io.github.selfsame.eclipselink.model.Kind;
import io.github.selfsame.eclipselink.model.Model;
import io.github.selfsame.eclipselink.model.Property;
import java.util.List;
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
        return world.contexts().demarcation().within(context, () -> action.run(world, this));
    }

    /** A number for what the action has to choose besides. */
    int choice() {
        return kind / Model.kinds().size();
    }

    /** What kind of entity the property gets to refer to; {@code null} for none. */
    Kind<?> target(Property<Object> property) {
        if (!property.isAssociation() || way % 4 == 0) {
            return null;
        }
        List<Kind<?>> kinds = Model.kindsOf(property.target());
        return kinds.get(way % kinds.size());
    }

    /** Which entity of that kind. */
    Object targetId(Kind<?> kind) {
        return kind.ids().get(way / 4 % kind.ids().size());
    }

    @Override
    public String toString() {
        return action.name().toLowerCase(Locale.ROOT) + "(" + context + ", " + variable + ", " + kind + ", " + way
                + ")";
    }
}
