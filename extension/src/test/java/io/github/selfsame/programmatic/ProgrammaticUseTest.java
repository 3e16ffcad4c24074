package io.github.selfsame.programmatic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.selfsame.IdentityMap;
import io.github.selfsame.IdentityMapActivation;
import io.github.selfsame.IdentityMapClosedException;
import io.github.selfsame.IdentityMapUsageException;
import io.github.selfsame.IdentityMaps;
import io.github.selfsame.UseIdentityMap;
import io.github.selfsame.spi.IdentityMapRuntimes;
import io.github.selfsame.support.Containers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.jboss.weld.junit5.EnableWeld;
import org.jboss.weld.junit5.WeldInitiator;
import org.jboss.weld.junit5.WeldSetup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@EnableWeld
@Timeout(60)
class ProgrammaticUseTest {

    @WeldSetup
    WeldInitiator weld = Containers.with(Kennel.class);

    @Inject
    IdentityMaps identityMaps;

    @Inject
    Kennel kennel;

    private final ExecutorService otherThread = Executors.newSingleThreadExecutor();

    @AfterEach
    void nothingIsLeft() {
        otherThread.shutdownNow();
        assertThat(IdentityMapRuntimes.current()).isNull();
        assertThat(IdentityMapRuntimes.surrounding()).isEmpty();
    }

    private <T> T elsewhere(Callable<T> call) throws Exception {
        return otherThread.submit(call).get();
    }

    @Test
    @DisplayName("S5: open, bypass and resume within each other")
    void nests() {
        try (IdentityMapActivation outer = identityMaps.open()) {
            try (IdentityMapActivation bypass = identityMaps.bypass()) {
                assertThat(identityMaps.current()).isEmpty();
                assertThat(bypass).isNotNull();
                try (IdentityMapActivation resumed = identityMaps.resume(outer.map())) {
                    assertThat(identityMaps.current()).contains(resumed.map());
                }
                assertThat(identityMaps.current()).isEmpty();
            }
            assertThat(identityMaps.current()).contains(outer.map());
        }
    }

    @Test
    @DisplayName("S4, S5: an annotated method joins the map that a program has opened")
    void isJoined() {
        try (IdentityMapActivation activation = identityMaps.open()) {
            assertThat(kennel.using(() -> identityMaps.current().orElseThrow())).isSameAs(activation.map());
            assertThat(activation.map().isOpen()).isTrue();
        }
    }

    @Test
    @DisplayName("S5: closing out of order is an error, and loses nothing")
    void refusesTheWrongOrder() {
        IdentityMapActivation outer = identityMaps.open();
        IdentityMapActivation inner = identityMaps.open();

        assertThatExceptionOfType(IdentityMapUsageException.class)
                .isThrownBy(outer::close)
                .withMessageContaining("SELFSAME000104")
                .withMessageContaining("try-with-resources");

        inner.close();
        outer.close();
    }

    @Test
    @DisplayName("S6: a kept map is resumed on other threads, one at a time")
    void resumesElsewhere() throws Exception {
        IdentityMap map = identityMaps.create();
        try (IdentityMapActivation activation = identityMaps.resume(map)) {
            assertThat(activation.map()).isSameAs(map);
            elsewhere(() -> {
                assertThat(identityMaps.current()).isEmpty();
                assertThatExceptionOfType(IdentityMapUsageException.class)
                        .isThrownBy(() -> identityMaps.resume(map))
                        .withMessageContaining("SELFSAME000101");
                return map;
            });
        }
        elsewhere(() -> {
            try (IdentityMapActivation activation = identityMaps.resume(map)) {
                assertThat(activation.map()).isSameAs(map);
                assertThat(IdentityMapRuntimes.current()).isSameAs(map);
            }
            map.close();
            return map;
        });
        assertThatExceptionOfType(IdentityMapClosedException.class)
                .isThrownBy(() -> identityMaps.resume(map))
                .withMessageContaining("SELFSAME000100");
    }

    @ApplicationScoped
    static class Kennel {

        @UseIdentityMap
        <T> T using(Supplier<T> work) {
            return work.get();
        }
    }
}
