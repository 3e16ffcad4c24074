package io.github.selfsame.eclipselink.differential;

import io.github.selfsame.eclipselink.model.Kind;
import io.github.selfsame.eclipselink.model.Model;
import io.github.selfsame.eclipselink.model.Page;
import io.github.selfsame.eclipselink.model.Passport;
import io.github.selfsame.eclipselink.model.Property;
import io.github.selfsame.eclipselink.model.Shape;
import jakarta.persistence.CacheStoreMode;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads entities, and goes on from those that have been read. */
enum ReadAction implements Action {
    FIND {
        @Override
        public Object run(World world, Step step) {
            world.say("v%d = em%d.find(%s.class, %s)"
                    .formatted(step.variable(), step.context(), world.kind(step).name(), world.key(step)));
            Object found = world.manager(step).find(world.kind(step).type(), world.key(step));
            return Results.one(world, step, found);
        }
    },
    FIND_BY_ROOT {
        @Override
        public boolean applies(World world, Step step) {
            // in which order EclipseLink tries the tables of a hierarchy differs from session to session
            return world.isOpen(step.context()) && world.kind(step).root() != Shape.class;
        }

        @Override
        public Object run(World world, Step step) {
            world.say("v%d = em%d.find(%s.class, %s)"
                    .formatted(
                            step.variable(),
                            step.context(),
                            world.kind(step).root().getSimpleName(),
                            world.key(step)));
            Object found = world.manager(step).find(world.kind(step).root(), world.key(step));
            return Model.isEntity(found) ? Results.one(world, step, found) : null;
        }
    },
    REFERENCE {
        @Override
        public boolean applies(World world, Step step) {
            // EclipseLink can't make a lazy reference to an entity with a derived id
            return world.isOpen(step.context())
                    && !List.of(Passport.class, Page.class)
                            .contains(world.kind(step).type());
        }

        @Override
        public Object run(World world, Step step) {
            world.say("v%d = em%d.getReference(%s.class, %s)"
                    .formatted(step.variable(), step.context(), world.kind(step).name(), world.key(step)));
            Object found = world.manager(step).getReference(world.kind(step).type(), world.key(step));
            return Results.one(world, step, found);
        }
    },
    QUERY {
        @Override
        public Object run(World world, Step step) {
            String text = "select e from " + world.kind(step).name() + " e";
            world.say("em%d.createQuery(\"%s\").getResultList()".formatted(step.context(), text));
            return Results.all(world, step, world.manager(step).createQuery(text, Object.class));
        }
    },
    JOIN_FETCH {
        @Override
        public boolean applies(World world, Step step) {
            return world.isOpen(step.context()) && world.kind(step).association(step.way()) != null;
        }

        @Override
        public Object run(World world, Step step) {
            Property<Object> association = world.kind(step).association(step.way());
            String text = "select e from " + world.kind(step).name() + " e left join fetch e." + association.name();
            world.say("em%d.createQuery(\"%s\").getResultList()".formatted(step.context(), text));
            TypedQuery<Object> query = world.manager(step).createQuery(text, Object.class);
            return Results.all(world, step, Results.distinct(query.getResultList()));
        }
    },
    NATIVE_QUERY {
        @Override
        public boolean applies(World world, Step step) {
            Kind<Object> kind = world.kind(step);
            // SQL asks for no tenant
            return world.isOpen(step.context()) && kind.hasTable() && (world.isOnePartition() || !kind.isOfTenant());
        }

        @Override
        public Object run(World world, Step step) {
            String text = "select * from " + world.kind(step).name();
            world.say("em%d.createNativeQuery(\"%s\", %s.class).getResultList()"
                    .formatted(step.context(), text, world.kind(step).name()));
            return Results.all(
                    world,
                    step,
                    world.manager(step)
                            .createNativeQuery(text, world.kind(step).type())
                            .getResultList());
        }
    },
    QUERY_VALUES {
        @Override
        public Object run(World world, Step step) {
            String text = "select count(e) from " + world.kind(step).name() + " e";
            world.say("em%d.createQuery(\"%s\").getSingleResult()".formatted(step.context(), text));
            return world.manager(step).createQuery(text).getSingleResult();
        }
    },
    /** Reads an attribute, and sets another variable to an entity that it refers to. */
    NAVIGATE {
        @Override
        public boolean applies(World world, Step step) {
            // R14, R20: the shared cache remembers an inverse side that the map reads afresh
            return world.isManaged(step.context(), step.variable())
                    && !world.differences().isLeftStale(world.property(step));
        }

        @Override
        public Object run(World world, Step step) {
            Property<Object> property = world.property(step);
            Object source = world.variable(step.variable());
            int next = step.way() % World.VARIABLES;
            world.say("v%d = v%d.%s (%s of em%d)"
                    .formatted(next, step.variable(), property.name(), Model.describe(source), step.context()));
            Object value = property.read().apply(source);
            List<Object> entities = Results.entities(value);
            if (!entities.isEmpty()) {
                world.assign(step.context(), next, entities.get(step.way() / 7 % entities.size()));
            }
            List<Object> seen = new ArrayList<>();
            entities.forEach(entity -> seen.add(world.saw(step.context(), entity)));
            boolean isOpen = world.differences().isChangedBeneath(source) && !property.isAssociation();
            return isOpen ? null : Model.describe(value) + seen;
        }
    },
    /** Reads an attribute of what no EntityManager manages: must not fail, but what it gives may be of any time. */
    NAVIGATE_DETACHED {
        @Override
        public boolean applies(World world, Step step) {
            return world.isDetached(step.variable());
        }

        @Override
        public Object run(World world, Step step) {
            Property<Object> property = world.property(step);
            Object source = world.variable(step.variable());
            world.say("v%d.%s (%s, detached)".formatted(step.variable(), property.name(), Model.describe(source)));
            Model.describe(property.read().apply(source));
            return null;
        }
    },
    REFRESH {
        @Override
        public boolean applies(World world, Step step) {
            return world.isManaged(step.context(), step.variable());
        }

        @Override
        public Object run(World world, Step step) {
            Object entity = world.variable(step.variable());
            world.say("em%d.refresh(v%d) (%s)".formatted(step.context(), step.variable(), Model.describe(entity)));
            world.manager(step).refresh(entity);
            return world.saw(step.context(), entity);
        }
    },
    REFRESH_STORING {
        @Override
        public boolean applies(World world, Step step) {
            return REFRESH.applies(world, step);
        }

        @Override
        public Object run(World world, Step step) {
            Object entity = world.variable(step.variable());
            CacheStoreMode mode = STORE_MODES.get(step.choice() % STORE_MODES.size());
            world.say("em%d.refresh(v%d) with store mode %s (%s)"
                    .formatted(step.context(), step.variable(), mode, Model.describe(entity)));
            world.manager(step).refresh(entity, Map.of("jakarta.persistence.cache.storeMode", mode));
            return world.saw(step.context(), entity);
        }
    };

    private static final List<CacheStoreMode> STORE_MODES =
            List.of(CacheStoreMode.USE, CacheStoreMode.BYPASS, CacheStoreMode.REFRESH);
}
