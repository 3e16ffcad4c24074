package io.github.selfsame.eclipselink.differential;

import io.github.selfsame.eclipselink.model.Author;
import io.github.selfsame.eclipselink.model.Property;
import io.github.selfsame.eclipselink.model.Room;
import jakarta.persistence.EntityGraph;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Map;

/** Reads entities along with what an association of them refers to. */
enum FetchAction implements Action {
    GRAPH_FIND {
        @Override
        public Object run(World world, Step step) {
            String hint = graphHint(step);
            world.say("v%d = em%d.find(%s.class, %s, {%s: %s})"
                    .formatted(
                            step.variable(),
                            step.context(),
                            world.kind(step).name(),
                            world.key(step),
                            hint,
                            world.kind(step).ownAssociation(step.way()).name()));
            Object found = world.manager(step)
                    .find(world.kind(step).type(), world.key(step), Map.of(hint, graph(world, step)));
            return Results.one(world, step, found);
        }
    },
    GRAPH_QUERY {
        @Override
        public Object run(World world, Step step) {
            String hint = graphHint(step);
            String text = "select e from " + world.kind(step).name() + " e";
            world.say("em%d.createQuery(\"%s\") with {%s: %s}"
                    .formatted(
                            step.context(),
                            text,
                            hint,
                            world.kind(step).ownAssociation(step.way()).name()));
            return Results.all(
                    world,
                    step,
                    world.manager(step).createQuery(text, Object.class).setHint(hint, graph(world, step)));
        }
    },
    BATCH_HINT {
        @Override
        public boolean applies(World world, Step step) {
            // EclipseLink makes wrong SQL of a batch of more than one key that is in two columns of a link table
            return FETCH_HINT.applies(world, step)
                    && !(world.kind(step).type() == (Class<?>) Room.class
                            && type(step).equals("IN"));
        }

        private String type(Step step) {
            return List.of("IN", "EXISTS", "JOIN").get(step.way() / 2 % 3);
        }

        @Override
        public Object run(World world, Step step) {
            String type = type(step);
            Property<Object> association = world.kind(step).ownAssociation(step.way());
            String text = "select e from " + world.kind(step).name() + " e";
            world.say("em%d.createQuery(\"%s\") with batch %s of %s, and touch it"
                    .formatted(step.context(), text, type, association.name()));
            TypedQuery<Object> query = world.manager(step)
                    .createQuery(text, Object.class)
                    .setHint("eclipselink.batch.type", type)
                    .setHint("eclipselink.batch", "e." + association.name());
            return Results.touched(world, step, query.getResultList(), association);
        }
    },
    FETCH_HINT {
        @Override
        public Object run(World world, Step step) {
            Property<Object> association = world.kind(step).ownAssociation(step.way());
            String text = "select e from " + world.kind(step).name() + " e";
            world.say("em%d.createQuery(\"%s\") with left join fetch of %s, and touch it"
                    .formatted(step.context(), text, association.name()));
            TypedQuery<Object> query = world.manager(step)
                    .createQuery(text, Object.class)
                    .setHint("eclipselink.left-join-fetch", "e." + association.name());
            return Results.touched(world, step, query.getResultList(), association);
        }
    };

    @Override
    public boolean applies(World world, Step step) {
        return world.isOpen(step.context()) && world.kind(step).ownAssociation(step.way()) != null;
    }

    private static String graphHint(Step step) {
        return step.way() % 2 == 0 ? "jakarta.persistence.loadgraph" : "jakarta.persistence.fetchgraph";
    }

    private static EntityGraph<Object> graph(World world, Step step) {
        EntityGraph<Object> graph =
                world.manager(step).createEntityGraph(world.kind(step).type());
        graph.addAttributeNodes(
                "name", world.kind(step).ownAssociation(step.way()).name());
        if (world.kind(step).type() == (Class<?>) Author.class) {
            // EclipseLink can't load the books without the column that they refer to
            graph.addAttributeNodes("code");
        }
        return graph;
    }
}
