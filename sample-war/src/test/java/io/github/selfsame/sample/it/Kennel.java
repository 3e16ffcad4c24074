package io.github.selfsame.sample.it;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** The kennel that runs on the server, called over HTTP. */
final class Kennel {

    private static final URI URL = URI.create(System.getProperty("kennel.url", "http://localhost:8080/"));
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private Kennel() {}

    static URI url() {
        return URL;
    }

    static Answer get(String path) {
        return send(request(path).GET());
    }

    static Answer comparison(String paths) {
        return get("api/comparison?paths=" + encoded(paths));
    }

    static Answer rename(long dog, String name) {
        return send(request("api/dogs/" + dog)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .PUT(HttpRequest.BodyPublishers.ofString("name=" + encoded(name))));
    }

    static String nameOf(long dog) {
        return get("api/dogs/" + dog).json().getString("name");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URL.resolve(path)).timeout(Duration.ofMinutes(2));
    }

    private static Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.body());
        } catch (IOException e) {
            throw new IllegalStateException("The kennel does not answer at " + URL, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    record Answer(int status, String body) {

        JsonObject json() {
            try (JsonReader reader = Json.createReader(new StringReader(body))) {
                return reader.readObject();
            } catch (RuntimeException e) {
                throw new AssertionError("Not a JSON object, status " + status + ": " + body, e);
            }
        }

        Figures figures(String way) {
            JsonObject figures = json().getJsonObject(way);
            if (figures == null) {
                throw new AssertionError("No \"" + way + "\" in status " + status + ": " + body);
            }
            return new Figures(
                    figures.getInt("statements"),
                    figures.getInt("distinctInstances"),
                    figures.getString("checksum"),
                    figures.getJsonNumber("millis").doubleValue());
        }
    }

    record Figures(int statements, int distinctInstances, String checksum, double millis) {}
}
