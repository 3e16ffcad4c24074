package io.github.selfsame.eclipselink.differential;

import java.util.List;

/** Changes which map is current. */
enum MapAction implements Action {
    ENTER {
        @Override
        public boolean applies(World world, Step step) {
            return world.depth() < 3;
        }

        @Override
        public Object run(World world, Step step) {
            Surroundings surroundings = SURROUNDINGS.get(step.choice() % SURROUNDINGS.size());
            world.say("enter " + surroundings);
            world.enter(surroundings);
            return null;
        }
    },
    LEAVE {
        @Override
        public boolean applies(World world, Step step) {
            return world.depth() > 0;
        }

        @Override
        public Object run(World world, Step step) {
            world.say("leave");
            world.leave();
            return null;
        }
    },
    START_AGAIN {
        @Override
        public boolean applies(World world, Step step) {
            return world.depth() == 0;
        }

        @Override
        public Object run(World world, Step step) {
            world.say("close the map, open another one");
            world.startAgain();
            return null;
        }
    },
    COLLECT_GARBAGE {
        @Override
        public boolean applies(World world, Step step) {
            return true;
        }

        @Override
        public Object run(World world, Step step) {
            world.say("System.gc()");
            world.collectGarbage();
            return null;
        }
    };

    private static final List<Surroundings> SURROUNDINGS =
            List.of(Surroundings.NO_MAP, Surroundings.ANOTHER_MAP, Surroundings.THE_MAP_AGAIN);

    /** What may be current within a map. */
    enum Surroundings {
        NO_MAP,
        ANOTHER_MAP,
        THE_MAP_AGAIN
    }
}
