package io.github.selfsame.lifetime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.selfsame.BypassIdentityMap;
import io.github.selfsame.IdentityMap;
import io.github.selfsame.IdentityMapActivation;
import io.github.selfsame.IdentityMapScoped;
import io.github.selfsame.IdentityMapUsageException;
import io.github.selfsame.IdentityMaps;
import io.github.selfsame.UseIdentityMap;
import io.github.selfsame.UseIdentityMap.Nesting;
import io.github.selfsame.spi.IdentityMapRuntimes;
import io.github.selfsame.support.Containers;
import io.github.selfsame.support.Visit;
import io.github.selfsame.support.VisitExtension;
import io.github.selfsame.support.VisitScoped;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.Destroyed;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.context.SessionScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jboss.weld.junit5.EnableWeld;
import org.jboss.weld.junit5.WeldInitiator;
import org.jboss.weld.junit5.WeldSetup;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@EnableWeld
@Timeout(60)
class LifetimeTest {

    private final VisitExtension visits = new VisitExtension();

    @WeldSetup
    WeldInitiator weld = Containers.with(visits, Kennel.class, Requests.class, Plain.class, Guest.class, Diary.class);

    @Inject
    IdentityMaps identityMaps;

    @Inject
    Kennel kennel;

    @Inject
    Requests requests;

    @Inject
    Plain plain;

    @Inject
    Guest guest;

    @Inject
    Diary diary;

    @AfterEach
    void nothingIsLeft() {
        assertThat(identityMaps.current()).isEmpty();
        assertThat(IdentityMapRuntimes.surrounding()).isEmpty();
    }

    private @Nullable IdentityMap current() {
        return identityMaps.current().orElse(null);
    }

    @Test
    @DisplayName("S1: all calls of a request share its map, which ends with the request")
    void livesAsLongAsTheRequest() throws Exception {
        List<IdentityMap> seen = new ArrayList<>();
        requests.run(() -> {
            seen.add(kennel.inRequest(this::current));
            assertThat(current()).as("between the calls").isNull();
            seen.add(kennel.inRequest(this::current));
            assertThat(seen.get(0)).matches(IdentityMap::isOpen);
            return null;
        });
        requests.run(() -> seen.add(kennel.inRequest(this::current)));

        assertThat(seen.get(0)).isNotNull().isSameAs(seen.get(1)).isNotSameAs(seen.get(2));
        assertThat(seen).allMatch(map -> !map.isOpen()).allMatch(map -> map.size() == 0);
    }

    @Test
    @DisplayName("S1, D1: the map of a request ends also when the request fails")
    void endsAfterAnException() {
        IdentityMap[] seen = {null};
        assertThatIllegalStateException()
                .isThrownBy(() -> requests.run(() -> {
                    seen[0] = kennel.inRequest(this::current);
                    throw new IllegalStateException("no toys");
                }));

        assertThat(seen[0]).isNotNull().matches(map -> !map.isOpen());
    }

    @Test
    @DisplayName("S1: a scope of the application's own, with a map for each of its instances")
    void livesAsLongAsACustomScope() throws Exception {
        Visit first = visits.visit();
        Visit second = visits.visit();
        IdentityMap map = first.call(() -> kennel.inVisit(this::current));
        IdentityMap other = second.call(() -> kennel.inVisit(this::current));

        assertThat(other).isNotSameAs(map);
        assertThat(first.call(() -> kennel.inVisit(this::current))).isSameAs(map);
        first.end();
        assertThat(map.isOpen()).isFalse();
        assertThat(other.isOpen()).isTrue();
        second.end();
    }

    @Test
    @DisplayName("S1, S2: @IdentityMapScoped beans live as long as the map of the scope, and its events are fired")
    void carriesScopedBeans() throws Exception {
        Visit visit = visits.visit();
        visit.call(() -> kennel.inVisit(() -> {
            guest.put("ball");
            return null;
        }));
        visit.call(() -> kennel.inVisit(() -> {
            assertThat(guest.content()).containsExactly("ball");
            return null;
        }));
        assertThat(diary.entries()).containsExactly("initialized");

        visit.end();

        assertThat(diary.entries()).containsExactly("initialized", "guest destroyed", "destroyed");
    }

    @Test
    @DisplayName("S1, S9: where the scope is not active the call is not made, and the message says what to do")
    void needsTheScope() {
        assertThatExceptionOfType(ContextNotActiveException.class)
                .isThrownBy(() -> kennel.inVisit(this::current))
                .withMessageStartingWith("SELFSAME000208")
                .withMessageContaining(VisitScoped.class.getName())
                .withMessageContaining(Thread.currentThread().getName());
        assertThatExceptionOfType(ContextNotActiveException.class)
                .isThrownBy(() -> identityMaps.open(SessionScoped.class))
                .withMessageStartingWith("SELFSAME000208");
    }

