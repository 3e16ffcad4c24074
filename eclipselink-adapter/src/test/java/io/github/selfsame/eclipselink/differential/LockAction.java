package io.github.selfsame.eclipselink.differential;

import io.github.selfsame.eclipselink.model.Model;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PessimisticLockScope;
import java.util.Map;

/** Locks entities, in all modes and by all calls that can. */
enum LockAction implements Action {
    LOCK {
        @Override
        public boolean applies(World world, Step step) {
            return world.isManaged(step.context(), step.variable()) && world.isInTransaction(step.context());
        }

        @Override
        public Object run(World world, Step step) {
            Object entity = world.variable(step.variable());
            world.say("em%d.lock(v%d, %s) (%s)"
                    .formatted(step.context(), step.variable(), mode(step), Model.describe(entity)));
            world.touch(step.context());
            world.manager(step).lock(entity, mode(step));
            return world.saw(step.context(), entity);
        }
    },
    LOCK_DETACHED {
        @Override
        public boolean applies(World world, Step step) {
            return world.isInTransaction(step.context()) && world.isDetached(step.variable());
        }

        @Override
        public Object run(World world, Step step) {
            Object entity = world.variable(step.variable());
            world.say("em%d.lock(v%d, %s) (%s, detached)"
                    .formatted(step.context(), step.variable(), mode(step), Model.describe(entity)));
            world.touch(step.context());
            world.manager(step).lock(entity, mode(step));
            return null;
        }
    },
    FIND_LOCKED {
        @Override
        public Object run(World world, Step step) {
            world.say("v%d = em%d.find(%s.class, %s, %s)"
                    .formatted(step.variable(), step.context(), world.kind(step).name(), world.key(step), mode(step)));
            world.touch(step.context());
            Object found = world.manager(step).find(world.kind(step).type(), world.key(step), mode(step));
            return Results.one(world, step, found);
        }
    },
    /** Locks what the entity owns in other tables, too. */
    FIND_LOCKED_WIDELY {
        @Override
        public Object run(World world, Step step) {
            world.say("v%d = em%d.find(%s.class, %s, %s, %s)"
                    .formatted(
                            step.variable(),
                            step.context(),
                            world.kind(step).name(),
                            world.key(step),
                            mode(step),
                            WIDE));
            world.touch(step.context());
            Object found = world.manager(step).find(world.kind(step).type(), world.key(step), mode(step), WIDE);
            return Results.one(world, step, found);
        }
    },
    REFRESH_LOCKED {
        @Override
        public boolean applies(World world, Step step) {
            return LOCK.applies(world, step);
        }

        @Override
        public Object run(World world, Step step) {
            Object entity = world.variable(step.variable());
            world.say("em%d.refresh(v%d, %s) (%s)"
                    .formatted(step.context(), step.variable(), mode(step), Model.describe(entity)));
            world.touch(step.context());
            world.manager(step).refresh(entity, mode(step));
            return world.saw(step.context(), entity);
        }
    },
    QUERY_LOCKED {
        @Override
        public Object run(World world, Step step) {
            String text = "select e from " + world.kind(step).name() + " e";
            world.say("em%d.createQuery(\"%s\").setLockMode(%s)".formatted(step.context(), text, mode(step)));
            world.touch(step.context());
            return Results.all(
                    world,
                    step,
                    world.manager(step).createQuery(text, Object.class).setLockMode(mode(step)));
        }
    };

    private static final LockModeType[] MODES = {
        LockModeType.OPTIMISTIC,
        LockModeType.OPTIMISTIC_FORCE_INCREMENT,
        LockModeType.PESSIMISTIC_WRITE,
        LockModeType.PESSIMISTIC_READ,
        LockModeType.PESSIMISTIC_FORCE_INCREMENT,
        LockModeType.WRITE,
        LockModeType.NONE
    };

    private static final Map<String, Object> WIDE =
            Map.of("jakarta.persistence.lock.scope", PessimisticLockScope.EXTENDED);

    @Override
    public boolean applies(World world, Step step) {
        return world.isInTransaction(step.context());
    }

    private static LockModeType mode(Step step) {
        return MODES[step.choice() % MODES.length];
    }
}
