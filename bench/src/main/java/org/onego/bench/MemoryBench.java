package org.onego.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.onego.bundle.PersonaRun;
import org.onego.bundle.PublishedBundle;
import org.onego.bundle.guide.GuideOutcome;
import org.onego.bundle.guide.Selection;
import org.onego.bundle.pack.CompiledBundle;
import org.onego.bundle.pack.PackageReader;
import org.onego.bundle.pack.Persona;

/// How much heap the packages take: what is in use after a full collection, with many of a kind and
/// without, divided by how many. The dictionary is shared by all packages and counted by itself.
final class MemoryBench {

    private static final int COPIES = 20;
    private static final Path PACKAGES =
            Path.of(System.getProperty("onego.root", ".")).resolve("packages");

    private MemoryBench() {}

    static List<Figure> measure() {
        List<Figure> figures = new ArrayList<>();
        Figure shared =
                bytes(
                        "shared files on disk",
                        size(Stream.of("elements", "codes", "certificates")),
                        null);
        figures.add(shared);
        figures.add(bytes("shared: dictionary", each(() -> PackageReader.open(PACKAGES)), shared));
        PackageReader reader = PackageReader.open(PACKAGES);
        for (String id : List.of("newborn", "catering", "retirement")) {
            Figure files = bytes(id + ": files on disk", size(Stream.of(id)), null);
            figures.add(files);
            figures.add(bytes(id + ": compiled bundle", each(() -> read(reader, id)), files));
            CompiledBundle bundle = read(reader, id);
            Selection selection = selection(bundle);
            figures.add(
                    bytes(
                            id + ": one prepared form (form, rules, validator, pages)",
                            each(() -> {
                                PublishedBundle published = new PublishedBundle(bundle);
                                published.form(selection);
                                return published;
                            }),
                            files));
        }
        return figures;
    }

    private static Figure bytes(String what, double bytes, @Nullable Figure baseline) {
        return new Figure(what, bytes, Figure.Unit.BYTES, baseline, null, null);
    }

    private static CompiledBundle read(PackageReader reader, String id) {
        return Objects.requireNonNull(reader.read(id).bundle(), id);
    }

    /// That of the package's first persona.
    private static Selection selection(CompiledBundle bundle) {
        Persona persona = bundle.personas().getFirst();
        PublishedBundle published = new PublishedBundle(bundle);
        if (PersonaRun.guide(published, persona)
                instanceof GuideOutcome.Complete(Selection selection)) {
            return selection;
        }
        throw new IllegalStateException(persona.id() + " is not led to a form");
    }

    private static double each(Supplier<Object> make) {
        List<Object> held = new ArrayList<>();
        // What is loaded and cached at the first use belongs to no copy.
        held.add(make.get());
        long before = used();
        for (int i = 0; i < COPIES; i++) {
            held.add(make.get());
        }
        long after = used();
        return (after - before) / (double) COPIES;
    }

    private static long used() {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 4; i++) {
            System.gc();
            Runtime runtime = Runtime.getRuntime();
            least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
        }
        return least;
    }

    private static double size(Stream<String> folders) {
        return folders.mapToDouble(MemoryBench::size).sum();
    }

    private static double size(String folder) {
        try (Stream<Path> files = Files.walk(PACKAGES.resolve(folder))) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
