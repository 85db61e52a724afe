package org.onego.bundle.pack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.onego.bundle.schema.JsonSchemas;

/// The packages of this repository are without a finding.
class RealPackagesTest {

    @Test
    void everyPackageOfTheRepositoryIsRight() {
        PackageReader reader =
                PackageReader.open(
                        FixturePackages.realRoot(), new JsonSchemas(FixturePackages.CLOCK));
        assertThat(reader.findings()).isEmpty();
        assertThat(reader.packageIds()).contains("newborn");
        reader.readAll()
                .forEach((id, result) -> {
                    assertThat(result.findings()).as(id).isEmpty();
                    assertThat(result.bundle()).as(id).isNotNull();
                });
    }

    @Test
    void theFixtureIsRight() {
        PackageReader reader = FixturePackages.reader();
        assertThat(reader.findings()).isEmpty();
        assertThat(reader.read("moving").findings()).isEmpty();
        assertThat(reader.readAll()).containsOnlyKeys("moving");
    }
}
