package io.github.selfsame.eclipselink.differential;

import io.github.selfsame.eclipselink.model.Author;
import io.github.selfsame.eclipselink.model.Kind;
import io.github.selfsame.eclipselink.model.Model;
import io.github.selfsame.eclipselink.model.Property;
import jakarta.persistence.CacheRetrieveMode;
import jakarta.persistence.EntityGraph;
import jakarta.persistence.EntityManager;
import jakarta.persistence.ParameterMode;
import jakarta.persistence.StoredProcedureQuery;
import jakarta.persistence.TypedQuery;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.JoinType;
import jakarta.persistence.criteria.Root;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.persistence.queries.Cursor;

/** The less usual ways to read entities. */
enum QueryAction implements Action {
    TUPLES {
        @Override
        public boolean applies(World world, Step step) {
            return world.isOpen(step.context()) && plainAssociation(world, step) != null;
        }

        @Override
        public Object run(World world, Step step) {
            String text = "select e, a from " + world.kind(step).name() + " e left join e."
                    + plainAssociation(world, step).name() + " a";
            world.say("em%d.createQuery(\"%s\").getResultList()".formatted(step.context(), text));
            List<Object[]> found = new ArrayList<>();
            for (Object row : manager(world, step).createQuery(text).getResultList()) {
                found.add((Object[]) row);
            }
            return pairs(world, step, found);
        }
    },
    CONSTRUCTOR {
        @Override
        public boolean applies(World world, Step step) {
            return TUPLES.applies(world, step);
        }

        @Override
        public Object run(World world, Step step) {
            String text = "select new " + Pair.class.getName() + "(e, a) from "
                    + world.kind(step).name() + " e left join e."
                    + plainAssociation(world, step).name() + " a";
            world.say("em%d.createQuery(\"%s\").getResultList()".formatted(step.context(), text));
            List<Object[]> found = new ArrayList<>();
            for (Pair pair :
                    manager(world, step).createQuery(text, Pair.class).getResultList()) {
                found.add(new Object[] {pair.first(), pair.second()});
            }
            return pairs(world, step, found);
        }
    },
    STREAM {
        @Override
        public Object run(World world, Step step) {
            String text = "select e from " + world.kind(step).name() + " e";
            world.say("em%d.createQuery(\"%s\").getResultStream()".formatted(step.context(), text));
            try (Stream<Object> found =
                    manager(world, step).createQuery(text, Object.class).getResultStream()) {
                return ReadAction.sorted(world, step, new ArrayList<>(found.toList()));
            }
        }
    },
    CURSOR {
        @Override
        public Object run(World world, Step step) {
            String text = "select e from " + world.kind(step).name() + " e";
            world.say("em%d.createQuery(\"%s\"), through a cursor".formatted(step.context(), text));
            List<Object> found = new ArrayList<>();
            Cursor cursor = (Cursor) manager(world, step)
                    .createQuery(text)
                    .setHint("eclipselink.cursor", true)
                    .getSingleResult();
            try {
                while (cursor.hasNext()) {
                    found.add(cursor.next());
                }
            } finally {
                cursor.close();
            }
            return ReadAction.sorted(world, step, found);
        }
    },
    BY_NAME {
        @Override
        public Object run(World world, Step step) {
            String text = "select e from " + world.kind(step).name() + " e where e.name = :name";
            String name = "n" + step.way() % 4;
            world.say("em%d.createQuery(\"%s\") with %s".formatted(step.context(), text, name));
            return ReadAction.result(
                    world,
                    step,
                    manager(world, step).createQuery(text, Object.class).setParameter("name", name));
        }
    },
    CRITERIA {
        @Override
        public Object run(World world, Step step) {
            Property<Object> association = association(world, step);
            world.say("em%d: criteria query for %s, fetch %s"
                    .formatted(
                            step.context(),
                            world.kind(step).name(),
                            association == null ? "nothing" : association.name()));
            CriteriaBuilder builder = manager(world, step).getCriteriaBuilder();
            CriteriaQuery<Object> query = builder.createQuery(Object.class);
            Root<?> root = query.from(world.kind(step).type());
            if (association != null && !association.name().contains(".") && step.way() % 2 == 1) {
                root.fetch(association.name(), JoinType.LEFT);
            }
            query.select(root).distinct(true);
            return ReadAction.result(world, step, manager(world, step).createQuery(query));
        }
    },
    GRAPH_FIND {
        @Override
        public boolean applies(World world, Step step) {
            return TUPLES.applies(world, step);
        }

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
                            plainAssociation(world, step).name()));
            Object found = manager(world, step)
                    .find(world.kind(step).type(), world.key(step), Map.of(hint, graph(world, step)));
            return ReadAction.assign(world, step, found);
        }
    },
    GRAPH_QUERY {
        @Override
        public boolean applies(World world, Step step) {
            return TUPLES.applies(world, step);
        }

        @Override
        public Object run(World world, Step step) {
            String hint = graphHint(step);
            String text = "select e from " + world.kind(step).name() + " e";
            world.say("em%d.createQuery(\"%s\") with {%s: %s}"
                    .formatted(
                            step.context(),
                            text,
                            hint,
                            plainAssociation(world, step).name()));
            return ReadAction.result(
                    world,
                    step,
                    manager(world, step).createQuery(text, Object.class).setHint(hint, graph(world, step)));
        }
    },
    BATCH_HINT {
        @Override
        public boolean applies(World world, Step step) {
            return TUPLES.applies(world, step);
        }

        @Override
        public Object run(World world, Step step) {
            String type = List.of("IN", "EXISTS", "JOIN").get(step.way() / 2 % 3);
            Property<Object> association = plainAssociation(world, step);
            String text = "select e from " + world.kind(step).name() + " e";
            world.say("em%d.createQuery(\"%s\") with batch %s of %s, and touch it"
                    .formatted(step.context(), text, type, association.name()));
            TypedQuery<Object> query = manager(world, step)
                    .createQuery(text, Object.class)
                    .setHint("eclipselink.batch.type", type)
                    .setHint("eclipselink.batch", "e." + association.name());
            return touched(world, step, query.getResultList(), association);
        }
    },
    FETCH_HINT {
        @Override
        public boolean applies(World world, Step step) {
            return TUPLES.applies(world, step);
        }

        @Override
        public Object run(World world, Step step) {
            Property<Object> association = plainAssociation(world, step);
            String text = "select e from " + world.kind(step).name() + " e";
            world.say("em%d.createQuery(\"%s\") with left join fetch of %s, and touch it"
                    .formatted(step.context(), text, association.name()));
            TypedQuery<Object> query = manager(world, step)
                    .createQuery(text, Object.class)
                    .setHint("eclipselink.left-join-fetch", "e." + association.name());
            return touched(world, step, query.getResultList(), association);
        }
    },
    FIND_PAST_CACHES {
        @Override
        public Object run(World world, Step step) {
            world.say("v%d = em%d.find(%s.class, %s) past the caches"
                    .formatted(step.variable(), step.context(), world.kind(step).name(), world.key(step)));
            Object found = manager(world, step)
                    .find(
                            world.kind(step).type(),
                            world.key(step),
                            Map.of("jakarta.persistence.cache.retrieveMode", CacheRetrieveMode.BYPASS));
            return ReadAction.assign(world, step, found);
        }
    },
    REFRESHING_QUERY {
        @Override
        public Object run(World world, Step step) {
            String text = "select e from " + world.kind(step).name() + " e";
            world.say("em%d.createQuery(\"%s\"), refreshing".formatted(step.context(), text));
            return ReadAction.result(
                    world,
                    step,
                    manager(world, step)
                            .createQuery(text, Object.class)
                            .setHint("eclipselink.refresh", true));
        }
    },
    READ_ONLY {
        @Override
        public boolean applies(World world, Step step) {
            // R13, R14: what the shared cache has is of the time when it got it
            return world.isOpen(step.context()) && !world.hasSharedCache();
        }

        @Override
        public Object run(World world, Step step) {
            String text = "select e from " + world.kind(step).name() + " e";
            world.say("em%d.createQuery(\"%s\"), read-only".formatted(step.context(), text));
            List<String> seen = new ArrayList<>();
            manager(world, step)
                    .createQuery(text, Object.class)
                    .setHint("eclipselink.read-only", true)
                    .getResultList()
                    .forEach(entity -> seen.add(Model.describe(entity)));
            return seen.stream().sorted().toList();
        }
    },
    PROCEDURE {
        @Override
        public boolean applies(World world, Step step) {
            return ReadAction.NATIVE_QUERY.applies(world, step);
        }

        @Override
        public Object run(World world, Step step) {
            Kind<Object> kind = world.kind(step);
            world.say("em%d.createStoredProcedureQuery(\"rows\", %s.class)".formatted(step.context(), kind.name()));
            StoredProcedureQuery query = manager(world, step).createStoredProcedureQuery("rows_of", kind.type());
            query.registerStoredProcedureParameter(1, String.class, ParameterMode.IN);
            query.setParameter(1, kind.name());
            List<Object> found = new ArrayList<>();
            for (Object entity : query.getResultList()) {
                found.add(entity);
            }
            return ReadAction.sorted(world, step, found);
        }
    };

    @Override
    public boolean applies(World world, Step step) {
        return world.isOpen(step.context());
    }

    private static EntityManager manager(World world, Step step) {
        return world.context(step.context());
    }

    private static String graphHint(Step step) {
        return step.way() % 2 == 0 ? "jakarta.persistence.loadgraph" : "jakarta.persistence.fetchgraph";
    }

    private static EntityGraph<Object> graph(World world, Step step) {
        EntityGraph<Object> graph =
                manager(world, step).createEntityGraph(world.kind(step).type());
        graph.addAttributeNodes("name", plainAssociation(world, step).name());
        if (world.kind(step).type() == (Class<?>) Author.class) {
            // EclipseLink can't load the books without the column that they refer to
            graph.addAttributeNodes("code");
        }
        return graph;
    }

    private static Property<Object> association(World world, Step step) {
        List<Property<Object>> associations = world.kind(step).properties().stream()
                .filter(Property::isAssociation)
                .toList();
        return associations.isEmpty() ? null : associations.get(step.way() % associations.size());
    }

    /** One that is an attribute of the entity itself. */
    private static Property<Object> plainAssociation(World world, Step step) {
        List<Property<Object>> associations = world.kind(step).properties().stream()
                .filter(Property::isAssociation)
                .filter(property -> !property.name().contains("."))
                .toList();
        return associations.isEmpty() ? null : associations.get(step.way() % associations.size());
    }

    private static Object pairs(World world, Step step, List<Object[]> found) {
        List<String> seen = new ArrayList<>();
        for (Object[] row : found) {
            seen.add(world.saw(step.context(), row[0])
                    + (row[1] == null ? "" : " " + world.saw(step.context(), row[1])));
        }
        if (!found.isEmpty()) {
            found.sort((one, other) -> Model.describe(one[0]).compareTo(Model.describe(other[0])));
            world.assign(step.variable(), found.get(step.way() % found.size())[0]);
        }
        return seen.stream().sorted().toList();
    }

    /** What a query has found, and what the association refers to that it has brought along. */
    private static Object touched(World world, Step step, List<Object> result, Property<Object> association) {
        List<Object> distinct = new ArrayList<>();
        result.stream().filter(entity -> !distinct.contains(entity)).forEach(distinct::add);
        Object seen = ReadAction.sorted(world, step, distinct);
        if (world.hasSharedCache() && association.isInverse()) {
            // R14, R20: the shared cache remembers an inverse side that the map reads afresh
            return seen;
        }
        List<String> targets = new ArrayList<>();
        distinct.forEach(entity -> targets.add(Model.describe(association.read().apply(entity))));
        return seen + " " + targets;
    }
}
