package org.onego.examples;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onego.examples.certificates.Fault;
import org.onego.examples.department.Signing;

/// What somebody typed, resolved and checked once.
public sealed interface CommandLine {

    record Run(Options options) implements CommandLine {}

    record Help() implements CommandLine {}

    /// @param message one line: what is wrong and what to do
    record Mistake(String message) implements CommandLine {}

    String USAGE =
            """
            java -jar onego-examples.jar --packages DIR [options]

              --port 8090                       port on this machine; 0 takes a free one
              --packages DIR                    the packages whose services, citizens and certificates are simulated
              --onego http://localhost:8080     where the product runs
              --data DIR                        where the department keeps its cases; without it they are forgotten
              --app-id demo --app-password demo                           the product's credentials at the host
              --certificate-account demo --certificate-password demo      the product's login at the certificate service
              --fault TYPE:MODE[:DELAY_MS[:RATE]]   a fault from the start (repeatable), e.g. '*:ok:300' or marriage-certificate:timeout
              --department-signature hmac       hmac: with --department-secret; sm2: SM2/SM3 with the keys below
              --department-secret demo-secret   what both sides sign with
              --department-private-key HEX --onego-public-key HEX         for sm2: the departments' key and the product's
              --pull-department NAME            a department that asks for its cases, under this connection; none without it
              --pull-signature sm2              as --department-signature, for that department
              --pull-every-ms 1000              how often it asks
              --department-delay-ms 3000        before the department accepts, and again before it decides
              --department-auto true            false: somebody decides on /department/social-security/
              --department-retry-ms 500         before a callback is repeated the first time
            """;

    static CommandLine parse(List<String> arguments) {
        Map<String, String> given = new LinkedHashMap<>(DEFAULTS);
        List<String> faults = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i += 2) {
            String name = arguments.get(i);
            if (name.equals("--help") || name.equals("-h")) {
                return new Help();
            }
            if (!given.containsKey(name) && !name.equals("--fault")) {
                return new Mistake("unknown option '" + name + "'; --help lists the options.");
            }
            if (i + 1 == arguments.size()) {
                return new Mistake(name + " needs a value; --help lists the options.");
            }
            if (name.equals("--fault")) {
                faults.add(arguments.get(i + 1));
            } else {
                given.put(name, arguments.get(i + 1));
            }
        }
        try {
            return new Run(resolve(given, faults));
        } catch (IllegalArgumentException e) {
            return new Mistake(String.valueOf(e.getMessage()));
        }
    }

    private static Options resolve(Map<String, String> given, List<String> faults) {
        String packages = text(given, "--packages");
        if (packages.isEmpty()) {
            throw new IllegalArgumentException(
                    "--packages is missing: name the folder of the packages.");
        }
        Path folder = Path.of(packages);
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException(
                    "the packages folder "
                            + folder.toAbsolutePath()
                            + " does not exist. Name another one with --packages.");
        }
        String data = text(given, "--data");
        return new Options(
                (int) number(given, "--port", 65535),
                folder,
                address(text(given, "--onego")),
                data.isEmpty() ? null : Path.of(data),
                new Options.Credentials(text(given, "--app-id"), text(given, "--app-password")),
                new Options.Credentials(
                        text(given, "--certificate-account"),
                        text(given, "--certificate-password")),
                faults.stream().map(Fault::parse).toList(),
                signing(given, "--department-signature"),
                pulling(given),
                Duration.ofMillis(number(given, "--department-delay-ms", 86_400_000)),
                truth(given, "--department-auto"),
                Duration.ofMillis(number(given, "--department-retry-ms", 86_400_000)));
    }

    /// Keys for trying things out; anybody can read them here.
    String DEMO_PRIVATE_KEY = "b120fbba1ac76f00050c37796cf81406de8b513601eafb79017458e060f2587e";

    String DEMO_PUBLIC_KEY =
            "045389985a733d78c3b3cca7bf758a5dd05af82b98039b687813939a1d8854a323"
                    + "ecb25bcaaebaf7794349e501d18026c44577e11c324500c288957bf5dbaf6191";

    Map<String, String> DEFAULTS =
            Map.ofEntries(
                    Map.entry("--port", "8090"),
                    Map.entry("--packages", ""),
                    Map.entry("--onego", "http://localhost:8080"),
                    Map.entry("--data", ""),
                    Map.entry("--app-id", "demo"),
                    Map.entry("--app-password", "demo"),
                    Map.entry("--certificate-account", "demo"),
                    Map.entry("--certificate-password", "demo"),
                    Map.entry("--department-signature", "hmac"),
                    Map.entry("--department-secret", "demo-secret"),
                    Map.entry("--department-private-key", DEMO_PRIVATE_KEY),
                    Map.entry("--onego-public-key", DEMO_PUBLIC_KEY),
                    Map.entry("--pull-department", ""),
                    Map.entry("--pull-signature", "sm2"),
                    Map.entry("--pull-every-ms", "1000"),
                    Map.entry("--department-delay-ms", "3000"),
                    Map.entry("--department-auto", "true"),
                    Map.entry("--department-retry-ms", "500"));

    private static Options.@Nullable Pulling pulling(Map<String, String> given) {
        String name = text(given, "--pull-department");
        if (name.isEmpty()) {
            return null;
        }
        if (!name.matches("[a-z][a-z0-9-]{0,63}")) {
            throw new IllegalArgumentException(
                    "--pull-department must be the name of a connection, not '" + name + "'.");
        }
        return new Options.Pulling(
                name,
                signing(given, "--pull-signature"),
                Duration.ofMillis(number(given, "--pull-every-ms", 86_400_000)));
    }

    private static Signing signing(Map<String, String> given, String method) {
        return switch (text(given, method)) {
            case "hmac" -> new Signing.Hmac(text(given, "--department-secret"));
            case "sm2" ->
                    new Signing.Sm2(
                            hex(given, "--department-private-key", "[0-9a-fA-F]{64}"),
                            hex(given, "--onego-public-key", "04[0-9a-fA-F]{128}"));
            default ->
                    throw new IllegalArgumentException(
                            method + " must be hmac or sm2, not '" + text(given, method) + "'.");
        };
    }

    private static String hex(Map<String, String> given, String name, String pattern) {
        String key = text(given, name);
        if (!key.matches(pattern)) {
            throw new IllegalArgumentException(
                    name + " must be a key in hex digits (" + pattern + ").");
        }
        return key;
    }

    private static String text(Map<String, String> given, String name) {
        return Optional.ofNullable(given.get(name)).orElse("");
    }

    private static long number(Map<String, String> given, String name, long most) {
        String text = text(given, name);
        if (text.matches("\\d{1,9}") && Long.parseLong(text) <= most) {
            return Long.parseLong(text);
        }
        throw new IllegalArgumentException(
                name + " must be a number from 0 to " + most + ", not '" + text + "'.");
    }

    private static boolean truth(Map<String, String> given, String name) {
        return switch (text(given, name)) {
            case "true" -> true;
            case "false" -> false;
            default ->
                    throw new IllegalArgumentException(
                            name + " must be true or false, not '" + text(given, name) + "'.");
        };
    }

    private static URI address(String text) {
        if (text.matches("https?://[^/?#\\s]+/?")) {
            return URI.create(text);
        }
        throw new IllegalArgumentException(
                "--onego must be an address such as http://localhost:8080, not '" + text + "'.");
    }
}
