package org.onego.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onego.bundle.pack.Finding;
import org.onego.bundle.pack.FixturePackages;
import org.onego.bundle.pack.PackageReader;
import org.onego.bundle.pack.PackageResult;
import org.onego.bundle.schema.JsonSchemas;

/// The package `moving`, spoilt in one place each.
class BundleCheckTest {

    private static final String PERMIT = "items/residence-permit/form.schema.json";
    private static final String VEHICLE = "items/vehicle-address/form.schema.json";

    @TempDir private Path packages;

    private PackageResult check() {
        JsonSchemas schemas = new JsonSchemas(FixturePackages.CLOCK);
        return BundleCheck.check(
                PackageReader.open(packages, schemas),
                "moving",
                schemas::compile,
                FixturePackages.CLOCK);
    }

    private List<Finding> spoilt(String file, String there, String instead) throws IOException {
        copy();
        Path spoilt = packages.resolve("moving").resolve(file);
        String text = Files.readString(spoilt);
        assertThat(text).contains(there);
        Files.writeString(spoilt, text.replace(there, instead));
        return check().findings();
    }

    private void copy() throws IOException {
        Path from = FixturePackages.root();
        Files.walkFileTree(
                from,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes at)
                            throws IOException {
                        Files.createDirectories(packages.resolve(from.relativize(dir)));
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes at)
                            throws IOException {
                        Files.copy(file, packages.resolve(from.relativize(file)));
                        return FileVisitResult.CONTINUE;
                    }
                });
    }

    @Test
    void aPackageThatIsRightHasNoFinding() throws IOException {
        copy();
        PackageResult result = check();
        assertThat(result.findings()).isEmpty();
        assertThat(result.bundle()).isNotNull();
    }

    @Test
    void aConflictNamesBothItemsBothPlacesAndBothValuesAndStopsPublication() throws IOException {
        List<Finding> findings =
                spoilt(
                        PERMIT,
                        "\"name\": {\"$ref\": \"element:person.name\"},\n        \"idNo\": {\"$ref\": \"element:person.idNo\"},\n        \"sex\"",
                        "\"name\": {\"$ref\": \"element:person.name\", \"minLength\": 31},\n        \"idNo\": {\"$ref\": \"element:person.idNo\"},\n        \"sex\"");
        assertThat(findings)
                .filteredOn(Finding::isError)
                .anySatisfy(finding ->
                        assertThat(finding.toString())
                                .contains(
                                        "mover.person_name",
                                        "residence-permit",
                                        "vehicle-address",
                                        "/properties/holder/properties/name",
                                        "/properties/owner/properties/name",
                                        "31",
                                        "30"));
        assertThat(check().bundle()).isNull();
    }

    @Test
    void codesWithoutACommonOneAreAConflict() throws IOException {
        assertThat(
                        spoilt(
                                VEHICLE,
                                "\"kind\": {\"$ref\": \"element:vehicle.kind\"}",
                                "\"kind\": {\"$ref\": \"element:vehicle.kind\"},\n\"homeKind\": {\"$ref\": \"element:home.kind\", \"enum\": [\"lent\"]}"))
                .filteredOn(Finding::isError)
                .anySatisfy(finding ->
                        assertThat(finding.message()).contains("home_kind", "[\"lent\"]"));
    }

    @Test
    void aConditionThatCannotBeFollowedIsFound() throws IOException {
        assertThat(
                        spoilt(
                                PERMIT,
                                "\"if\": {\"properties\": {\"kind\": {\"const\": \"rented\"}}, \"required\": [\"kind\"]}",
                                "\"if\": {\"minProperties\": 3}"))
                .filteredOn(Finding::isError)
                .anySatisfy(finding ->
                        assertThat(finding.toString())
                                .contains(
                                        "moving/" + PERMIT,
                                        "/properties/home/properties/landlordName",
                                        "minProperties"));
    }

    @Test
    void aResultThatNobodyWaitsForIsDoubtful() throws IOException {
        assertThat(
                        spoilt(
                                "bundle.yaml",
                                "  - {item: vehicle-address, needs: residence-permit}",
                                "  []"))
                .filteredOn(finding -> !finding.isError())
                .anySatisfy(finding ->
                        assertThat(finding.toString())
                                .contains("vehicle-address", "residence-permit", "permitNumber"));
    }

    @Test
    void anAnswerOfTheGuideThatTheItemsRefuseIsFound() throws IOException {
        assertThat(
                        spoilt(
                                PERMIT,
                                "\"marital\": {\"$ref\": \"element:person.marital\"}",
                                "\"marital\": {\"$ref\": \"element:person.marital\", \"enum\": [\"10\"]}"))
                .filteredOn(Finding::isError)
                .anySatisfy(finding ->
                        assertThat(finding.toString())
                                .contains("bundle.yaml#/guide", "mover.person_marital", "\"20\""));
    }

    @Test
    void aFigureThatDiffersIsAnErrorOfTheTest() throws IOException {
        assertThat(spoilt("tests/married.yaml", "fields: 27", "fields: 28"))
                .anySatisfy(finding ->
                        assertThat(finding.toString())
                                .contains(
                                        "moving/tests/married.yaml#/expect/fields",
                                        "expected 28, but it is 27"));
    }

    @Test
    void aPersonaWhoCannotSubmitIsFound() throws IOException {
        assertThat(spoilt("personas/mover-married.yaml", "home.persons: 2, ", ""))
                .anySatisfy(finding ->
                        assertThat(finding.toString())
                                .contains("mover-married", "mover.home_persons", "required"));
    }
}
