package org.onego.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SimulatorsMainTest {

    private record Ended(int code, String errors) {}

    @Test
    void saysInOneLineThatThePortIsInUse() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = String.valueOf(taken.getLocalPort());
            Ended ended = run("--port", port, "--packages", Running.PACKAGES.toString());

            assertThat(ended.code()).isEqualTo(2);
            assertThat(ended.errors().strip())
                    .isEqualTo(
                            "simulators: port "
                                    + port
                                    + " is in use. Stop the other program or choose another one with --port.");
        }
    }

    @Test
    void saysInOneLineThatTheFolderIsMissing() throws Exception {
        Ended ended = run("--packages", "/nowhere/packages");

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.errors().strip())
                .isEqualTo(
                        "simulators: the packages folder /nowhere/packages does not exist. Name another one with --packages.");
    }

    @ParameterizedTest
    @CsvSource({
        "--prot 1, unknown option '--prot'",
        "--port, --port needs a value",
        "--port many, --port must be a number",
        "--port 70000, --port must be a number",
        "--onego localhost:8080, --onego must be an address",
        "--department-auto maybe, --department-auto must be true or false",
        "--fault everything, is not TYPE:MODE",
        "--fault *:explode, There is no mode 'explode'",
    })
    void namesTheMistake(String typed, String message) {
        List<String> arguments =
                new ArrayList<>(List.of("--packages", Running.PACKAGES.toString()));
        arguments.addAll(List.of(typed.split(" ")));
        assertThat(CommandLine.parse(arguments))
                .isInstanceOfSatisfying(
                        CommandLine.Mistake.class,
                        mistake -> assertThat(mistake.message()).contains(message));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/host/",
                "/host/m",
                "/certificates/",
                "/department/social-security/",
                "/assets/style.css",
                "/assets/host.js",
                "/assets/mark.svg"
            })
    void servesItsPages(String path) throws Exception {
        try (Running running = Running.with("--onego", "http://localhost:8123")) {
            var answer = running.get(path);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
            if (!path.startsWith("/assets")) {
                assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                        .contains("default-src 'self'", "frame-src http://localhost:8123;");
                assertThat(answer.body())
                        .contains("lang=\"zh-CN\"")
                        .doesNotContain("<style", "onclick=", "style=");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/nothing", "/assets/..%2Fhost.html", "/assets/host.html", "/../pom.xml"})
    void servesNothingElse(String path) throws Exception {
        try (Running running = Running.with()) {
            assertThat(running.get(path).statusCode()).isEqualTo(404);
        }
    }

    private static Ended run(String... arguments) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(
                List.of(
                        "-cp",
                        System.getProperty("java.class.path"),
                        SimulatorsMain.class.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).start();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        String errors = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.exitValue(), errors);
    }
}
