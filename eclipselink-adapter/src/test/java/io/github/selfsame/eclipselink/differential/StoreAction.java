package io.github.selfsame.eclipselink.differential;

import io.github.selfsame.eclipselink.model.Kind;
import io.github.selfsame.eclipselink.model.Model;

/** Changes rows, and empties caches, past the persistence contexts. */
enum StoreAction implements Action {
    BULK_UPDATE {
        @Override
        public Object run(World world, Step step) {
            Kind<Object> kind = world.kind(step);
            String text = "update " + kind.name() + " e set e.name = 'b" + step.way() + "' where e.name <> 'n1'";
            world.say("em%d.createQuery(\"%s\").executeUpdate()".formatted(step.context(), text));
            return world.manager(step).createQuery(text).executeUpdate();
        }
    },
    BULK_DELETE {
        @Override
        public Object run(World world, Step step) {
            Kind<Object> kind = world.kind(step);
            String text = "delete from " + kind.name() + " e where e.name = 'n" + step.way() % 5 + "'";
            world.say("em%d.createQuery(\"%s\").executeUpdate()".formatted(step.context(), text));
            world.differences().removes(kind.root());
            world.forgiveAll();
            return world.manager(step).createQuery(text).executeUpdate();
        }
    },
    NATIVE_UPDATE {
        @Override
        public boolean applies(World world, Step step) {
            return world.isInTransaction(step.context()) && table(world, step) != null;
        }

        @Override
        public Object run(World world, Step step) {
            String text = "update " + table(world, step) + " set name = 'q" + step.way() + "'";
            world.say("em%d.createNativeQuery(\"%s\").executeUpdate()".formatted(step.context(), text));
            return world.manager(step).createNativeQuery(text).executeUpdate();
        }
    },
    EVICT_CACHE {
        @Override
        public boolean applies(World world, Step step) {
            return true;
        }

        @Override
        public Object run(World world, Step step) {
            evict(world, step);
            return null;
        }
    },
    /** Changes rows by JDBC and empties the caches, then reads in a new context (R10: it must see that). */
    EVICT_AFTER_CHANGE {
        @Override
        public boolean applies(World world, Step step) {
            return world.kind(step).isBulkSafe() && table(world, step) != null;
        }

        @Override
        public Object run(World world, Step step) throws Exception {
            Kind<Object> kind = world.kind(step);
            String text = "update " + table(world, step) + " set name = 'e" + step.way() + "'";
            world.database().execute(text);
            kind.ids().forEach(id -> world.differences().changeBeneath(kind.name() + "#" + id));
            evict(world, step);
            world.say("%s by JDBC; evict(%s); then read in a new context"
                    .formatted(text, step.way() % 3 == 0 ? "all" : kind.name()));
            return world.readApart(false, manager -> {
                Object found = manager.find(kind.type(), world.key(step));
                return Model.describe(found) + nameOf(found, kind);
            });
        }
    },
    /** Changes a row by JDBC, then reads it in a new transaction (R6: it must see that). */
    CHANGE_BENEATH {
        @Override
        public boolean applies(World world, Step step) {
            // of what has a version, the map would have to be told by a new one
            return EVICT_AFTER_CHANGE.applies(world, step)
                    && world.kind(step).properties().stream()
                            .noneMatch(property -> property.name().equals("version"));
        }

        @Override
        public Object run(World world, Step step) throws Exception {
            Kind<Object> kind = world.kind(step);
            String text = "update " + table(world, step) + " set name = 'j" + step.way() + "'";
            world.say("%s by JDBC; then read in a new transaction".formatted(text));
            world.database().execute(text);
            return world.readApart(true, manager -> {
                Object found = manager.find(kind.type(), world.key(step));
                kind.ids().forEach(id -> world.differences().changeBeneath(kind.name() + "#" + id));
                return Model.describe(found) + nameOf(found, kind);
            });
        }
    };

    @Override
    public boolean applies(World world, Step step) {
        return world.isInTransaction(step.context());
    }

    private static String table(World world, Step step) {
        Kind<Object> kind = world.kind(step);
        return kind.hasTable() ? kind.name() : kind.root().getSimpleName().equals("Vehicle") ? "Vehicle" : null;
    }

    private static void evict(World world, Step step) {
        if (step.way() % 3 == 0) {
            world.say("factory.getCache().evictAll()");
            world.factory().getCache().evictAll();
        } else if (step.way() % 3 == 1) {
            world.say("factory.getCache().evict(%s.class)"
                    .formatted(world.kind(step).name()));
            world.factory().getCache().evict(world.kind(step).type());
        } else {
            world.say("factory.getCache().evict(%s.class, %s)"
                    .formatted(world.kind(step).name(), world.key(step)));
            world.factory().getCache().evict(world.kind(step).type(), world.key(step));
        }
    }

    private static Object nameOf(Object found, Kind<Object> kind) {
        return found == null
                ? null
                : kind.properties().stream()
                        .filter(property -> property.name().equals("name"))
                        .findFirst()
                        .orElseThrow()
                        .read()
                        .apply(found);
    }
}
