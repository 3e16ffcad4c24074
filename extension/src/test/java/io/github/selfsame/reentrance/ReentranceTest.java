package io.github.selfsame.reentrance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.selfsame.BypassIdentityMap;
import io.github.selfsame.IdentityMap;
import io.github.selfsame.IdentityMapActivation;
import io.github.selfsame.IdentityMapUsageException;
import io.github.selfsame.IdentityMaps;
import io.github.selfsame.UseIdentityMap;
import io.github.selfsame.UseIdentityMap.Nesting;
import io.github.selfsame.support.Containers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
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
class ReentranceTest {

    @WeldSetup
    WeldInitiator weld = Containers.with(Ping.class, Pong.class);

    @Inject
    IdentityMaps identityMaps;

    @Inject
    Ping ping;

    @AfterEach
    void nothingIsLeft() {
        assertThat(identityMaps.current()).isEmpty();
    }

    @Test
    @DisplayName("S4, D76: a recursive call joins its own map")
    void recursesInOneMap() {
        List<IdentityMap> seen = new ArrayList<>();
        ping.joining(5, seen);

        assertThat(seen).hasSize(11).containsOnly(seen.get(0));
        assertThat(seen.get(0).isOpen()).isFalse();
    }

    @Test
    @DisplayName("S4, D67, D76: or has a map for each level, and every level finds its own again")
    void recursesInNestedMaps() {
        List<IdentityMap> seen = new ArrayList<>();
        ping.nesting(5, seen);

        assertThat(seen).hasSize(11);
        for (int level = 0; level < 5; level++) {
            assertThat(seen.get(level)).isSameAs(seen.get(10 - level)).isNotSameAs(seen.get(level + 1));
        }
        assertThat(seen).noneMatch(IdentityMap::isOpen);
    }

    @Test
    @DisplayName("S4, R18: bypass and map alternate in a recursion")
    void alternates() {
        List<@Nullable IdentityMap> seen = new ArrayList<>();
        ping.alternating(2, seen);

        assertThat(seen).hasSize(6);
        assertThat(seen.get(0)).isNotNull();
        assertThat(seen.get(1)).isNull();
        assertThat(seen.get(2)).isNotNull().isNotSameAs(seen.get(0));
        assertThat(seen.get(3)).isNull();
    }

    @Test
    @DisplayName("S4, D61, D76: two threads in one annotated method have a map each")
    void separatesThreads() throws Exception {
        CyclicBarrier together = new CyclicBarrier(2);
        ExecutorService pool = Executors.newFixedThreadPool(2);
        try {
            Callable<IdentityMap> task = () -> ping.calling(() -> {
                IdentityMap before = identityMaps.current().orElseThrow();
                together.await(30, TimeUnit.SECONDS);
                assertThat(identityMaps.current()).contains(before);
                together.await(30, TimeUnit.SECONDS);
                return before;
            });
            Future<IdentityMap> first = pool.submit(task);
            Future<IdentityMap> second = pool.submit(task);

            assertThat(first.get()).isNotSameAs(second.get());
            assertThat(List.of(first.get(), second.get())).noneMatch(IdentityMap::isOpen);
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    @DisplayName("S5, D59, D67: after an exception on any level the level below finds its own map")
    void restoresAfterExceptions() {
        try (IdentityMapActivation outer = identityMaps.open()) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> ping.callingAnew(() -> ping.callingAnew(() -> {
                        identityMaps.open();
                        identityMaps.bypass();
                        throw new IllegalStateException("no toys");
                    })));
            assertThat(identityMaps.current()).contains(outer.map());
        }
    }

    @Test
    @DisplayName("S6, D65: a kept map is resumed by a lambda, again and on another thread, and lives on")
    void resumesByLambda() throws Exception {
        IdentityMap kept = identityMaps.create();
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            Callable<@Nullable IdentityMap> current =
                    () -> identityMaps.current().orElse(null);
            assertThat(identityMaps.<@Nullable IdentityMap>resume(kept, current))
                    .isSameAs(kept);
            assertThat(other.submit(() -> identityMaps.<@Nullable IdentityMap>resume(kept, current))
                            .get())
                    .isSameAs(kept);
            assertThatIllegalStateException()
                    .isThrownBy(() -> identityMaps.resume(kept, () -> {
                        identityMaps.bypass();
                        throw new IllegalStateException("no toys");
                    }));
            assertThat(identityMaps.current()).isEmpty();
            assertThat(kept.isOpen()).isTrue();
            identityMaps.resume(kept, () -> assertThatExceptionOfType(IdentityMapUsageException.class)
                    .isThrownBy(kept::close)
                    .withMessageContaining("SELFSAME000102"));
        } finally {
            other.shutdownNow();
            kept.close();
        }
    }

    @ApplicationScoped
    static class Ping {

        @Inject
        IdentityMaps identityMaps;

        @Inject
        Pong pong;

        @UseIdentityMap
        void joining(int depth, List<IdentityMap> seen) {
            seen.add(identityMaps.current().orElseThrow());
            if (depth > 0) {
                pong.joining(depth, seen);
                seen.add(identityMaps.current().orElseThrow());
            }
        }

        @UseIdentityMap(nesting = Nesting.NEW)
        void nesting(int depth, List<IdentityMap> seen) {
            seen.add(identityMaps.current().orElseThrow());
            if (depth > 0) {
                pong.nesting(depth, seen);
                seen.add(identityMaps.current().orElseThrow());
            }
        }

        @UseIdentityMap
        void alternating(int depth, List<@Nullable IdentityMap> seen) {
            seen.add(identityMaps.current().orElse(null));
            pong.alternating(depth, seen);
        }

        @UseIdentityMap
        <T> T calling(Callable<T> work) throws Exception {
            return work.call();
        }

        @UseIdentityMap(nesting = Nesting.NEW)
        <T> T callingAnew(Callable<T> work) throws Exception {
            return work.call();
        }
    }

    /** Back through the proxy: a call of the same object would not be intercepted. */
    @ApplicationScoped
    static class Pong {

        @Inject
        IdentityMaps identityMaps;

        @Inject
        Ping ping;

        void joining(int depth, List<IdentityMap> seen) {
            ping.joining(depth - 1, seen);
        }

        void nesting(int depth, List<IdentityMap> seen) {
            ping.nesting(depth - 1, seen);
        }

        @BypassIdentityMap
        void alternating(int depth, List<@Nullable IdentityMap> seen) {
            seen.add(identityMaps.current().orElse(null));
            if (depth > 0) {
                ping.alternating(depth - 1, seen);
            }
        }
    }
}