    @Test
    @DisplayName("S1, S4: a call joins the current map; a new one is that of the scope")
    void nests() throws Exception {
        Visit visit = visits.visit();
        visit.call(() -> {
            IdentityMap ofVisit = kennel.inVisit(this::current);
            try (IdentityMapActivation outer = identityMaps.open()) {
                assertThat(kennel.inVisit(this::current)).isSameAs(outer.map());
                assertThat(kennel.inVisitAnew(this::current)).isSameAs(ofVisit);
                assertThat(current()).isSameAs(outer.map());
            }
            kennel.inVisit(() -> {
                assertThat(plain.using(this::current)).isSameAs(ofVisit);
                assertThat(kennel.inVisitAnew(this::current)).isSameAs(ofVisit);
                assertThat(plain.bypassing(this::current)).isNull();
                return null;
            });
            return null;
        });
        visit.end();
    }

    @Test
    @DisplayName("S5, S1: programs name the lifetime, too")
    void opensByProgram() throws Exception {
        Visit visit = visits.visit();
        visit.call(() -> {
            IdentityMap map;
            try (IdentityMapActivation activation = identityMaps.open(VisitScoped.class)) {
                map = activation.map();
                assertThat(current()).isSameAs(map);
            }
            assertThat(map.isOpen()).isTrue();
            assertThat(identityMaps.<@Nullable IdentityMap>call(VisitScoped.class, Nesting.JOIN, this::current))
                    .isSameAs(map);
            assertThat(kennel.inVisit(this::current)).isSameAs(map);
            try (IdentityMapActivation activation = identityMaps.resume(map)) {
                assertThat(activation.map()).isSameAs(map);
            }
            assertThat(identityMaps.<@Nullable IdentityMap>resume(map, this::current))
                    .isSameAs(map);
            return null;
        });
        visit.end();
        try (IdentityMapActivation activation = identityMaps.open(UseIdentityMap.Invocation.class);
                IdentityMapActivation second = identityMaps.open(UseIdentityMap.ByDefault.class)) {
            assertThat(activation.map()).isNotSameAs(second.map());
        }
        assertThat(identityMaps.defaultLifetime()).isEqualTo(UseIdentityMap.Invocation.class);
    }

    @Test
    @DisplayName("S5, S9: what is no scope is refused")
    void refusesWhatIsNoScope() {
        assertThatExceptionOfType(IdentityMapUsageException.class)
                .isThrownBy(() -> identityMaps.open(Dependent.class))
                .withMessageContaining("SELFSAME000206");
        assertThatExceptionOfType(IdentityMapUsageException.class)
                .isThrownBy(() -> identityMaps.open(IdentityMapScoped.class))
                .withMessageContaining("SELFSAME000207");
    }

    @Test
    @DisplayName("S5: the map of a scope is closed by the scope only")
    void refusesToBeClosed() throws Exception {
        Visit visit = visits.visit();
        IdentityMap map = visit.call(() -> kennel.inVisit(this::current));

        assertThatExceptionOfType(IdentityMapUsageException.class)
                .isThrownBy(map::close)
                .withMessageContaining("SELFSAME000107");
        visit.end();
        map.close();
    }

    @Test
    @DisplayName("S1: a scope that ends while its map is current leaves the rest of the call without a map")
    void survivesTheEndInBetween() throws Exception {
        Visit visit = visits.visit();
        visit.call(() -> kennel.inVisit(() -> {
            visit.end();
            assertThat(current()).isNull();
            assertThat(IdentityMapRuntimes.current()).isNull();
            assertThat(plain.using(this::current)).isNotNull();
            return null;
        }));
    }

