package org.onego.adapters.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onego.adapters.fixture.Packages;
import org.onego.adapters.mongo.PublishedVersions.Publication;
import org.onego.casefile.application.BundleVersion;

class PublishedVersionsTest {

    @TempDir Path folder;
    private EmbeddedMongo server;
    private MongoStores stores;
    private Path packages;
    private BundleVersion version;

    @BeforeEach
    void start() throws IOException {
        server = EmbeddedMongo.start(folder.resolve("data"));
        stores = MongoStores.open(server.connectionString());
        packages = folder.resolve("packages");
        copy(Path.of(System.getProperty("onego.root"), "packages"), packages);
        version = new BundleVersion("newborn", Packages.NEWBORN.compiled().info().version());
    }

    @AfterEach
    void stop() {
        stores.close();
        server.close();
    }

    private PublishedVersions versions() {
        return new PublishedVersions(stores.database(), Packages.SCHEMAS, Packages.CLOCK);
    }

    @Test
    void aVersionOutlivesItsFolder() throws IOException {
        assertThat(versions().publish(packages, version)).isEqualTo(new Publication.New());
        Files.delete(packages.resolve("newborn/bundle.yaml"));
        Files.writeString(packages.resolve("elements/person.yaml"), "namespace: person\n");

        var found = versions().find(version).orElseThrow();
        assertThat(found.compiled().info()).isEqualTo(Packages.NEWBORN.compiled().info());
        assertThat(found.compiled().items()).hasSize(7);
        assertThat(found.process().bpmn()).isEqualTo(Packages.NEWBORN.process().bpmn());
        assertThat(versions().find(new BundleVersion("newborn", "99.0.0"))).isEmpty();
    }

    @Test
    void publishedAgainItIsTheSameOrRefused() throws IOException {
        versions().publish(packages, version);
        assertThat(versions().publish(packages, version)).isEqualTo(new Publication.Known());

        Path persona = packages.resolve("newborn/personas/mother-baoding.yaml");
        Files.writeString(persona, Files.readString(persona) + "\n# tried out differently\n");
        assertThat(versions().publish(packages, version)).isEqualTo(new Publication.Known());

        Path bundle = packages.resolve("newborn/bundle.yaml");
        Files.writeString(bundle, Files.readString(bundle) + "\n# changed\n");
        assertThat(versions().publish(packages, version))
                .isInstanceOfSatisfying(
                        Publication.Changed.class,
                        changed ->
                                assertThat(changed.finding().toString())
                                        .isEqualTo(
                                                "ERROR newborn/package.yaml#/version: the package has changed since version "
                                                        + version.version()
                                                        + " was published, and a published version never changes → raise the version, or bring the published files back"));
    }

    /// A new element for another service must not stop this one, nor change it.
    @Test
    void whatAllPackagesShareMayGrowAndThisOneStaysAsItWas() throws IOException {
        versions().publish(packages, version);
        Path list = packages.resolve("codes/sex.csv");
        Files.writeString(list, Files.readString(list) + "7,新增\n");
        Publication again = versions().publish(packages, version);
        assertThat(again).isInstanceOf(Publication.Frozen.class);
        assertThat(((Publication.Frozen) again).bundle().compiled().dictionary().codeLists())
                .extractingByKey("sex")
                .isEqualTo(Packages.NEWBORN.compiled().dictionary().codeLists().get("sex"));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }
}
