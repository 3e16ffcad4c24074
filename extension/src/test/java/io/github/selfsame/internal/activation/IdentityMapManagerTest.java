package io.github.selfsame.internal.activation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.selfsame.IdentityMap;
import io.github.selfsame.IdentityMapActivation;
import io.github.selfsame.IdentityMapClosedException;
import io.github.selfsame.IdentityMapOptions;
import io.github.selfsame.IdentityMapUsageException;
import io.github.selfsame.LazyLoading;
import io.github.selfsame.internal.map.MapLifecycle;
import io.github.selfsame.internal.map.ScopedIdentityMap;
import io.github.selfsame.spi.IdentityMapRuntime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class IdentityMapManagerTest {

    private final Recorder recorder = new Recorder();
    private final IdentityMapManager manager = new IdentityMapManager(recorder);
    private final IdentityMapRuntime runtime = manager.runtime();
    private final ExecutorService otherThread = Executors.newSingleThreadExecutor();

    @AfterEach
    void nothingIsLeft() throws Exception {
        assertThat(manager.current()).as("map on this thread").isEmpty();
        assertThat(runtime.surrounding()).isEmpty();
        assertThat(elsewhere(manager::current)).as("map on the other thread").isEmpty();
        otherThread.shutdown();
        assertThat(otherThread.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
    }

    private <T> T elsewhere(Callable<T> call) throws InterruptedException, ExecutionException {
        return otherThread.submit(call).get();
    }

    private static void assertUsageException(ThrowingCallable call, String id) {
        assertThatThrownBy(call).isInstanceOf(IdentityMapUsageException.class).hasMessageContaining(id);
    }

    @Nested
    class WaysOfLazyLoading {

        @Test
        @DisplayName("P13, S5: a way counts until it is closed, for the map that was current, and nests")
        void nests() throws Exception {
            try (IdentityMapActivation map = manager.open()) {
                assertThat(runtime.lazyLoading()).isNull();
                try (IdentityMapActivation raise = manager.withLazyLoading(LazyLoading.RAISE)) {
                    assertThat(raise.map()).isSameAs(map.map());
                    assertThat(runtime.lazyLoading()).isEqualTo(LazyLoading.RAISE);
                    assertThat(manager.withLazyLoading(LazyLoading.PEERS, runtime::lazyLoading))
                            .isEqualTo(LazyLoading.PEERS);
                    assertThat(manager.withLazyLoading(LazyLoading.DEFAULT, () -> runtime.lazyLoading() == null))
                            .isTrue();
                    try (IdentityMapActivation resumed = manager.resume(map.map())) {
                        assertThat(resumed.map()).isSameAs(map.map());
                        assertThat(runtime.lazyLoading()).isEqualTo(LazyLoading.RAISE);
                    }
                    assertThat(elsewhere(() -> runtime.lazyLoading() == null)).isTrue();
                }
                assertThat(runtime.lazyLoading()).isNull();
            }
        }

        @Test
        @DisplayName("P13, R18: another map and a bypass do not inherit it")
        void isOfItsMap() {
            try (IdentityMapActivation map = manager.open();
                    IdentityMapActivation raise = manager.withLazyLoading(LazyLoading.RAISE)) {
                assertThat(raise.map()).isSameAs(map.map());
                try (IdentityMapActivation other = manager.open()) {
                    assertThat(other.map()).isNotSameAs(map.map());
                    assertThat(runtime.lazyLoading()).isNull();
                }
                try (IdentityMapActivation bypass = manager.bypass()) {
                    assertThat(bypass).isNotNull();
                    assertThat(runtime.lazyLoading()).isNull();
                }
                assertThat(runtime.lazyLoading()).isEqualTo(LazyLoading.RAISE);
            }
        }

        @Test
        @DisplayName("P13: without a current map there is nothing to say it for")
        void needsMap() {
            assertUsageException(() -> manager.withLazyLoading(LazyLoading.PEERS), "SELFSAME000109");
        }
    }

    @Nested
    class Stack {

        @Test
        @DisplayName("S5: a map is current from open to close, and ended then")
        void opens() {
            IdentityMapActivation activation = manager.open();
            IdentityMap map = activation.map();

            assertThat(manager.current()).contains(map);
            assertThat(runtime.current()).isSameAs(map);
            assertThat(map.isOpen()).isTrue();

            activation.close();

            assertThat(map.isOpen()).isFalse();
            assertThat(runtime.current()).isNull();
        }

        @Test
        @DisplayName("S5: nesting restores what was before")
        void nests() {
            try (IdentityMapActivation outer = manager.open()) {
                try (IdentityMapActivation inner = manager.open()) {
                    assertThat(manager.current()).contains(inner.map());
                    assertThat(inner.map()).isNotSameAs(outer.map());
                }
                assertThat(manager.current()).contains(outer.map());
                assertThat(outer.map().isOpen()).isTrue();
            }
        }

        @Test
        @DisplayName("R18: a bypass hides the map and says which")
        void bypasses() {
            try (IdentityMapActivation outer = manager.open();
                    IdentityMapActivation bypass = manager.bypass()) {
                assertThat(manager.current()).isEmpty();
                assertThat(manager.currentSession()).isNull();
                assertThat(runtime.current()).isNull();
                assertThat(runtime.surrounding()).singleElement().isSameAs(outer.map());
                assertUsageException(bypass::map, "SELFSAME000106");

                try (IdentityMapActivation again = manager.bypass()) {
                    assertThat(runtime.surrounding()).singleElement().isSameAs(outer.map());
                    assertThat(again).isNotNull();
                }
                try (IdentityMapActivation inner = manager.open()) {
                    assertThat(runtime.current()).isSameAs(inner.map());
                    assertThat(runtime.surrounding()).singleElement().isSameAs(outer.map());
                }
            }
        }

        @Test
        @DisplayName("R18: all maps around the current one are known, each once, and not those that have ended")
        void knowsAllAround() {
            IdentityMap kept = manager.create();
            try (IdentityMapActivation first = manager.resume(kept);
                    IdentityMapActivation second = manager.open();
                    IdentityMapActivation bypass = manager.bypass();
                    IdentityMapActivation third = manager.open();
                    IdentityMapActivation again = manager.resume(kept)) {
                assertThat(bypass).isNotNull();
                assertThat(runtime.current()).isSameAs(first.map());
                assertThat(runtime.surrounding())
                        .extracting(IdentityMap.class::cast)
                        .containsExactlyInAnyOrder(second.map(), third.map());
                assertThat(again.map()).isSameAs(kept);
            }
            assertThat(runtime.surrounding()).isEmpty();
            kept.close();
        }

        @Test
        @DisplayName("R18: a bypass without a map hides nothing")
        void bypassesNothing() {
            try (IdentityMapActivation bypass = manager.bypass()) {
                assertThat(bypass).isNotNull();
                assertThat(runtime.surrounding()).isEmpty();
            }
        }

        @Test
        @DisplayName("S5: closing again does nothing, on any thread")
        void closesOnce() throws Exception {
            IdentityMapActivation first = manager.open();
            first.close();
            try (IdentityMapActivation second = manager.open()) {
                first.close();
                elsewhere(() -> {
                    first.close();
                    return first;
                });
                assertThat(manager.current()).contains(second.map());
            }
        }

        @Test
        @DisplayName("S5: closing out of order is an error, and loses nothing")
        void refusesTheWrongOrder() {
            IdentityMapActivation outer = manager.open();
            IdentityMapActivation inner = manager.open();

            assertUsageException(outer::close, "SELFSAME000104");

            assertThat(outer.map().isOpen()).isTrue();
            assertThat(manager.current()).contains(inner.map());
            inner.close();
            assertThat(manager.current()).contains(outer.map());
            outer.close();
        }

        @Test
        @DisplayName("S5: closing on another thread is an error, and loses nothing")
        void refusesOtherThreads() throws Exception {
            try (IdentityMapActivation activation = manager.open()) {
                elsewhere(() -> {
                    assertUsageException(activation::close, "SELFSAME000103");
                    return activation;
                });
                assertThat(manager.current()).contains(activation.map());
                assertThat(elsewhere(manager::current)).isEmpty();
            }
        }

        @Test
        @DisplayName("S5: forgotten activations end with the one below them")
        void closesForgottenOnes() {
            IdentityMapActivation outer = manager.open();
            IdentityMapActivation forgotten = manager.open();
            manager.bypass();
            IdentityMap map = forgotten.map();

            manager.closeWithForgotten(outer);

            assertThat(map.isOpen()).isFalse();
            assertThat(manager.current()).isEmpty();
            forgotten.close();
            manager.closeWithForgotten(outer);
        }

        @Test
        @DisplayName("S5: two containers do not see each other's maps")
        void separatesManagers() {
            IdentityMapManager other = new IdentityMapManager();
            try (IdentityMapActivation activation = manager.open()) {
                assertThat(other.current()).isEmpty();
                assertUsageException(() -> other.resume(activation.map()), "SELFSAME000105");
            }
        }
    }

    @Nested
    class Resuming {

        @Test
        @DisplayName("S6: a created map is current only while it is resumed, and lives on")
        void resumes() {
            IdentityMap map = manager.create();
            assertThat(manager.current()).isEmpty();

            for (int times = 0; times < 2; times++) {
                try (IdentityMapActivation activation = manager.resume(map)) {
                    assertThat(activation.map()).isSameAs(map);
                    assertThat(manager.current()).contains(map);
                }
                assertThat(manager.current()).isEmpty();
                assertThat(map.isOpen()).isTrue();
            }

            map.close();
            map.close();
            assertThat(map.isOpen()).isFalse();
        }

        @Test
        @DisplayName("S6: a map can be resumed on another thread, one at a time")
        void resumesElsewhere() throws Exception {
            IdentityMap map = manager.create();
            try (IdentityMapActivation activation = manager.resume(map)) {
                assertThat(activation.map()).isSameAs(map);
                elsewhere(() -> {
                    assertUsageException(() -> manager.resume(map), "SELFSAME000101");
                    return map;
                });
            }
            elsewhere(() -> {
                try (IdentityMapActivation activation = manager.resume(map)) {
                    assertThat(manager.current()).contains(activation.map());
                }
                return map;
            });
            map.close();
        }

        @Test
        @DisplayName("S5: an opened map stays with its thread")
        void refusesOpenedMapsElsewhere() throws Exception {
            try (IdentityMapActivation activation = manager.open()) {
                elsewhere(() -> {
                    assertUsageException(() -> manager.resume(activation.map()), "SELFSAME000101");
                    return activation;
                });
            }
        }

        @Test
        @DisplayName("S5: the current map can be resumed on its thread, also under others")
        void resumesTheCurrent() throws Exception {
            IdentityMap map = manager.create();
            try (IdentityMapActivation first = manager.resume(map)) {
                try (IdentityMapActivation other = manager.open();
                        IdentityMapActivation second = manager.resume(first.map())) {
                    assertThat(manager.current()).contains(map);
                    assertThat(other.map()).isNotSameAs(second.map());
                }
                assertThat(manager.current()).contains(map);
                elsewhere(() -> {
                    assertUsageException(() -> manager.resume(map), "SELFSAME000101");
                    return map;
                });
            }
            map.close();
        }

        @Test
        @DisplayName("S6: an ended map can't be resumed")
        void refusesEndedMaps() {
            IdentityMap map = manager.create();
            map.close();

            assertThatThrownBy(() -> manager.resume(map))
                    .isInstanceOf(IdentityMapClosedException.class)
                    .hasMessageContaining("SELFSAME000100");
        }

        @Test
        @DisplayName("S5: a map of somebody else's can't be resumed")
        void refusesForeignMaps() {
            assertUsageException(
                    () -> manager.resume(new ScopedIdentityMap(MapLifecycle.unmanaged(), IdentityMapOptions.DEFAULTS)),
                    "SELFSAME000105");
        }

        @Test
        @DisplayName("S5: a map can't be closed while it is current, wherever")
        void refusesToCloseTheCurrent() throws Exception {
            IdentityMap map = manager.create();
            try (IdentityMapActivation activation = manager.resume(map)) {
                assertUsageException(map::close, "SELFSAME000102");
                elsewhere(() -> {
                    assertUsageException(map::close, "SELFSAME000102");
                    return map;
                });
                assertThat(activation.map().isOpen()).isTrue();
            }
            try (IdentityMapActivation activation = manager.open()) {
                assertUsageException(() -> activation.map().close(), "SELFSAME000102");
            }
            map.close();
        }

        @Test
        @DisplayName("S6: a map can be closed on another thread and under a bypass")
        void closesAnywhere() throws Exception {
            IdentityMap first = manager.create();
            elsewhere(() -> {
                first.close();
                return first;
            });
            assertThat(first.isOpen()).isFalse();

            IdentityMap second = manager.create();
            try (IdentityMapActivation bypass = manager.bypass()) {
                assertThat(bypass).isNotNull();
                second.close();
                assertThat(manager.current()).isEmpty();
            }
            assertThat(second.isOpen()).isFalse();
        }
    }

    @Nested
    class Listening {

        @Test
        @DisplayName("S2: the listener hears of beginning and end, the map being current in between")
        void tellsOfOpenedMaps() {
            manager.open().close();

            assertThat(recorder.events)
                    .containsExactly("opened, current, open", "ending, current, open", "ended, not current, closed");
        }

        @Test
        @DisplayName("S2, S6: the same for a map that the user keeps")
        void tellsOfCreatedMaps() {
            IdentityMap map = manager.create();
            manager.resume(map).close();
            map.close();

            assertThat(recorder.events)
                    .containsExactly("opened, current, open", "ending, current, open", "ended, not current, closed");
        }

        @Test
        @DisplayName("S5: a listener that fails at the beginning leaves nothing behind")
        void survivesFailureAtTheBeginning() {
            recorder.failing = "opened";

            assertThatThrownBy(manager::open).hasMessage("opened fails");
            assertThat(manager.current()).isEmpty();
            assertThat(recorder.events).hasSize(3);
            assertThatThrownBy(manager::create).hasMessage("opened fails");
            assertThat(manager.current()).isEmpty();
        }

        @Test
        @DisplayName("S1: a listener that fails at the end does not keep the map alive")
        void survivesFailureAtTheEnd() {
            recorder.failing = "ending";
            IdentityMapActivation activation = manager.open();
            IdentityMap map = activation.map();

            assertThatThrownBy(activation::close).hasMessage("ending fails");

            assertThat(map.isOpen()).isFalse();
            assertThat(manager.current()).isEmpty();
        }

        @Test
        @DisplayName("S5: what is opened and forgotten while a map ends does not stay")
        void closesWhatTheEndLeaves() {
            try (IdentityMapActivation outer = manager.open()) {
                IdentityMapActivation inner = manager.open();
                recorder.onEnding = manager::bypass;
                inner.close();
                recorder.onEnding = null;
                assertThat(manager.current()).contains(outer.map());
            }
        }

        @Test
        @DisplayName("S5: failures of several ends leave nothing behind")
        void survivesFailuresOfSeveralEnds() {
            IdentityMapActivation outer = manager.open();
            IdentityMap first = outer.map();
            IdentityMap second = manager.open().map();
            recorder.failing = "ending";

            assertThatThrownBy(() -> manager.closeWithForgotten(outer)).hasMessage("ending fails");

            assertThat(second.isOpen()).isFalse();
            assertThat(first.isOpen()).isFalse();
        }

        @Test
        @DisplayName("S5: closing a map within its own end does nothing")
        void closesOnceWithinTheEnd() {
            IdentityMapActivation activation = manager.open();
            IdentityMap map = activation.map();
            recorder.onEnding = () -> {
                activation.close();
                map.close();
                manager.resume(map).close();
            };

            activation.close();

            assertThat(recorder.events).hasSize(3);
            assertThat(map.isOpen()).isFalse();
        }

        @Test
        @DisplayName("S5: a map that ends can't be resumed elsewhere")
        void refusesResumingWhileEnding() {
            IdentityMap map = manager.create();
            recorder.onEnding = () -> assertThatThrownBy(() -> elsewhere(() -> manager.resume(map)))
                    .hasRootCauseInstanceOf(IdentityMapClosedException.class);

            map.close();

            assertThat(map.isOpen()).isFalse();
        }
    }

    private final class Recorder implements MapListener {

        final List<String> events = new ArrayList<>();

        @Nullable String failing;

        @Nullable Runnable onEnding;

        @Override
        public void opened(MapSession session) {
            record("opened", session);
        }

        @Override
        public void ending(MapSession session) {
            record("ending", session);
            Runnable action = onEnding;
            if (action != null) {
                action.run();
            }
        }

        @Override
        public void ended(MapSession session) {
            record("ended", session);
        }

        private void record(String event, MapSession session) {
            boolean current = manager.currentSession() == session;
            events.add(event
                    + (current ? ", current" : ", not current")
                    + (session.map().isOpen() ? ", open" : ", closed"));
            if (event.equals(failing)) {
                throw new IllegalStateException(event + " fails");
            }
        }
    }
}
