package io.github.selfsame.eclipselink.differential;

/** Begins and ends persistence contexts and transactions. */
enum ContextAction implements Action {
    OPEN {
        @Override
        public boolean applies(World world, Step step) {
            return !world.isOpen(step.context());
        }

        @Override
        public Object run(World world, Step step) {
            world.say("em%d = factory.createEntityManager()".formatted(step.context()));
            world.open(step.context());
            return null;
        }
    },
    CLOSE {
        @Override
        public Object run(World world, Step step) {
            world.say("em%d.close()".formatted(step.context()));
            if (world.contexts().isTouched(step.context())) {
                // R8: what was not committed is given up
                world.forgiveAll(step.context());
            }
            world.contexts().close(step.context());
            return null;
        }
    },
    BEGIN {
        @Override
        public boolean applies(World world, Step step) {
            return world.isOpen(step.context()) && !world.isInTransaction(step.context());
        }

        @Override
        public Object run(World world, Step step) throws Exception {
            world.say("em%d.getTransaction().begin()".formatted(step.context()));
            world.contexts().begin(step.context());
            return null;
        }
    },
    COMMIT {
        @Override
        public boolean applies(World world, Step step) {
            return world.isInTransaction(step.context());
        }

        @Override
        public Object run(World world, Step step) throws Exception {
            world.say("em%d.getTransaction().commit()".formatted(step.context()));
            Runnable forgiveness = world.forgivenessIfFailed(step.context());
            Runnable forgivenessOfDeleted = world.forgivenessIfCommitted(step.context());
            try {
                world.contexts().commit(step.context());
                forgivenessOfDeleted.run();
            } catch (Exception e) {
                forgiveness.run();
                letAllGo(world, step);
                throw e;
            }
            return null;
        }
    },
    ROLLBACK {
        @Override
        public boolean applies(World world, Step step) {
            return world.isInTransaction(step.context());
        }

        @Override
        public Object run(World world, Step step) {
            world.say("em%d.getTransaction().rollback()".formatted(step.context()));
            if (world.contexts().isTouched(step.context())) {
                world.forgiveAll(step.context());
            }
            world.contexts().rollback(step.context());
            letAllGo(world, step);
            return null;
        }
    },
    FLUSH {
        @Override
        public boolean applies(World world, Step step) {
            return world.isInTransaction(step.context());
        }

        @Override
        public Object run(World world, Step step) {
            world.say("em%d.flush()".formatted(step.context()));
            world.context(step.context()).flush();
            return null;
        }
    },
    CLEAR {
        @Override
        public Object run(World world, Step step) {
            world.say("em%d.clear()".formatted(step.context()));
            world.forgiveAll(step.context());
            world.manager(step).clear();
            world.letGo(world.manager(step));
            return null;
        }
    };

    private static void letAllGo(World world, Step step) {
        world.contexts().together(step.context()).forEach(context -> world.letGo(world.context(context)));
    }
}
