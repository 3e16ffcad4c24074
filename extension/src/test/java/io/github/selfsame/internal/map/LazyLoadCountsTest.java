package io.github.selfsame.internal.map;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.selfsame.IdentityMapOptions;
import io.github.selfsame.IdentityMapOptions.LazyLoadReport;
import io.github.selfsame.LazyLoading;
import io.github.selfsame.RepeatedLazyLoads;
import io.github.selfsame.internal.map.Kennel.Dog;
import io.github.selfsame.internal.map.Kennel.Toy;
import io.github.selfsame.internal.map.Kennel.Unit;
import io.github.selfsame.spi.Partition;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LazyLoadCountsTest {

    private static ScopedIdentityMap map(LazyLoadReport report) {
        return new ScopedIdentityMap(MapLifecycle.unmanaged(), IdentityMapOptions.DEFAULTS.with(report));
    }

    private static void load(ScopedIdentityMap map, Class<?> type, String path, String caller, int times) {
        Partition partition = requireNonNull(map.partition(new Unit("kennel")));
        for (int time = 0; time < times; time++) {
            partition.lazilyLoaded(type, path, caller);
        }
    }

    @Test
    @DisplayName(
            "O2: what is repeated, by association and calling code, the most statements first; readable after the end")
    void repeated() {
        ScopedIdentityMap map = map(LazyLoadReport.COLLECT);
        load(map, Dog.class, "toys", "Here.walk(Here.java:1)", 3);
        load(map, Dog.class, "toys", "There.walk(There.java:1)", 1);
        load(map, Toy.class, "maker", "Here.walk(Here.java:2)", 5);
        map.end();

        assertThat(map.repeatedLazyLoads())
                .containsExactly(
                        new RepeatedLazyLoads(Toy.class, "maker", "Here.walk(Here.java:2)", 5),
                        new RepeatedLazyLoads(Dog.class, "toys", "Here.walk(Here.java:1)", 3));
    }

    @Test
    @DisplayName("O2: they are logged at the end of a map that is set to, with the remedy")
    void logged() {
        List<String> logged = new ArrayList<>();
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord entry) {
                logged.add(entry.getMessage());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger logger = Logger.getLogger("io.github.selfsame");
        logger.addHandler(handler);
        try {
            for (LazyLoadReport report : List.of(LazyLoadReport.COLLECT, LazyLoadReport.LOG)) {
                ScopedIdentityMap map = map(report);
                load(map, Dog.class, "toys", "Here.walk(Here.java:1)", 2);
                map.end();
                map.end();
            }
            map(LazyLoadReport.LOG).end();
        } finally {
            logger.removeHandler(handler);
        }
        assertThat(logged).singleElement().asString().contains("SELFSAME000050", "prefetch(entities, \"toys\")");
    }

    @Test
    @DisplayName("P13, O2: without anything set associations load one by one, and nothing is counted")
    void builtIn() {
        Partition partition =
                requireNonNull(new ScopedIdentityMap(MapLifecycle.unmanaged(), IdentityMapOptions.DEFAULTS)
                        .partition(new Unit("kennel")));

        assertThat(partition.options().lazyLoading()).isEqualTo(LazyLoading.ONE);
        assertThat(partition.options().lazyLoadReport()).isEqualTo(LazyLoadReport.OFF);
    }
}
