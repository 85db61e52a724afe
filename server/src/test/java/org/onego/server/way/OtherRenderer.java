package org.onego.server.way;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// JSON Forms with its vanilla renderers, as npm has them: installed into the build folder from
/// `src/test/renderer` and bundled there. No part of the product.
final class OtherRenderer {

    private static final Path SOURCE = RunningProduct.ROOT.resolve("server/src/test/renderer");
    private static final Path BUILD = RunningProduct.ROOT.resolve("server/target/renderer");

    private OtherRenderer() {}

    /// The script that shows a form; empty, with the reason printed, where npm can't be had.
    static Optional<String> script() throws IOException {
        if (!runs(Path.of("."), "npm", "--version")) {
            System.out.println(
                    "Skipped: showing forms with another renderer, because npm is missing; install Node.js 20 or newer");
            return Optional.empty();
        }
        Files.createDirectories(BUILD);
        List<String> sources = new ArrayList<>();
        try (var files = Files.list(SOURCE)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                sources.add(Files.readString(file));
                Files.copy(
                        file,
                        BUILD.resolve(file.getFileName()),
                        StandardCopyOption.REPLACE_EXISTING);
            }
        }
        Path script = BUILD.resolve("dist/show.js");
        Path made = BUILD.resolve("made-from");
        String from = String.join("\n", sources);
        if (!Files.exists(script) || !Files.exists(made) || !Files.readString(made).equals(from)) {
            if (!runs(BUILD, "npm", "ci", "--ignore-scripts")
                    || !runs(BUILD, "npm", "run", "build")) {
                System.out.println(
                        "Skipped: showing forms with another renderer, because npm could not install it; "
                                + BUILD.resolve("npm.log")
                                + " says why");
                return Optional.empty();
            }
            Files.writeString(made, from);
        }
        return Optional.of(Files.readString(script));
    }

    private static boolean runs(Path folder, String... command) {
        try {
            ProcessBuilder builder =
                    new ProcessBuilder(command)
                            .directory(folder.toFile())
                            .redirectErrorStream(true);
            builder.redirectOutput(
                    Files.isDirectory(BUILD)
                            ? ProcessBuilder.Redirect.appendTo(BUILD.resolve("npm.log").toFile())
                            : ProcessBuilder.Redirect.DISCARD);
            Process process = builder.start();
            if (process.waitFor(5, TimeUnit.MINUTES)) {
                return process.exitValue() == 0;
            }
            process.destroyForcibly();
            return false;
        } catch (IOException _) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException(stopped));
        }
    }
}
