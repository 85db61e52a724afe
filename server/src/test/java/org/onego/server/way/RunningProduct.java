package org.onego.server.way;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.onego.examples.CommandLine;
import org.onego.examples.Options;
import org.onego.examples.Simulators;
import org.onego.examples.department.Signing;
import org.onego.server.OneGoServer;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The server and the simulators on free ports, as `./onego demo` starts them, until closed.
public final class RunningProduct implements AutoCloseable {

    public static final Path ROOT =
            Path.of(System.getProperty("onego.root", "..")).toAbsolutePath().normalize();

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Simulators simulators;
    private final ConfigurableApplicationContext server;
    private final URI address;

    private RunningProduct(
            Simulators simulators, ConfigurableApplicationContext server, URI address) {
        this.simulators = simulators;
        this.server = server;
        this.address = address;
    }

    static RunningProduct start(Path data) throws IOException {
        return start(data, ROOT.resolve("packages"), "housing-fund", List.of());
    }

    /// @param polls the connection of the department whose system polls
    /// @param more options after the usual ones, which win
    static RunningProduct start(Path data, Path packages, String polls, List<String> more)
            throws IOException {
        int port = freePort();
        URI address = URI.create("http://localhost:" + port);
        Simulators simulators = startSimulators(address, data, packages, polls);
        SpringApplication application = new SpringApplication(OneGoServer.class);
        ConfigurableApplicationContext server =
                application.run(
                        Stream.of(
                                        arguments(port, simulators.port(), data).stream()
                                                .filter(each ->
                                                        !each.startsWith("--onego.packages")),
                                        Stream.of("--onego.packages=" + packages),
                                        more.stream())
                                .flatMap(each -> each)
                                .toArray(String[]::new));
        return new RunningProduct(simulators, server, address);
    }

    /// The department decides at once, so that nothing waits.
    public static Simulators startSimulators(URI onego, Path data) throws IOException {
        return startSimulators(onego, data, ROOT.resolve("packages"), "housing-fund");
    }

    private static Simulators startSimulators(URI onego, Path data, Path packages, String polls)
            throws IOException {
        var demo = new Options.Credentials("demo", "demo");
        return Simulators.start(
                new Options(
                        0,
                        packages,
                        onego,
                        data.resolve("simulators"),
                        demo,
                        demo,
                        List.of(),
                        new Signing.Hmac("demo-secret"),
                        new Options.Pulling(
                                polls,
                                new Signing.Sm2(
                                        CommandLine.DEMO_PRIVATE_KEY, CommandLine.DEMO_PUBLIC_KEY),
                                Duration.ofMillis(300)),
                        Duration.ZERO,
                        true,
                        Duration.ofMillis(100)),
                Clock.systemUTC());
    }

    /// The options with which `./onego demo` starts the server.
    public static List<String> arguments(int port, int simulatorsPort, Path data) {
        return List.of(
                "--server.port=" + port,
                "--onego.data=" + data,
                "--onego.packages=" + ROOT.resolve("packages"),
                "--spring.profiles.active=demo",
                "--spring.config.additional-location=file:" + ROOT.resolve("examples/demo") + "/",
                "--onego.simulators=http://localhost:" + simulatorsPort);
    }

    public static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Where citizens' and clerks' pages are.
    String at(String path) {
        return address + path;
    }

    int simulatorsPort() {
        return simulators.port();
    }

    String simulator(String path) {
        return "http://localhost:" + simulators.port() + path;
    }

    /// A one-time link, as the host app makes it when the person taps the service, or a message.
    ///
    /// @param url a page of the product that a message leads to; empty for the service itself
    String accessLink(String persona, String url) throws IOException, InterruptedException {
        String body =
                JSON.createObjectNode()
                        .put("persona", persona)
                        .put("package", "newborn")
                        .put("url", url)
                        .toString();
        return call(HttpRequest.newBuilder(URI.create(simulator("/host/api/access-link")))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body)))
                .get("url")
                .asString();
    }

    /// The messages in a person's app, the newest first.
    JsonNode messages(String persona) throws IOException, InterruptedException {
        return call(
                HttpRequest.newBuilder(
                        URI.create(simulator("/host/api/messages?persona=" + persona))));
    }

    private static JsonNode call(HttpRequest.Builder request)
            throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return JSON.readTree(
                    http.send(request.build(), HttpResponse.BodyHandlers.ofString()).body());
        }
    }

    <T> T bean(Class<T> type) {
        return server.getBean(type);
    }

    @Override
    public void close() throws IOException {
        server.close();
        simulators.close();
    }
}
