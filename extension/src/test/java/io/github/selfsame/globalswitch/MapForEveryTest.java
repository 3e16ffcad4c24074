package io.github.selfsame.globalswitch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.selfsame.BypassIdentityMap;
import io.github.selfsame.IdentityMap;
import io.github.selfsame.IdentityMapActivation;
import io.github.selfsame.IdentityMapScoped;
import io.github.selfsame.IdentityMaps;
import io.github.selfsame.UseIdentityMap;
import io.github.selfsame.internal.cdi.IdentityMapExtension;
import io.github.selfsame.spi.IdentityMapRuntimes;
import io.github.selfsame.support.Visit;
import io.github.selfsame.support.VisitExtension;
import io.github.selfsame.support.VisitScoped;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class MapForEveryTest {

    private static final String SWITCH = "selfsame.map-for-every";
    private static final String LIFETIME = "selfsame.default-lifetime";

    private final VisitExtension visits = new VisitExtension();

    @AfterEach
    void clear() {
        System.clearProperty(SWITCH);
        System.clearProperty(LIFETIME);
        assertThat(IdentityMapRuntimes.exist()).isFalse();
    }

    private WeldContainer container() {
        return new Weld()
                .disableDiscovery()
                .containerId("container" + System.nanoTime())
                .addExtension(new IdentityMapExtension())
                .addExtension(visits)
                .addBeanClasses(Requests.class, Kennel.class, Saboteur.class)
                .initialize();
    }

    @Test
    @DisplayName("S8: off by default")
    void isOffByDefault() throws Exception {
        try (WeldContainer container = container()) {
            Requests requests = container.select(Requests.class).get();
            assertThat(requests.run(requests::current)).isNull();
        }
    }

    @Test
    @DisplayName("S8: one setting gives every request a map, without any change to user code")
    void givesEveryRequestAMap() throws Exception {
        System.setProperty(SWITCH, "request");
        try (WeldContainer container = container()) {
            Requests requests = container.select(Requests.class).get();
            IdentityMap injected = container.select(IdentityMap.class).get();
            IdentityMap first = requests.run(() -> {
                IdentityMap map = requests.current();
                assertThat(map).isNotNull().isSameAs(requests.current());
                assertThat(IdentityMapRuntimes.current()).isSameAs(map);
                assertThat(IdentityMapRuntimes.surrounding()).isEmpty();
                assertThat(injected.isOpen()).isTrue();
                return map;
            });
            IdentityMap second = requests.run(requests::current);

            assertThat(second).isNotSameAs(first);
            assertThat(List.of(first, second)).noneMatch(IdentityMap::isOpen);
            assertThat(requests.current()).as("outside of requests").isNull();
        }
    }

    @Test
    @DisplayName(
            "S8, S4: calls join the map of the request, bypass and nested maps work locally, another lifetime counts")
    void worksWithEverythingElse() throws Exception {
        System.setProperty(SWITCH, "request");
        try (WeldContainer container = container()) {
            Requests requests = container.select(Requests.class).get();
            Kennel kennel = container.select(Kennel.class).get();
            IdentityMaps maps = container.select(IdentityMaps.class).get();
            requests.run(() -> {
                IdentityMap ofRequest = requests.current();
                assertThat(kennel.using(requests::current)).isSameAs(ofRequest);
                assertThat(kennel.usingRequest(requests::current)).isSameAs(ofRequest);
                kennel.bypassing(() -> {
                    assertThat(requests.current()).isNull();
                    assertThat(IdentityMapRuntimes.surrounding())
                            .singleElement()
                            .isSameAs(ofRequest);
                    return null;
                });
                try (IdentityMapActivation inner = maps.open()) {
                    assertThat(requests.current()).isSameAs(inner.map());
                    assertThat(IdentityMapRuntimes.surrounding())
                            .singleElement()
                            .isSameAs(ofRequest);
                }
                Visit visit = visits.visit();
                assertThat(visit.call(() -> kennel.usingVisit(requests::current)))
                        .isNotNull()
                        .isNotSameAs(ofRequest);
                visit.end();
                assertThat(requests.current()).isSameAs(ofRequest);
                return null;
            });
        }
    }

    @Test
    @DisplayName("S8: the scope may be any other one, by the class name of its annotation")
    void takesOtherScopes() throws Exception {
        System.setProperty(SWITCH, VisitScoped.class.getName());
        try (WeldContainer container = container()) {
            Requests requests = container.select(Requests.class).get();
            Visit visit = visits.visit();
            IdentityMap map = visit.call(requests::current);
            assertThat(map).isNotNull();
            assertThat(visit.<@Nullable IdentityMap>call(() -> requests.run(requests::current)))
                    .isSameAs(map);
            visit.end();
            assertThat(map.isOpen()).isFalse();
            assertThat(requests.run(requests::current)).isNull();
        }
    }

    @Test
    @DisplayName("S8: the default lifetime of @UseIdentityMap can be set, and is not used where another one is named")
    void setsTheDefaultLifetime() throws Exception {
        System.setProperty(LIFETIME, "request");
        try (WeldContainer container = container()) {
            Requests requests = container.select(Requests.class).get();
            Kennel kennel = container.select(Kennel.class).get();
            requests.run(() -> {
                IdentityMap map = kennel.using(requests::current);
                assertThat(kennel.using(requests::current)).isSameAs(map);
                assertThat(kennel.usingRequest(requests::current)).isSameAs(map);
                assertThat(kennel.usingForCall(requests::current)).isNotSameAs(map);
                assertThat(requests.current()).isNull();
                return null;
            });
            assertThat(container.select(IdentityMaps.class).get().defaultLifetime())
                    .isEqualTo(RequestScoped.class);
        }
    }

    @Test
    @DisplayName("S8, S9: unknown names and wrong values fail the deployment, all at once, with a suggestion")
    void rejectsWrongSettings() {
        System.setProperty(SWITCH, "requests");
        System.setProperty(LIFETIME, "java.lang.Deprecated");
        System.setProperty("selfsame.defualt-lifetime", "request");
        try {
            assertThatThrownBy(this::container)
                    .hasMessageContaining("Problems found: 3")
                    .hasMessageContaining("SELFSAME000401: The setting selfsame.map-for-every")
                    .hasMessageContaining("'requests'. Did you mean 'request'?")
                    .hasMessageContaining("SELFSAME000401: The setting selfsame.default-lifetime")
                    .hasMessageContaining("SELFSAME000400: The setting selfsame.defualt-lifetime")
                    .hasMessageContaining("Did you mean selfsame.default-lifetime?");
        } finally {
            System.clearProperty("selfsame.defualt-lifetime");
        }
    }

    @Test
    @DisplayName("S8, R19: a map that can't begin is not there, and what is read does not suffer")
    void neverFails() throws Exception {
        System.setProperty(SWITCH, "request");
        try (WeldContainer container = container()) {
            Requests requests = container.select(Requests.class).get();
            container.select(Saboteur.class).get().start();
            requests.run(() -> {
                assertThat(IdentityMapRuntimes.current()).isNull();
                assertThat(IdentityMapRuntimes.current()).isNull();
                return null;
            });
        }
    }

    @Test
    @DisplayName("S1, D1: a pooled thread keeps nothing of failing, forgetful and abandoned requests")
    void leavesThreadsClean() throws Exception {
        System.setProperty(SWITCH, "request");
        ExecutorService server = Executors.newSingleThreadExecutor();
        try (WeldContainer container = container()) {
            Requests requests = container.select(Requests.class).get();
            IdentityMaps maps = container.select(IdentityMaps.class).get();
            List<IdentityMap> seen = new ArrayList<>();
            for (int round = 0; round < 3; round++) {
                server.submit(() -> assertThatIllegalStateException()
                                .isThrownBy(() -> requests.run(() -> {
                                    seen.add(requests.current());
                                    throw new IllegalStateException("failed");
                                })))
                        .get();
                server.submit(() -> requests.run(() -> {
                            seen.add(requests.current());
                            return seen.add(maps.open().map());
                        }))
                        .get();
                server.submit(() -> requests.run(() -> {
                            seen.add(requests.current());
                            return maps.bypass();
                        }))
                        .get();
                server.submit(() -> {
                            assertThat(requests.current()).isNull();
                            assertThat(IdentityMapRuntimes.surrounding()).isEmpty();
                        })
                        .get();
            }
            assertThat(seen).hasSize(12).doesNotHaveDuplicates().noneMatch(IdentityMap::isOpen);
        } finally {
            server.shutdownNow();
        }
    }

    @ApplicationScoped
    static class Requests {

        @Inject
        IdentityMaps identityMaps;

        @ActivateRequestContext
        <T extends @Nullable Object> T run(Callable<T> work) throws Exception {
            return work.call();
        }

        @Nullable IdentityMap current() {
            return identityMaps.current().orElse(null);
        }
    }

    @ApplicationScoped
    static class Kennel {

        @UseIdentityMap
        <T extends @Nullable Object> T using(Supplier<T> work) {
            return work.get();
        }

        @UseIdentityMap(lifetime = RequestScoped.class)
        <T extends @Nullable Object> T usingRequest(Supplier<T> work) {
            return work.get();
        }

        @UseIdentityMap(lifetime = VisitScoped.class)
        <T extends @Nullable Object> T usingVisit(Supplier<T> work) {
            return work.get();
        }

        @UseIdentityMap(lifetime = UseIdentityMap.Invocation.class)
        <T extends @Nullable Object> T usingForCall(Supplier<T> work) {
            return work.get();
        }

        @BypassIdentityMap
        <T extends @Nullable Object> T bypassing(Supplier<T> work) {
            return work.get();
        }
    }

    @ApplicationScoped
    static class Saboteur {

        private boolean active;

        void start() {
            active = true;
        }

        void initialized(@Observes @Initialized(IdentityMapScoped.class) IdentityMap map) {
            if (active) {
                throw new IllegalStateException("sabotage");
            }
        }
    }
}
