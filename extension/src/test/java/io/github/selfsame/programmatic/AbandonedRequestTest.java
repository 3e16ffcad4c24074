package io.github.selfsame.programmatic;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.selfsame.IdentityMapActivation;
import io.github.selfsame.internal.activation.IdentityMapManager;
import java.lang.ref.WeakReference;
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

    @Test
    @DisplayName("R16, S5: once the container has stopped, a thread that lives on keeps nothing of what was left on it")
    void nothingStaysAfterTheContainer() throws Exception {
        ExecutorService server = Executors.newSingleThreadExecutor();
        try {
            WeakReference<IdentityMapManager> stopped = requestThatEndsElsewhere(server);

            for (int attempt = 0; attempt < 100 && stopped.get() != null; attempt++) {
                System.gc();
                // lets the thread run, on which everything was left
                server.submit(() -> {}).get();
            }
            assertThat(stopped.get()).isNull();
        } finally {
            server.shutdownNow();
        }
    }

    private static WeakReference<IdentityMapManager> requestThatEndsElsewhere(ExecutorService server) throws Exception {
        IdentityMapManager application = new IdentityMapManager();
        Runnable end = server.submit(() -> {
                    Runnable restorePoint = application.restorePoint(true);
                    application.open();
                    return restorePoint;
                })
                .get();
        end.run();
        application.stop();
        return new WeakReference<>(application);
    }
}
