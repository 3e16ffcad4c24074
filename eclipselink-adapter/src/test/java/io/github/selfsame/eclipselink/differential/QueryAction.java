package io.github.selfsame.eclipselink.differential;

import io.github.selfsame.eclipselink.model.Kind;
import io.github.selfsame.eclipselink.model.Model;
import io.github.selfsame.eclipselink.model.Page;
import io.github.selfsame.eclipselink.model.Passport;
import io.github.selfsame.eclipselink.model.Playlist;
import io.github.selfsame.eclipselink.model.Property;
import io.github.selfsame.eclipselink.model.Room;
import io.github.selfsame.eclipselink.model.Seat;
import jakarta.persistence.CacheRetrieveMode;
import jakarta.persistence.CacheStoreMode;
import jakarta.persistence.ParameterMode;
import jakarta.persistence.StoredProcedureQuery;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.JoinType;
import jakarta.persistence.criteria.Root;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.persistence.queries.Cursor;
import org.eclipse.persistence.sessions.Session;

/** The less usual ways to read entities. */
enum QueryAction implements Action {
    TUPLES {
        @Override
        public boolean applies(World world, Step step) {
            return world.isOpen(step.context()) && world.kind(step).ownAssociation(step.way()) != null;
        }

        @Override
        public Object run(World world, Step step) {
            String text = "select e, a from " + world.kind(step).name() + " e left join e."
                    + world.kind(step).ownAssociation(step.way()).name() + " a";
            world.say("em%d.createQuery(\"%s\").getResultList()".formatted(step.context(), text));
            List<Pair> found = new ArrayList<>();
            for (Object[] row :
                    world.manager(step).createQuery(text, Object[].class).getResultList()) {
                found.add(new Pair(row[0], row[1]));
            }
            return Results.pairs(world, step, found);
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
                    + world.kind(step).ownAssociation(step.way()).name() + " a";
            world.say("em%d.createQuery(\"%s\").getResultList()".formatted(step.context(), text));
            return Results.pairs(
                    world,
                    step,
                    world.manager(step).createQuery(text, Pair.class).getResultList());
        }
    },
    STREAM {
        @Override
        public Object run(World world, Step step) {
            String text = "select e from " + world.kind(step).name() + " e";
            world.say("em%d.createQuery(\"%s\").getResultStream()".formatted(step.context(), text));
            try (Stream<Object> found =
                    world.manager(step).createQuery(text, Object.class).getResultStream()) {
                return Results.all(world, step, found.toList());
            }
        }
    },
    CURSOR {
        @Override
        public Object run(World world, Step step) {
            String text = "select e from " + world.kind(step).name() + " e";
            world.say("em%d.createQuery(\"%s\"), through a cursor".formatted(step.context(), text));
            List<Object> found = new ArrayList<>();
            Cursor cursor = (Cursor) world.manager(step)
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
            return Results.all(world, step, found);
        }
    },
    BY_NAME {
        @Override
        public Object run(World world, Step step) {
            String text = "select e from " + world.kind(step).name() + " e where e.name = :name";
            String name = "n" + step.way() % 4;
            world.say("em%d.createQuery(\"%s\") with %s".formatted(step.context(), text, name));
            return Results.all(
                    world,
                    step,
                    world.manager(step).createQuery(text, Object.class).setParameter("name", name));
        }
    },
    CRITERIA {
        @Override
        public Object run(World world, Step step) {
            Property<Object> association = world.kind(step).association(step.way());
            world.say("em%d: criteria query for %s, fetch %s"
                    .formatted(
                            step.context(),
                            world.kind(step).name(),
                            association == null ? "nothing" : association.name()));
            CriteriaBuilder builder = world.manager(step).getCriteriaBuilder();
            CriteriaQuery<Object> query = builder.createQuery(Object.class);
            Root<?> root = query.from(world.kind(step).type());
            if (association != null && !association.name().contains(".") && step.way() % 2 == 1) {
                root.fetch(association.name(), JoinType.LEFT);
            }
            query.select(root).distinct(true);
            return Results.all(world, step, world.manager(step).createQuery(query));
        }
    },
    PAGE {
        @Override
        public boolean applies(World world, Step step) {
            // there is no simple way to sort by the other keys
            return world.isOpen(step.context())
                    && !List.of(Seat.class, Room.class, Page.class, Passport.class)
                            .contains(world.kind(step).type());
        }

        @Override
        public Object run(World world, Step step) {
            String text = "select e from " + world.kind(step).name() + " e order by e.name, e.id";
            int first = step.way() % 2;
            world.say("em%d.createQuery(\"%s\"), two from %d".formatted(step.context(), text, first));
            return Results.all(
                    world,
                    step,
                    world.manager(step)
                            .createQuery(text, Object.class)
                            .setFirstResult(first)
                            .setMaxResults(2));
        }
    },
    FIND_STORING {
        @Override
        public Object run(World world, Step step) {
            CacheStoreMode mode = step.way() % 2 == 0 ? CacheStoreMode.REFRESH : CacheStoreMode.BYPASS;
            world.say("v%d = em%d.find(%s.class, %s) with store mode %s"
                    .formatted(step.variable(), step.context(), world.kind(step).name(), world.key(step), mode));
            Object found = world.manager(step)
                    .find(
                            world.kind(step).type(),
                            world.key(step),
                            Map.of("jakarta.persistence.cache.storeMode", mode));
            return Results.one(world, step, found);
        }
    },
    FIND_PAST_CACHES {
        @Override
        public Object run(World world, Step step) {
            world.say("v%d = em%d.find(%s.class, %s) past the caches"
                    .formatted(step.variable(), step.context(), world.kind(step).name(), world.key(step)));
            Object found = world.manager(step)
                    .find(
                            world.kind(step).type(),
                            world.key(step),
                            Map.of("jakarta.persistence.cache.retrieveMode", CacheRetrieveMode.BYPASS));
            return Results.one(world, step, found);
        }
    },
    REFRESHING_QUERY {
        @Override
        public Object run(World world, Step step) {
            String text = "select e from " + world.kind(step).name() + " e";
            world.say("em%d.createQuery(\"%s\"), refreshing".formatted(step.context(), text));
            return Results.all(
                    world,
                    step,
                    world.manager(step).createQuery(text, Object.class).setHint("eclipselink.refresh", true));
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
            world.manager(step)
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
            StoredProcedureQuery query = world.manager(step).createStoredProcedureQuery("rows_of", kind.type());
            query.registerStoredProcedureParameter(1, String.class, ParameterMode.IN);
            query.setParameter(1, kind.name());
            return Results.all(world, step, query.getResultList());
        }
    },
    FORMER_ROWS {
        @Override
        public boolean applies(World world, Step step) {
            // of isolated entities EclipseLink reads nothing as of another time
            return world.isOpen(step.context()) && world.hasSharedCache();
        }

        @Override
        public Object run(World world, Step step) {
            world.say("em%d: all playlists as they were before".formatted(step.context()));
            List<String> seen = new ArrayList<>();
            for (Playlist former : FormerRows.read(world.manager(step).unwrap(Session.class))) {
                world.sawFormer(former);
                seen.add(Model.describe(former) + " " + former.getName());
            }
            return seen;
        }
    };
}
