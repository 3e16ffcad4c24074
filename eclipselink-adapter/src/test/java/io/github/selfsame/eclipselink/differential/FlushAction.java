package io.github.selfsame.eclipselink.differential;

import jakarta.persistence.FlushModeType;
import jakarta.persistence.Query;

/** Chooses when changes are written, for an EntityManager or for one query. */
enum FlushAction implements Action {
    FLUSH_MODE {
        @Override
        public Object run(World world, Step step) {
            world.say("em%d.setFlushMode(%s)".formatted(step.context(), mode(step)));
            world.manager(step).setFlushMode(mode(step));
            return world.manager(step).getFlushMode();
        }
    },
    QUERY {
        @Override
        public Object run(World world, Step step) {
            String text = "select e from " + world.kind(step).name() + " e";
            world.say("em%d.createQuery(\"%s\").setFlushMode(%s)".formatted(step.context(), text, mode(step)));
            return Results.all(
                    world,
                    step,
                    world.manager(step).createQuery(text, Object.class).setFlushMode(mode(step)));
        }
    },
    QUERY_BY_NAME {
        @Override
        public Object run(World world, Step step) {
            String text = "select e from " + world.kind(step).name() + " e where e.name = 'n" + step.way() % 4 + "'";
            world.say("em%d.createQuery(\"%s\").setFlushMode(%s)".formatted(step.context(), text, mode(step)));
            return Results.all(
                    world,
                    step,
                    world.manager(step).createQuery(text, Object.class).setFlushMode(mode(step)));
        }
    },
    NATIVE_QUERY {
        @Override
        public boolean applies(World world, Step step) {
            return ReadAction.NATIVE_QUERY.applies(world, step);
        }

        @Override
        public Object run(World world, Step step) {
            String text = "select * from " + world.kind(step).name();
            world.say("em%d.createNativeQuery(\"%s\").setFlushMode(%s)".formatted(step.context(), text, mode(step)));
            Query query = world.manager(step)
                    .createNativeQuery(text, world.kind(step).type())
                    .setFlushMode(mode(step));
            return Results.all(world, step, query.getResultList());
        }
    },
    BULK_UPDATE {
        @Override
        public boolean applies(World world, Step step) {
            return StoreAction.BULK_UPDATE.applies(world, step);
        }

        @Override
        public Object run(World world, Step step) {
            String text =
                    "update " + world.kind(step).name() + " e set e.name = 'f" + step.way() + "' where e.name <> 'n1'";
            world.say("em%d.createQuery(\"%s\").setFlushMode(%s)".formatted(step.context(), text, mode(step)));
            return world.manager(step)
                    .createQuery(text)
                    .setFlushMode(mode(step))
                    .executeUpdate();
        }
    };

    private static FlushModeType mode(Step step) {
        return step.choice() % 4 == 0 ? FlushModeType.AUTO : FlushModeType.COMMIT;
    }
}
