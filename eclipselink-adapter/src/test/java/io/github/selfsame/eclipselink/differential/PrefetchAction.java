package io.github.selfsame.eclipselink.differential;

import io.github.selfsame.eclipselink.SelfsameHints;
import io.github.selfsame.eclipselink.model.Kind;
import io.github.selfsame.eclipselink.model.Model;
import io.github.selfsame.eclipselink.model.Property;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Prefetches with the library, and in either world walks to where the prefetch has led. */
enum PrefetchAction implements Action {
    PREFETCH {
        @Override
        public boolean applies(World world, Step step) {
            return world.isGivenBy(step.context(), step.variable())
                    && !loadable(world.kindOf(step.variable()), world).isEmpty();
        }

        @Override
        public Object run(World world, Step step) {
            Kind<Object> kind = world.kindOf(step.variable());
            Path path = Path.of(world, kind, step);
            List<Object> owners = owners(world, step, kind);
            List<String> named = owners.stream().map(Model::describe).toList();
            world.say("prefetch(%s, \"%s\") in em%d".formatted(named, path, step.context()));
            world.prefetch(owners, path.toString());
            return path.walk(world, step, owners);
        }
    },
    /** Prefetches along with a query: plain EclipseLink does not know the hint. */
    QUERY {
        @Override
        public boolean applies(World world, Step step) {
            return world.isOpen(step.context())
                    && !loadable(world.kind(step), world).isEmpty();
        }

        @Override
        public Object run(World world, Step step) {
            Kind<Object> kind = world.kind(step);
            Path path = Path.of(world, kind, step);
            String text = "select e from " + kind.name() + " e";
            world.say("em%d.createQuery(\"%s\") with prefetch of %s".formatted(step.context(), text, path));
            List<Object> found = world.manager(step)
                    .createQuery(text, Object.class)
                    .setHint(SelfsameHints.PREFETCH, path.toString())
                    .getResultList();
            return Results.all(world, step, found) + " " + path.walk(world, step, Results.entities(found));
        }
    },
    /** Prefetches for what no EntityManager manages: what that shows may be of any time. */
    FREE {
        @Override
        public boolean applies(World world, Step step) {
            return world.isDetached(step.variable())
                    && !loadable(world.kindOf(step.variable()), world).isEmpty();
        }

        @Override
        public Object run(World world, Step step) {
            Object owner = world.variable(step.variable());
            Path path = Path.of(world, world.kindOf(step.variable()), step);
            world.say("prefetch(v%d, \"%s\") (%s, free)".formatted(step.variable(), path, Model.describe(owner)));
            world.prefetchFree(owner, path.toString());
            return null;
        }
    };

    private static final Set<String> ELEMENTS = Set.of("tags", "phones", "traits", "labels", "spines");

    /** One association or two. */
    private record Path(Property<Object> first, Property<Object> second) {

        static Path of(World world, Kind<Object> kind, Step step) {
            List<Property<Object>> loadable = loadable(kind, world);
            Property<Object> first = loadable.get(step.kind() % loadable.size());
            return new Path(first, PrefetchAction.second(world, first, step.way()));
        }

        List<Object> walk(World world, Step step, List<Object> owners) {
            List<Object> seen = new ArrayList<>();
            for (Object owner : owners) {
                for (Object target : PrefetchAction.walk(world, step, owner, first.name(), seen)) {
                    if (second != null) {
                        PrefetchAction.walk(world, step, target, second.name(), seen);
                    }
                }
            }
            return seen;
        }

        @Override
        public String toString() {
            return first.name() + (second == null ? "" : "." + second.name());
        }
    }

    /**
     * What the context has given out and manages of a kind, in the order of its keys: with the map it may manage what another one has
     * given out, and what stands in two variables may be one object.
     */
    private static List<Object> owners(World world, Step step, Kind<Object> kind) {
        Map<String, Object> owners = new TreeMap<>();
        for (int variable = 0; variable < World.VARIABLES; variable++) {
            if (world.isGivenBy(step.context(), variable)
                    && world.kindOf(variable).root() == kind.root()) {
                Object owner = world.variable(variable);
                owners.put(Model.describe(owner), owner);
            }
        }
        return List.copyOf(owners.values());
    }

    private static Property<Object> second(World world, Property<Object> first, int way) {
        if (way % 2 == 0 || !first.isAssociation()) {
            return null;
        }
        List<Kind<?>> targets = Model.kindsOf(first.target());
        List<Property<Object>> properties =
                loadable(Model.kindOf(targets.get(way / 2 % targets.size()).type()), world);
        return properties.isEmpty() ? null : properties.get(way / 5 % properties.size());
    }

    private static List<Property<Object>> loadable(Kind<Object> kind, World world) {
        return kind.properties().stream()
                .filter(property -> property.isAssociation() || ELEMENTS.contains(property.name()))
                // R14, R20: the shared cache remembers an inverse side that the map reads afresh
                .filter(property -> !world.differences().isLeftStale(property))
                .toList();
    }

    /** Reads an attribute, if the entity has it, and gives the entities that it refers to. */
    private static List<Object> walk(World world, Step step, Object owner, String attribute, List<Object> seen) {
        List<Object> entities = new ArrayList<>();
        for (Property<Object> property : Model.kindOf(owner.getClass()).properties()) {
            if (property.name().equals(attribute)) {
                Object value = property.read().apply(owner);
                if (property.isAssociation() || !world.differences().isChangedBeneath(owner)) {
                    seen.add(attribute + "=" + Model.describe(value));
                }
                entities.addAll(Results.entities(value));
            }
        }
        entities.forEach(entity -> seen.add(world.saw(step.context(), entity)));
        return entities;
    }
}
