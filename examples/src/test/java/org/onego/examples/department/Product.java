package org.onego.examples.department;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.onego.examples.web.Json;
import org.onego.examples.web.Request;
import tools.jackson.databind.JsonNode;

/// The product's side of a callback: a real server that keeps what it was told and checks the
/// signature.
final class Product implements AutoCloseable {

    record Event(String path, String key, boolean signed, JsonNode body, int answered) {}

    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private final Deque<Integer> answers = new ArrayDeque<>();
    private final HttpServer server;

    Product(int port) throws IOException {
        server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        Signing signing = new Signing.Hmac("demo-secret");
        server.createContext(
                "/",
                exchange -> {
                    try (exchange) {
                        byte[] body = exchange.getRequestBody().readAllBytes();
                        String path = exchange.getRequestURI().getRawPath();
                        var headers = exchange.getRequestHeaders();
                        Request request =
                                new Request(
                                        exchange.getRequestMethod(),
                                        path,
                                        Map.of(),
                                        lowerCased(headers),
                                        Map.of(),
                                        body);
                        int status;
                        synchronized (answers) {
                            status = answers.isEmpty() ? 204 : answers.poll();
                        }
                        events.add(
                                new Event(
                                        path,
                                        headers.getFirst("Idempotency-Key"),
                                        SignedCall.doubt(
                                                        request,
                                                        "social-security",
                                                        signing,
                                                        Clock.systemUTC())
                                                .isEmpty(),
                                        Json.MAPPER.readTree(body),
                                        status));
                        exchange.sendResponseHeaders(status, -1);
                    }
                });
        server.start();
    }

    private static Map<String, String> lowerCased(Headers headers) {
        Map<String, String> all = new HashMap<>();
        headers.forEach(
                (name, values) -> all.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
        return all;
    }

    static Product start() throws IOException {
        return new Product(0);
    }

    int port() {
        return server.getAddress().getPort();
    }

    String url() {
        return "http://localhost:" + port();
    }

    /// The statuses of the next answers; after them all is well.
    void answer(int... statuses) {
        synchronized (answers) {
            for (int status : statuses) {
                answers.add(status);
            }
        }
    }

    Event next() throws InterruptedException {
        Event event = events.poll(20, TimeUnit.SECONDS);
        if (event == null) {
            throw new AssertionError("The department told nothing within 20 s.");
        }
        return event;
    }

    boolean isQuiet() {
        return events.isEmpty();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
