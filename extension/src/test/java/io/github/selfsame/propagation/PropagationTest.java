package io.github.selfsame.propagation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.selfsame.IdentityMap;
import io.github.selfsame.IdentityMapActivation;
import io.github.selfsame.IdentityMapScoped;
import io.github.selfsame.IdentityMapUsageException;
import io.github.selfsame.IdentityMaps;
import io.github.selfsame.UseIdentityMap.Nesting;
import io.github.selfsame.internal.cdi.IdentityMapExtension;
import io.github.selfsame.spi.IdentityMapRuntimes;
import io.github.selfsame.support.Visit;
import io.github.selfsame.support.VisitExtension;
import io.github.selfsame.support.VisitScoped;
import jakarta.enterprise.concurrent.spi.ThreadContextProvider;
import jakarta.enterprise.concurrent.spi.ThreadContextRestorer;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PropagationTest {

    private static final String SWITCH = "selfsame.propagate-to-executors";

    private final VisitExtension visits = new VisitExtension();
    private final ExecutorService pool = Executors.newSingleThreadExecutor();

    /** The two APIs in the same shape: a kind of snapshot, which gives a beginning, which gives an end. */
    enum Api {
        JAKARTA_CONCURRENCY {
            @Override
            Supplier<Runnable> snapshot(boolean propagated) {
                ThreadContextProvider provider = only(ThreadContextProvider.class);
                assertThat(provider.getThreadContextType()).isEqualTo("IdentityMap");
                var snapshot = propagated ? provider.currentContext(Map.of()) : provider.clearedContext(Map.of());
                return () -> {
                    ThreadContextRestorer restorer = snapshot.begin();
                    return restorer::endContext;
                };
            }
        },
        MICROPROFILE {
            @Override
            Supplier<Runnable> snapshot(boolean propagated) {
                var provider = only(org.eclipse.microprofile.context.spi.ThreadContextProvider.class);
                assertThat(provider.getThreadContextType()).isEqualTo("IdentityMap");
                var snapshot = propagated ? provider.currentContext(Map.of()) : provider.clearedContext(Map.of());
                return () -> {
                    var controller = snapshot.begin();
                    return controller::endContext;
                };
            }
        };

        abstract Supplier<Runnable> snapshot(boolean propagated);

        private static <T> T only(Class<T> service) {
            return ServiceLoader.load(service).findFirst().orElseThrow();
        }
    }

    @AfterEach
    void clear() throws Exception {
        System.clearProperty(SWITCH);
        System.clearProperty("selfsame.map-for-every");
        assertThat(pool.submit(IdentityMapRuntimes::current).get()).isNull();
        pool.shutdownNow();
    }

    private WeldContainer container() {
        return new Weld()
                .disableDiscovery()
                .containerId("container" + System.nanoTime())
                .addExtension(new IdentityMapExtension())
                .addExtension(visits)
                .addBeanClasses(Basket.class)
                .initialize();
    }

    /** As an executor does. */
    private <T> T run(Supplier<Runnable> snapshot, Callable<T> task) throws Exception {
        return pool.submit(() -> {
                    Runnable end = snapshot.get();
                    try {
                        return task.call();
                    } finally {
                        end.run();
                    }
                })
                .get();
    }

    @ParameterizedTest
    @MethodSource("apis")
    @DisplayName("S10: by default a task starts without a map, even where the executor propagates all contexts")
    void isNotPropagatedByDefault(Api api) throws Exception {
        try (WeldContainer container = container()) {
            IdentityMaps maps = container.select(IdentityMaps.class).get();
            try (IdentityMapActivation activation = maps.open()) {
                assertThat(activation).isNotNull();
                assertThat(run(api.snapshot(true), maps::current)).isEmpty();
                assertThat(run(api.snapshot(false), maps::current)).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("apis")
    @DisplayName("S10, R17: where it is switched on, an executor that propagates carries the map, another one does not")
    void isPropagated(Api api) throws Exception {
        System.setProperty(SWITCH, "true");
        try (WeldContainer container = container()) {
            IdentityMaps maps = container.select(IdentityMaps.class).get();
            Basket basket = container.select(Basket.class).get();
            try (IdentityMapActivation outer = maps.open();
                    IdentityMapActivation inner = maps.open()) {
                int calls = basket.call();
                run(api.snapshot(true), () -> {
                    assertThat(maps.current()).contains(inner.map());
                    assertThat(basket.call()).isEqualTo(calls + 1);
                    assertThat(IdentityMapRuntimes.surrounding())
                            .singleElement()
                            .isSameAs(outer.map());
                    try (IdentityMapActivation again = maps.resume(inner.map())) {
                        assertThat(maps.current()).contains(again.map());
                    }
                    assertThatExceptionOfType(IdentityMapUsageException.class).isThrownBy(inner::close);
                    maps.open();
                    return maps.bypass();
                });
                assertThat(run(api.snapshot(false), maps::current)).isEmpty();
                assertThat(pool.submit(maps::current).get()).isEmpty();
                assertThat(maps.current()).contains(inner.map());
                assertThat(inner.map().isOpen()).isTrue();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("apis")
    @DisplayName("S10: a task that outlives the map goes on without one")
    void outlivesTheMap(Api api) throws Exception {
        System.setProperty(SWITCH, "true");
        try (WeldContainer container = container()) {
            IdentityMaps maps = container.select(IdentityMaps.class).get();
            Supplier<Runnable> snapshot;
            IdentityMap ended;
            try (IdentityMapActivation activation = maps.open()) {
                snapshot = api.snapshot(true);
                ended = activation.map();
            }
            run(snapshot, () -> {
                assertThat(maps.current()).isEmpty();
                assertThat(IdentityMapRuntimes.current()).isNull();
                return maps.call(
                        Nesting.JOIN,
                        () -> assertThat(maps.current()).isPresent().get().isNotSameAs(ended));
            });
        }
    }

    @ParameterizedTest
    @MethodSource("apis")
    @DisplayName("S10: what was current on the executor's thread is hidden during the task, and current again after it")
    void restoresTheThread(Api api) throws Exception {
        try (WeldContainer container = container()) {
            IdentityMaps maps = container.select(IdentityMaps.class).get();
            Supplier<Runnable> snapshot = api.snapshot(false);
            try (IdentityMapActivation own = maps.open()) {
                Runnable end = snapshot.get();
                assertThat(maps.current()).isEmpty();
                end.run();
                assertThat(maps.current()).contains(own.map());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("apis")
    @DisplayName("S10, S8: a propagated scope does not bring its map unless maps are propagated")
    void hidesTheMapOfThePropagatedScope(Api api) throws Exception {
        System.setProperty("selfsame.map-for-every", VisitScoped.class.getName());
        try (WeldContainer container = container()) {
            IdentityMaps maps = container.select(IdentityMaps.class).get();
            Visit visit = visits.visit();
            IdentityMap map = visit.call(() -> maps.current().orElseThrow());
            Supplier<Runnable> snapshot = visit.call(() -> api.snapshot(true));
            assertThat(run(snapshot, () -> visit.call(maps::current))).contains(map);
            assertThat(visit.call(() -> run(() -> {}, snapshot, maps))).isFalse();
            visit.end();
        }
    }

    /** On this thread, where the scope is active when the context begins. */
    private static boolean run(Runnable before, Supplier<Runnable> snapshot, IdentityMaps maps) {
        before.run();
        Runnable end = snapshot.get();
        try {
            return maps.current().isPresent();
        } finally {
            end.run();
        }
    }

    @Test
    @DisplayName("S10, S8: neither API has to be there")
    void worksWithoutTheApis() throws Exception {
        URL[] withoutOptional = Stream.of(
                        System.getProperty("java.class.path").split(System.getProperty("path.separator"), -1))
                .filter(entry -> !entry.contains("microprofile") && !entry.contains("concurrent-api"))
                .map(PropagationTest::url)
                .toArray(URL[]::new);
        try (URLClassLoader application = new URLClassLoader(withoutOptional, ClassLoader.getPlatformClassLoader())) {
            assertThatExceptionOfType(ClassNotFoundException.class)
                    .isThrownBy(() -> application.loadClass(ThreadContextProvider.class.getName()));
            Thread thread = Thread.currentThread();
            ClassLoader before = thread.getContextClassLoader();
            thread.setContextClassLoader(application);
            try {
                Class<?> main = application.loadClass(Standalone.class.getName());
                assertThat(main.getMethod("hasMap").invoke(null)).isEqualTo(true);
            } finally {
                thread.setContextClassLoader(before);
            }
        }
    }

    private static URL url(String path) {
        try {
            return Path.of(path).toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }

    static Stream<Api> apis() {
        return Arrays.stream(Api.values());
    }

    @IdentityMapScoped
    static class Basket {

        private int calls;

        int call() {
            calls++;
            return calls;
        }
    }
}
