package org.onego.server.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onego.adapters.mongo.EmbeddedMongo;
import org.onego.adapters.mongo.MongoStores;
import org.onego.adapters.mongo.PublishedVersions;
import org.onego.bundle.schema.JsonSchemas;
import org.onego.designer.PackageShelf;
import org.onego.server.way.RunningProduct;

/// A package with a mistake is refused with every finding, and the others are served all the same.
class PublishPackagesTest {

    @Test
    void aPackageWithMistakesIsRefusedAndTheOthersAreServed(@TempDir Path folder)
            throws IOException {
        Path packages = folder.resolve("packages");
        for (String shared :
                new String[] {
                    "elements", "codes", "certificates", "calendar", "newborn", "retirement"
                }) {
            copy(RunningProduct.ROOT.resolve("packages").resolve(shared), packages.resolve(shared));
        }
        Path bundle = packages.resolve("retirement/bundle.yaml");
        Files.writeString(bundle, Files.readString(bundle) + "\nsurprise: true\n");
        Path info = packages.resolve("retirement/package.yaml");
        Files.writeString(
                info, Files.readString(info).replaceFirst("(?m)^version:.*$", "version: one"));

        PackageShelf shelf = publish(folder, packages);

        assertThat(shelf.served())
                .extracting(each -> each.compiled().info().id())
                .containsExactly("newborn");
        assertThat(shelf.refused()).containsOnlyKeys("retirement");
        assertThat(shelf.refused().get("retirement"))
                .anySatisfy(finding ->
                        assertThat(finding.toString())
                                .contains("retirement/bundle.yaml", "surprise"))
                .anySatisfy(finding ->
                        assertThat(finding.toString())
                                .contains("retirement/package.yaml", "version"))
                .allSatisfy(finding -> assertThat(finding.advice()).isNotBlank());
    }

    private static PackageShelf publish(Path data, Path packages) {
        JsonSchemas schemas = new JsonSchemas();
        try (EmbeddedMongo mongo = EmbeddedMongo.start(data);
                MongoStores stores = MongoStores.open(mongo.connectionString())) {
            PublishedVersions versions =
                    new PublishedVersions(stores.database(), schemas, InstantSource.system());
            return new PublishPackages(packages, schemas, InstantSource.system(), versions)
                    .publish();
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy);
                }
            }
        }
    }
}
