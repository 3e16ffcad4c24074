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
            if (world.isTouched(step.context())) {
                // R8: what was not committed is given up
                world.forgiveAll(step.context());
            }
            world.close(step.context());
            return null;
        }
    },
    BEGIN {
        @Override
        public boolean applies(World world, Step step) {
            return world.isOpen(step.context()) && !world.isInTransaction(step.context());
        }

        @Override
        public Object run(World world, Step step) {
            world.say("em%d.getTransaction().begin()".formatted(step.context()));
            world.context(step.context()).getTransaction().begin();
            return null;
        }
    },
    COMMIT {
        @Override
        public boolean applies(World world, Step step) {
            return world.isInTransaction(step.context());
        }

        @Override
        public Object run(World world, Step step) {
            world.say("em%d.getTransaction().commit()".formatted(step.context()));
            Runnable forgiveness = world.forgivenessIfFailed(step.context());
            try {
                world.context(step.context()).getTransaction().commit();
                world.untouch(step.context());
            } catch (RuntimeException e) {
                forgiveness.run();
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
            if (world.isTouched(step.context())) {
                world.forgiveAll(step.context());
            }
            world.context(step.context()).getTransaction().rollback();
            world.untouch(step.context());
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
            world.context(step.context()).clear();
            return null;
        }
    };
}
