package org.onego.bundle.pack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.onego.bundle.element.ElementId;
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
    void aPersonaAnswersARepeatedGroupRowByRow() {
        Persona founder =
                FixturePackages.bundle(
                                PackageReader.open(
                                        FixturePackages.realRoot(),
                                        new JsonSchemas(FixturePackages.CLOCK)),
                                "catering")
                        .personas()
                        .stream()
                        .filter(persona -> persona.id().equals("hotpot-company"))
                        .findFirst()
                        .orElseThrow();
        assertThat(founder.answers())
                .containsKeys("shareholder_1", "shareholder_3")
                .doesNotContainKeys("shareholder", "shareholder_4");
        assertThat(founder.answers().get("shareholder_3"))
                .extractingByKey(ElementId.parse("share.amount"))
                .hasToString("15");
    }

    @Test
    void theFixtureIsRight() {
        PackageReader reader = FixturePackages.reader();
        assertThat(reader.findings()).isEmpty();
        assertThat(reader.read("moving").findings()).isEmpty();
        assertThat(reader.readAll()).containsOnlyKeys("moving");
    }
}
