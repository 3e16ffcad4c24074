package io.github.selfsame.eclipselink.differential;

import io.github.selfsame.IdentityMapOptions;
import io.github.selfsame.IdentityMapOptions.Divergence;
import io.github.selfsame.IdentityMapOptions.Freshness;
import io.github.selfsame.IdentityMapOptions.Retention;

/** Opens and closes identity maps one within the other. Without the library nothing happens. */
enum MapAction implements Action {
    NEST {
        @Override
        public boolean applies(World world, Step step) {
            return world.depth() < DEEPEST;
        }

        @Override
        public Object run(World world, Step step) {
            IdentityMapOptions options = IdentityMapOptions.DEFAULTS
                    .with(pick(Freshness.values(), step.way()))
                    .with(step.kind() % 2 == 0 ? Divergence.EVICT : Divergence.RESTORE)
                    .with(pick(Retention.values(), step.way() / 7));
            world.say("maps.open(%s)".formatted(options));
            world.nest(options);
            return null;
        }
    },
    BYPASS {
        @Override
        public boolean applies(World world, Step step) {
            return world.depth() < DEEPEST;
        }

        @Override
        public Object run(World world, Step step) {
            world.say("maps.bypass()");
            world.bypass();
            return null;
        }
    },
    UNNEST {
        @Override
        public boolean applies(World world, Step step) {
            return world.depth() > 0;
        }

        @Override
        public Object run(World world, Step step) {
            world.say("(end of the nested map or bypass)");
            world.unnest();
            return null;
        }
    };

    private static final int DEEPEST = 3;

    private static <T> T pick(T[] values, int way) {
        return values[way % values.length];
    }
}
