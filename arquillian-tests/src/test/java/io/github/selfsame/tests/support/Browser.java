package io.github.selfsame.tests.support;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/** One user's browser: asks the application over HTTP, and keeps its cookies. */
public final class Browser {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final URI application;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager())
            .build();

    public Browser(URI application) {
        this.application = application;
    }

    /** The text at an address; it must be there. */
    public String get(String path) {
        return expectOk(path, send(request(path).build()));
    }

    public Look look(String path) {
        return Look.in(get(path));
    }

    public List<Look> looks(String path) {
        return Look.allIn(get(path));
    }

    /** The text at an address, with whatever status. */
    public String text(String path) {
        return send(request(path).build()).body();
    }

    /** The status at an address, whatever it is. */
    public int status(String path) {
        return send(request(path).build()).statusCode();
    }

    /** Asks without waiting for the answer. */
    public CompletableFuture<String> getLater(String path) {
        return client.sendAsync(request(path).build(), HttpResponse.BodyHandlers.ofString())
                .thenApply(response -> expectOk(path, response));
    }

    /** Sends a form. */
    public String post(String path, Map<String, String> form) {
        String body = form.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        return expectOk(
                path,
                send(request(path)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build()));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(application.resolve(path)).timeout(PATIENCE);
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException("No answer from " + request.uri(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String expectOk(String path, HttpResponse<String> response) {
        if (response.statusCode() != 200) {
            throw new IllegalStateException(
                    "Status %d at %s: %s".formatted(response.statusCode(), path, response.body()));
        }
        return response.body();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
