package org.onego.server.kill;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.onego.server.OneGoServer;
import org.onego.server.way.RunningProduct;

/// The server in a process of its own, so that it can be killed.
final class ServerProcess {

    private static final Duration START = Duration.ofSeconds(120);

    private final Process process;
    private final int port;

    private ServerProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    static ServerProcess start(int port, int simulatorsPort, Path data) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(
                List.of(
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx512m",
                        "--enable-native-access=ALL-UNNAMED"));
        command.addAll(
                List.of("-cp", System.getProperty("java.class.path"), OneGoServer.class.getName()));
        command.addAll(RunningProduct.arguments(port, simulatorsPort, data));
        File log = data.resolve("server.log").toFile();
        Process process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                        .start();
        Runtime.getRuntime()
                .addShutdownHook(new Thread(process::destroyForcibly)); // never outlives the tests
        ServerProcess server = new ServerProcess(process, port);
        Awaitility.await("the server, see " + log)
                .atMost(START)
                .pollInterval(Duration.ofMillis(100))
                .until(server::answers);
        return server;
    }

    String at(String path) {
        return "http://localhost:" + port + path;
    }

    /// `kill -9`.
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    private boolean answers() throws InterruptedException {
        if (!process.isAlive()) {
            throw new AssertionError(
                    "the server ended with code " + process.exitValue() + "; its log says why");
        }
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                                    HttpRequest.newBuilder(URI.create(at("/desk/login"))).build(),
                                    HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        }
    }
}
