package org.onego.bundle.pack;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import org.onego.bundle.schema.JsonSchemas;

/// The small package `moving` under `src/test/resources/packages`, for the tests of every room: two
/// items that apply by the guide and one of choice, roles by the guide, a repeated group, a
/// condition in a schema and one in a layout, materials, a deferred answer.
public final class FixturePackages {

    /// On this day, in China at 12:00, everything in the fixture is as it says.
    public static final InstantSource CLOCK =
            InstantSource.fixed(Instant.parse("2026-11-20T04:00:00Z"));

    private FixturePackages() {}

    /// Where the fixture's packages stand.
    public static Path root() {
        return Path.of(System.getProperty("onego.root"))
                .resolve("engine/bundle/src/test/resources/packages");
    }

    /// The repository's own packages.
    public static Path realRoot() {
        return Path.of(System.getProperty("onego.root")).resolve("packages");
    }

    public static PackageReader reader() {
        return PackageReader.open(root(), new JsonSchemas(CLOCK));
    }

    /// The bundle `moving`.
    public static CompiledBundle moving() {
        return bundle(reader(), "moving");
    }

    /// A package that must be right.
    public static CompiledBundle bundle(PackageReader reader, String id) {
        PackageResult result = reader.read(id);
        CompiledBundle bundle = result.bundle();
        if (bundle == null) {
            throw new AssertionError(reader.findings() + "\n" + result.findings());
        }
        return bundle;
    }
}
