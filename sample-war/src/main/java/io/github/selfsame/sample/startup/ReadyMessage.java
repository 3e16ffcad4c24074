package io.github.selfsame.sample.startup;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Says on the console where the kennel is, once it answers there. Needs the system property {@code kennel.url}. */
@Singleton
@Startup
public class ReadyMessage {

    @Resource
    private ManagedExecutorService executor;

    @PostConstruct
    void announce() {
        String url = System.getProperty("kennel.url");
        if (url != null) {
            executor.execute(() -> sayWhenReady(URI.create(url)));
        }
    }

    private static void sayWhenReady(URI url) {
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        HttpRequest request =
                HttpRequest.newBuilder(url).timeout(Duration.ofSeconds(10)).build();
        try {
            for (int attempt = 0; attempt < 600; attempt++) {
                if (answers(client, request)) {
                    System.out.println("Kennel is ready: " + url);
                    return;
                }
                Thread.sleep(100);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean answers(HttpClient client, HttpRequest request) throws InterruptedException {
        try {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }
}
