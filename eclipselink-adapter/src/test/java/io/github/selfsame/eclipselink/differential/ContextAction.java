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
            String tenant = step.way() % 12 == 5 ? World.OTHER_TENANT : null;
            world.say("em%d = factory.createEntityManager(%s)"
                    .formatted(step.context(), tenant == null ? "" : "tenant " + tenant));
            world.open(step.context(), tenant);
            return null;
        }
    },
    CLOSE {
        @Override
        public Object run(World world, Step step) {
            world.say("em%d.close()".formatted(step.context()));
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
            try {
                world.context(step.context()).getTransaction().commit();
                world.committed(step.context());
            } finally {
                world.givenUp(step.context());
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
            world.givenUp(step.context());
            world.context(step.context()).getTransaction().rollback();
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
            world.forgiveManaged(step.context());
            world.context(step.context()).clear();
            return null;
        }
    };

    @Override
    public boolean applies(World world, Step step) {
        return world.isOpen(step.context());
    }
}
