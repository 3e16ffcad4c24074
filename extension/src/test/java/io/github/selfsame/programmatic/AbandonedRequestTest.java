package io.github.selfsame.programmatic;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.selfsame.IdentityMapActivation;
import io.github.selfsame.internal.activation.IdentityMapManager;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class AbandonedRequestTest {

    private final IdentityMapManager manager = new IdentityMapManager();

    @Test
    @DisplayName("S5, S1: what a request has forgotten that ends on another thread ends when the next request begins")
    void endsWithTheNextRequest() throws Exception {
        ExecutorService other = Executors.newSingleThreadExecutor();
        try (IdentityMapActivation before = manager.open()) {
            Runnable endOfAsynchronous = manager.restorePoint(false);
            IdentityMapActivation forgotten = manager.open();
            other.submit(endOfAsynchronous).get();
            assertThat(manager.current()).contains(forgotten.map());

            Runnable endOfNext = manager.restorePoint(false);
            assertThat(forgotten.map().isOpen()).isFalse();
            assertThat(manager.current()).contains(before.map());

            endOfAsynchronous.run();
            manager.bypass();
            endOfNext.run();
            assertThat(manager.current()).contains(before.map());
        } finally {
            other.shutdownNow();
        }
        assertThat(manager.current()).isEmpty();
    }

    @Test
    @DisplayName(
            "S5, D9: what was forgotten on a thread outside of a request is not there for a request that comes to it")
    void endsWhenARequestComes() {
        IdentityMapActivation forgotten = manager.open();
        IdentityMapActivation bypass = manager.bypass();

        Runnable end = manager.restorePoint(true);
        assertThat(forgotten.map().isOpen()).isFalse();
        assertThat(manager.current()).isEmpty();
        bypass.close();
        forgotten.close();

        try (IdentityMapActivation next = manager.open()) {
            assertThat(manager.current()).contains(next.map());
        }
        end.run();
    }
}
