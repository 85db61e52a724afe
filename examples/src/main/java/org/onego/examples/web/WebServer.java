package org.onego.examples.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// The JDK's HTTP server on the loopback address, one virtual thread a request.
public final class WebServer implements AutoCloseable {

    private static final int LARGEST_BODY = 32 << 20;

    static {
        // Without this every small answer on a kept connection waits 40 ms for the other side's
        // delayed acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final Routes routes;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch stopping = new CountDownLatch(1);

    private WebServer(HttpServer server, Routes routes) {
        this.server = server;
        this.routes = routes;
    }

    /// Binds to the loopback address. Port 0 takes a free one.
    ///
    /// @throws java.net.BindException when the port is in use
    public static WebServer start(int port, Routes routes) throws IOException {
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        WebServer web = new WebServer(HttpServer.create(address, 0), routes);
        web.server.setExecutor(web.threads);
        web.server.createContext("/", web::answer);
        web.server.start();
        return web;
    }

    public int port() {
        return server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readNBytes(LARGEST_BODY + 1);
            Answer answer =
                    body.length > LARGEST_BODY
                            ? Answer.problem(
                                    413,
                                    "size",
                                    "The body is larger than " + LARGEST_BODY + " bytes.")
                            : compute(read(exchange, body));
            switch (answer) {
                case Answer.Reply reply -> send(exchange, reply);
                case Answer.Silence() -> keepWaiting();
                case Answer.HangUp() -> {}
            }
        } catch (InterruptedException _) { // the server stops; the exchange is closed unanswered
            Thread.currentThread().interrupt();
        }
    }

    private Answer compute(Request request) throws InterruptedException {
        try {
            return routes.handle(request);
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) { // a bug in a handler must not look like a network failure to the
            // product under test
            System.err.println("A simulator failed at " + request.target() + ":");
            e.printStackTrace();
            return Answer.problem(500, "bug", "The simulator failed; its log says where.");
        }
    }

    private void keepWaiting() throws InterruptedException {
        var _ = stopping.await(2, TimeUnit.MINUTES);
    }

    private static Request read(HttpExchange exchange, byte[] body) {
        Map<String, String> headers = new LinkedHashMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) ->
                        headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
        String target = exchange.getRequestURI().getRawPath();
        return new Request(
                exchange.getRequestMethod(),
                target,
                query(exchange.getRequestURI().getRawQuery()),
                headers,
                Map.of(),
                body);
    }

    private static Map<String, String> query(@Nullable String raw) {
        Map<String, String> query = new LinkedHashMap<>();
        for (String pair : raw == null ? new String[0] : raw.split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            query.put(
                    Routes.decode(name),
                    equals < 0 ? "" : Routes.decode(pair.substring(equals + 1)));
        }
        return query;
    }

    private static void send(HttpExchange exchange, Answer.Reply reply) throws IOException {
        var headers = exchange.getResponseHeaders();
        headers.set("Content-Type", reply.type());
        headers.set("Cache-Control", "no-store");
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "same-origin");
        reply.headers().forEach(headers::set);
        boolean bodiless = exchange.getRequestMethod().equals("HEAD") || reply.body().length == 0;
        exchange.sendResponseHeaders(reply.status(), bodiless ? -1 : reply.body().length);
        if (!bodiless) {
            exchange.getResponseBody().write(reply.body());
        }
    }

    @Override
    public void close() {
        stopping.countDown();
        server.stop(0);
        threads.shutdownNow();
        threads.close();
    }
}
