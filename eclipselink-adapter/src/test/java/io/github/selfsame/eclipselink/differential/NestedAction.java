package io.github.selfsame.eclipselink.differential;

import io.github.selfsame.eclipselink.model.Kind;
import io.github.selfsame.eclipselink.model.Model;
import io.github.selfsame.eclipselink.model.Property;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.persistence.queries.ReadAllQuery;
import org.eclipse.persistence.sessions.UnitOfWork;

/** Works in a unit of work within that of an EntityManager; not for woven entities, as EclipseLink says. */
enum NestedAction implements Action {
    NESTED_CHANGE {
        @Override
        public boolean applies(World world, Step step) {
            return world.isManaged(step.context(), step.variable());
        }

        @Override
        public Object run(World world, Step step) {
            Object entity = world.variable(step.variable());
            Property<Object> property = world.property(step);
            world.say("nested in em%d: v%d.%s changed by %d (%s)%s"
                    .formatted(
                            step.context(),
                            step.variable(),
                            property.name(),
                            step.way(),
                            Model.describe(entity),
                            end(step)));
            world.touch(step.context());
            return within(world, step, nested -> {
                world.differences().changes(entity);
                Object copy = nested.registerObject(entity);
                property.change().apply(copy, step.way(), other(nested, property, step));
                return Model.describe(property.read().apply(copy));
            });
        }

        private Object other(UnitOfWork nested, Property<Object> property, Step step) {
            Kind<?> kind = step.target(property);
            return kind == null ? null : first(nested, kind.type());
        }
    },
    NESTED_QUERY {
        @Override
        public Object run(World world, Step step) {
            world.say("nested in em%d: all of %s%s"
                    .formatted(step.context(), world.kind(step).name(), end(step)));
            return within(world, step, nested -> {
                List<Object> seen = new ArrayList<>();
                for (Object copy : all(nested, world.kind(step).type())) {
                    for (Property<Object> property :
                            Model.kindOf(copy.getClass()).properties()) {
                        if (!world.differences().isLeftStale(property)
                                && !world.differences().isChangedBeneath(copy)) {
                            seen.add(property.name() + "="
                                    + Model.describe(property.read().apply(copy)));
                        }
                    }
                }
                return seen;
            });
        }
    },
    NESTED_REMOVE {
        @Override
        public boolean applies(World world, Step step) {
            return world.isRemovable(step.context(), step.variable());
        }

        @Override
        public Object run(World world, Step step) {
            Object entity = world.variable(step.variable());
            world.say("nested in em%d: v%d removed (%s)%s"
                    .formatted(step.context(), step.variable(), Model.describe(entity), end(step)));
            world.touch(step.context());
            world.differences().removes(entity);
            world.forgiveAll();
            return within(world, step, nested -> {
                nested.deleteObject(nested.registerObject(entity));
                return null;
            });
        }
    };

    private interface Work {
        Object doIn(UnitOfWork nested);
    }

    private static Object within(World world, Step step, Work work) {
        UnitOfWork nested =
                world.context(step.context()).unwrap(UnitOfWork.class).acquireUnitOfWork();
        boolean isDone = false;
        try {
            Object seen = work.doIn(nested);
            isDone = commits(step);
            if (isDone) {
                nested.commit();
            }
            return seen;
        } finally {
            if (!isDone) {
                nested.release();
            }
        }
    }

    private static boolean commits(Step step) {
        return step.choice() % 3 != 0;
    }

    private static String end(Step step) {
        return commits(step) ? "; committed" : "; released";
    }

    @SuppressWarnings("unchecked")
    private static List<Object> all(UnitOfWork nested, Class<?> type) {
        ReadAllQuery query = new ReadAllQuery(type);
        List<Object> found = new ArrayList<>((List<Object>) nested.executeQuery(query));
        found.sort((one, other) -> Model.describe(one).compareTo(Model.describe(other)));
        return found;
    }

    private static Object first(UnitOfWork nested, Class<?> type) {
        List<Object> found = all(nested, type);
        return found.isEmpty() ? null : found.get(0);
    }
}
