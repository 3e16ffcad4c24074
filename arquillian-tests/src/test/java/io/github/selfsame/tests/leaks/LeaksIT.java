package io.github.selfsame.tests.leaks;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.selfsame.tests.support.HttpTest;
import io.github.selfsame.tests.support.TestWar;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Requests that leave maps open on the pooled threads of the server, and end in every way that a request can end. */
class LeaksIT extends HttpTest {

    private static final List<String> FAILING =
            List.of("leak/fail", "leak/error", "leak/forget-and-fail", "leak/nothing?filter=fails");

    private static final List<String> ASYNCHRONOUS = List.of(
            "leak/async",
            "leak/async-container-thread",
            "leak/async-dispatch",
            "leak/async-timeout",
            "leak/async-fail",
            "leak/api/later/suspended",
            "leak/api/later/suspended-unmapped",
            "leak/api/later/suspended-failing",
            "leak/api/later/never",
            "leak/api/later/stage",
            "leak/api/later/stage-failing");

    @Deployment
    static WebArchive application() {
        return TestWar.named("leaks").with(LeaksIT.class);
    }

    @Test
    @DisplayName("S5, D9: no map crosses to the next request on a thread, after requests that forget what they opened")
    void forgetting() throws Exception {
        drive(List.of("leak/forget", "leak/forget-in-a-call"));
    }

    @Test
    @DisplayName("S5, D9: no map crosses to the next request on a thread, after requests that fail")
    void failing() throws Exception {
        drive(FAILING);
    }

    @Test
    @DisplayName("S5, D9: no map crosses to the next request on a thread, after requests whose client goes away")
    void aborting() throws Exception {
        for (int request = 0; request < 10; request++) {
            goAwayFrom("leak/endless");
            nothingIsLeft();
        }
    }

    @Test
    @DisplayName("S5, D9: no map crosses to the next request on a thread, after asynchronous requests of all kinds")
    void asynchronous() throws Exception {
        drive(ASYNCHRONOUS);
    }

    @Test
    @DisplayName("S5, D9: no map crosses to the next request on a thread, after all that at once")
    void allAtOnce() throws Exception {
        List<String> paths = new ArrayList<>(FAILING);
        paths.addAll(ASYNCHRONOUS);
        paths.add("leak/forget");
        ExecutorService clients = Executors.newFixedThreadPool(8);
        try {
            Random random = new Random(20_260);
            List<CompletableFuture<Void>> requests = new ArrayList<>();
            for (int request = 0; request < 200; request++) {
                String path = paths.get(random.nextInt(paths.size()));
                requests.add(CompletableFuture.runAsync(() -> anotherBrowser().status(path), clients));
            }
            requests.forEach(CompletableFuture::join);
        } finally {
            clients.shutdownNow();
        }
        nothingIsLeft();
    }

    /** Each way several times, one after the other, so that threads are used again. */
    private void drive(List<String> paths) throws InterruptedException {
        for (int round = 0; round < 5; round++) {
            for (String path : paths) {
                browser.status(path);
                browser.get("leak/nothing");
            }
        }
        nothingIsLeft();
    }

    /** Brings as many threads of the server as possible to a request, and asks what they had with them. */
    private void nothingIsLeft() throws InterruptedException {
        Instant deadline = Instant.now().plus(Duration.ofSeconds(30));
        while (!browser.get("leak/report").contains("underWay=0")
                && Instant.now().isBefore(deadline)) {
            Thread.sleep(100);
        }
        List<CompletableFuture<String>> visits = new ArrayList<>();
        for (int visit = 0; visit < 40; visit++) {
            visits.add(browser.getLater("leak/nothing"));
        }
        visits.forEach(CompletableFuture::join);
        assertThat(browser.get("leak/report"))
                .contains("leftOvers=0 ")
                .contains("underWay=0")
                .doesNotContain("usedAgain=0");
    }

    private void goAwayFrom(String path) throws IOException {
        try (Socket socket = new Socket(application.getHost(), application.getPort())) {
            String request = "GET " + application.getPath() + path + " HTTP/1.1\r\nHost: " + application.getHost()
                    + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            assertThat(socket.getInputStream().read()).isPositive();
        }
    }
}
