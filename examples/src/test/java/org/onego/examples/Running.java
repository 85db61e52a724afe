package org.onego.examples;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.onego.examples.web.Json;
import tools.jackson.databind.JsonNode;

/// The simulators over the small packages of the tests, and a client that speaks to them.
public final class Running implements AutoCloseable {

    public static final Path PACKAGES = Path.of("src/test/resources/packages");
    public static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    public final SettableClock clock = new SettableClock();
    private final Simulators simulators;

    private Running(List<String> options) throws IOException {
        List<String> all =
                new ArrayList<>(List.of("--port", "0", "--packages", PACKAGES.toString()));
        all.addAll(options);
        if (!(CommandLine.parse(all) instanceof CommandLine.Run(Options resolved))) {
            throw new IllegalArgumentException("Wrong options: " + CommandLine.parse(all));
        }
        simulators = Simulators.start(resolved, clock);
    }

    public static Running with(String... options) throws IOException {
        return new Running(List.of(options));
    }

    public Simulators simulators() {
        return simulators;
    }

    public URI at(String path) {
        return URI.create("http://localhost:" + simulators.port() + path);
    }

    public HttpResponse<String> get(String path) throws Exception {
        return send(HttpRequest.newBuilder(at(path)));
    }

    public JsonNode getJson(String path) throws Exception {
        return Json.MAPPER.readTree(get(path).body());
    }

    public HttpResponse<String> post(String path, String json) throws Exception {
        return send(posting(path, json));
    }

    public JsonNode postJson(String path, String json) throws Exception {
        return Json.MAPPER.readTree(post(path, json).body());
    }

    public HttpRequest.Builder posting(String path, String json) {
        return HttpRequest.newBuilder(at(path))
                .header("Content-Type", "application/json")
                .timeout(Duration.ofSeconds(20))
                .POST(HttpRequest.BodyPublishers.ofString(json));
    }

    public static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return HTTP.send(
                request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    @Override
    public void close() throws IOException {
        simulators.close();
    }
}
