package io.github.selfsame.eclipselink.differential;

import io.github.selfsame.eclipselink.model.Kind;
import io.github.selfsame.eclipselink.model.Model;
import io.github.selfsame.eclipselink.model.Property;
import java.util.ArrayList;
import java.util.List;

/** Merges graphs of objects that come from elsewhere, and goes back on what was done before. */
enum MergeAction implements Action {
    /** Takes a copy of an entity, as a client would get it, for later. */
    COPY {
        @Override
        public boolean applies(World world, Step step) {
            return world.isManaged(step.context(), step.variable())
                    && isComparable(world, world.kindOf(step.variable()));
        }

        @Override
        public Object run(World world, Step step) {
            Object entity = world.variable(step.variable());
            int next = step.choice() % World.VARIABLES;
            world.say("v%d = copy of v%d (%s of em%d)"
                    .formatted(next, step.variable(), Model.describe(entity), step.context()));
            Object copy = new DetachedCopies(world.manager(step)).copy(entity);
            world.assignCopy(next, copy);
            return everything(copy);
        }
    },
    CHANGE_COPY {
        @Override
        public boolean applies(World world, Step step) {
            return world.isCopy(step.variable());
        }

        @Override
        public Object run(World world, Step step) {
            Object copy = world.variable(step.variable());
            Property<Object> property = world.property(step);
            Object other = other(property, step);
            world.say("v%d.%s changed by %d and %s (copy of %s)"
                    .formatted(
                            step.variable(), property.name(), step.way(), Model.describe(other), Model.describe(copy)));
            world.differences().changes(copy);
            property.change().apply(copy, step.way(), other);
            return everything(copy);
        }
    },
    MERGE_COPY {
        @Override
        public boolean applies(World world, Step step) {
            return world.isOpen(step.context()) && world.isCopy(step.variable());
        }

        @Override
        public Object run(World world, Step step) {
            Object copy = world.variable(step.variable());
            world.say("v%d = em%d.merge(v%d) (copy of %s)"
                    .formatted(step.variable(), step.context(), step.variable(), Model.describe(copy)));
            return merge(world, step, copy);
        }
    },
    /** Copies, changes and merges at once. */
    MERGE_CHANGED {
        @Override
        public boolean applies(World world, Step step) {
            return COPY.applies(world, step);
        }

        @Override
        public Object run(World world, Step step) {
            Object entity = world.variable(step.variable());
            Object copy = new DetachedCopies(world.manager(step)).copy(entity);
            Property<Object> property = world.property(step);
            Object other = other(property, step);
            world.differences().changes(copy);
            property.change().apply(copy, step.way(), other);
            world.say("v%d = em%d.merge(copy of v%d (%s) with %s changed by %d and %s)"
                    .formatted(
                            step.variable(),
                            step.context(),
                            step.variable(),
                            Model.describe(entity),
                            property.name(),
                            step.way(),
                            Model.describe(other)));
            return merge(world, step, copy);
        }
    },
    MERGE_AND_REMOVE {
        @Override
        public boolean applies(World world, Step step) {
            return MERGE_COPY.applies(world, step);
        }

        @Override
        public Object run(World world, Step step) {
            Object copy = world.variable(step.variable());
            world.say("em%d.remove(em%d.merge(v%d)) (copy of %s)"
                    .formatted(step.context(), step.context(), step.variable(), Model.describe(copy)));
            world.touch(step.context());
            world.differences().removes(copy);
            world.forgiveAll();
            world.manager(step).remove(world.manager(step).merge(copy));
            return null;
        }
    },
    /** Removes an entity and persists it again, perhaps after a flush. */
    REMOVE_AND_PERSIST {
        @Override
        public boolean applies(World world, Step step) {
            return world.isRemovable(step.context(), step.variable());
        }

        @Override
        public Object run(World world, Step step) {
            Object entity = world.variable(step.variable());
            boolean flushes = step.choice() % 2 == 0 && world.isInTransaction(step.context());
            world.say("em%d.remove(v%d); %sem%d.persist(v%d) (%s)"
                    .formatted(
                            step.context(),
                            step.variable(),
                            flushes ? "em" + step.context() + ".flush(); " : "",
                            step.context(),
                            step.variable(),
                            Model.describe(entity)));
            world.touch(step.context());
            world.differences().removes(entity);
            world.forgiveAll();
            world.manager(step).remove(entity);
            if (flushes) {
                world.manager(step).flush();
            }
            world.manager(step).persist(entity);
            return world.saw(step.context(), entity);
        }
    };

    /** R14, R20: the shared cache remembers inverse sides that the map reads afresh. */
    private static boolean isComparable(World world, Kind<Object> kind) {
        return !kind.isReadOnly() && kind.properties().stream().noneMatch(world.differences()::isLeftStale);
    }

    private static Object merge(World world, Step step, Object copy) {
        world.touch(step.context());
        world.forgiveAll();
        Object merged = world.manager(step).merge(copy);
        world.assign(step.context(), step.variable(), merged);
        return (merged == copy ? "the argument " : "") + world.saw(step.context(), merged) + everything(merged);
    }

    private static List<String> everything(Object entity) {
        List<String> seen = new ArrayList<>();
        for (Property<Object> property : Model.kindOf(entity.getClass()).properties()) {
            seen.add(property.name() + "=" + Model.describe(property.read().apply(entity)));
        }
        return seen;
    }

    /** An object that stands for a row that is there or not; {@code null} for none. */
    private static Object other(Property<Object> property, Step step) {
        Kind<?> kind = step.target(property);
        return kind == null || kind.isGenerated() || kind.isReadOnly() ? null : kind.create(step.targetId(kind));
    }
}
