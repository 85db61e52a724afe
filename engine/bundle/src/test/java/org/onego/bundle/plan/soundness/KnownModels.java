package org.onego.bundle.plan.soundness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The models of `src/test/resources/soundness` with the verdict that `expected.csv` gives each of
/// them.
record KnownModels(String name, String verdict, Path file) {

    static final Path FOLDER = Path.of("src/test/resources/soundness");

    static Stream<KnownModels> all() {
        return lines().stream()
                .skip(1)
                .map(line -> line.split(",", 3))
                .map(cells ->
                        new KnownModels(cells[0], cells[1], FOLDER.resolve(cells[0] + ".bpmn")));
    }

    static KnownModels named(String name) {
        return all().filter(model -> model.name.equals(name)).findFirst().orElseThrow();
    }

    private static List<String> lines() {
        try {
            return Files.readAllLines(FOLDER.resolve("expected.csv"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String text() {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// As in `expected.csv`: the verdict, or for an unsound one the violation.
    static String verdict(Soundness soundness) {
        return switch (soundness) {
            case Soundness.Sound _ -> "sound";
            case Soundness.Unsound unsound -> unsound.which().name();
            case Soundness.Unsupported _ -> "unsupported";
            case Soundness.Invalid _ -> "invalid";
        };
    }

    @Override
    public String toString() {
        return name;
    }
}