    @Test
    @DisplayName("R17, D7: two requests of one session run at once in one map, and it begins once")
    void isSharedByThreads() throws Exception {
        Visit visit = visits.visit();
        int threads = 4;
        CyclicBarrier together = new CyclicBarrier(threads);
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<@Nullable IdentityMap>> results = new ArrayList<>();
            for (int thread = 0; thread < threads; thread++) {
                results.add(pool.submit(() -> {
                    together.await(30, TimeUnit.SECONDS);
                    return visit.call(() -> kennel.inVisit(() -> {
                        await(together);
                        return current();
                    }));
                }));
            }
            IdentityMap first = results.get(0).get();
            for (Future<@Nullable IdentityMap> result : results) {
                assertThat(result.get()).isNotNull().isSameAs(first);
            }
            assertThat(diary.entries()).containsExactly("initialized");
            assertThat(pool.submit(() -> identityMaps.current().isPresent()).get())
                    .isFalse();
        } finally {
            pool.shutdownNow();
        }
        visit.end();
    }

    @Test
    @DisplayName("S1, D10: after passivation the map of a session is empty, and everything works")
    void comesBackEmpty() throws Exception {
        Visit visit = visits.visit();
        IdentityMap before = visit.call(() -> kennel.inVisit(() -> {
            guest.put("ball");
            return current();
        }));

        visit.passivate();

        IdentityMap after = visit.call(() -> kennel.inVisit(() -> {
            assertThat(guest.content()).isEmpty();
            return current();
        }));
        assertThat(after).isNotNull().isNotSameAs(before).matches(IdentityMap::isOpen);
        visit.end();
        assertThat(after.isOpen()).isFalse();
    }

    @Test
    @DisplayName("S1: an observer that looks at the map while it begins sees that very map")
    void isThereWhileItBegins() throws Exception {
        Visit visit = visits.visit();
        diary.onInitialized(() -> assertThat(kennel.inVisitAnew(this::current)).isSameAs(current()));
        visit.call(() -> kennel.inVisit(this::current));

        assertThat(diary.entries()).containsExactly("initialized");
        visit.end();
    }

    @Test
    @DisplayName("S1: an observer that fails prevents the map, and the next call tries again")
    void survivesFailureAtTheBeginning() throws Exception {
        Visit visit = visits.visit();
        diary.onInitialized(() -> {
            throw new IllegalStateException("not now");
        });
        assertThatIllegalStateException()
                .isThrownBy(() -> visit.call(() -> kennel.inVisit(this::current)))
                .withMessage("not now");
        diary.onInitialized(() -> {});
        assertThat(visit.call(() -> kennel.inVisit(this::current))).isNotNull();
        visit.end();
    }

    @Test
    @DisplayName("R18: a map of a scope that is not current has to hear of commits, too")
    void surrounds() throws Exception {
        Visit visit = visits.visit();
        visit.call(() -> {
            IdentityMap map = kennel.inVisit(() -> {
                assertThat(IdentityMapRuntimes.surrounding()).isEmpty();
                return current();
            });
            assertThat(IdentityMapRuntimes.surrounding()).singleElement().isSameAs(map);
            try (IdentityMapActivation other = identityMaps.open();
                    IdentityMapActivation bypass = identityMaps.bypass()) {
                assertThat(bypass).isNotNull();
                assertThat(IdentityMapRuntimes.surrounding()).hasSize(2);
                assertThat(other).isNotNull();
            }
            return null;
        });
        visit.end();
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(30, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @ApplicationScoped
    static class Requests {

        @ActivateRequestContext
        <T extends @Nullable Object> T run(Callable<T> work) throws Exception {
            return work.call();
        }
    }

    @ApplicationScoped
    static class Kennel {

        @UseIdentityMap(lifetime = RequestScoped.class)
        <T extends @Nullable Object> T inRequest(Callable<T> work) throws Exception {
            return work.call();
        }

        @UseIdentityMap(lifetime = VisitScoped.class)
        <T extends @Nullable Object> T inVisit(Callable<T> work) throws Exception {
            return work.call();
        }

        @UseIdentityMap(lifetime = VisitScoped.class, nesting = Nesting.NEW)
        <T extends @Nullable Object> T inVisitAnew(Callable<T> work) {
            try {
                return work.call();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @ApplicationScoped
    static class Plain {

        @UseIdentityMap
        <T extends @Nullable Object> T using(Callable<T> work) throws Exception {
            return work.call();
        }

        @BypassIdentityMap
        <T extends @Nullable Object> T bypassing(Callable<T> work) throws Exception {
            return work.call();
        }
    }

    @IdentityMapScoped
    static class Guest {

        final List<String> content = new ArrayList<>();

        @Inject
        Diary diary;

        void put(String thing) {
            content.add(thing);
        }

        List<String> content() {
            return content;
        }

        @PreDestroy
        void destroyed() {
            diary.entries().add("guest destroyed");
        }
    }

    @ApplicationScoped
    static class Diary {

        final List<String> entries = Collections.synchronizedList(new ArrayList<>());
        Runnable onInitialized = () -> {};

        List<String> entries() {
            return entries;
        }

        void onInitialized(Runnable action) {
            onInitialized = action;
        }

        void initialized(@Observes @Initialized(IdentityMapScoped.class) IdentityMap map) {
            entries.add("initialized");
            onInitialized.run();
        }

        void destroyed(@Observes @Destroyed(IdentityMapScoped.class) IdentityMap map) {
            entries.add("destroyed");
        }
    }
}
