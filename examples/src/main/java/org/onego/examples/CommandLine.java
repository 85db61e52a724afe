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
import org.onego.examples.certificates.Fault;

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
              --department-secret demo-secret   what both sides sign with
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
                text(given, "--department-secret"),
                Duration.ofMillis(number(given, "--department-delay-ms", 86_400_000)),
                truth(given, "--department-auto"),
                Duration.ofMillis(number(given, "--department-retry-ms", 86_400_000)));
    }

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
                    Map.entry("--department-secret", "demo-secret"),
                    Map.entry("--department-delay-ms", "3000"),
                    Map.entry("--department-auto", "true"),
                    Map.entry("--department-retry-ms", "500"));

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
