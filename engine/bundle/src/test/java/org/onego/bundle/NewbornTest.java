package org.onego.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.onego.bundle.merge.Answers;
import org.onego.bundle.merge.MergedMaterial.Supply;
import org.onego.bundle.merge.Question.Source;
import org.onego.bundle.merge.QuestionId;
import org.onego.bundle.pack.Finding;
import org.onego.bundle.pack.PackageReader;
import org.onego.bundle.pack.PackageResult;
import org.onego.bundle.pack.Persona;
import org.onego.bundle.schema.JsonSchemas;
import tools.jackson.databind.node.StringNode;

/// The package for newborn children, as its personas meet it.
class NewbornTest {

    private static final InstantSource CLOCK =
            InstantSource.fixed(Instant.parse("2026-11-20T02:00:00Z"));
    private static final PublishedBundle BUNDLE = read();

    private static PublishedBundle read() {
        JsonSchemas schemas = new JsonSchemas(CLOCK);
        Path packages = Path.of(System.getProperty("onego.root", "../.."), "packages");
        PackageResult result = PackageReader.open(packages, schemas).read("newborn");
        assertThat(result.findings()).filteredOn(Finding::isError).isEmpty();
        return new PublishedBundle(Objects.requireNonNull(result.bundle()), schemas::compile);
    }

    private static PersonaRun run(Persona persona) {
        return PersonaRun.of(BUNDLE, persona, CLOCK).orElseThrow();
    }

    private static PersonaRun mother() {
        return run(
                BUNDLE.compiled().personas().stream()
                        .filter(persona -> persona.id().equals("mother-baoding"))
                        .findFirst()
                        .orElseThrow());
    }

    @Test
    void atMostHalfOfTheFieldsAreAskedAndAtMostAThirdOfTheQuestionsTyped() {
        Summary summary = Summary.of(BUNDLE, mother());
        assertThat(summary.questions()).isLessThanOrEqualTo(summary.fields() / 2);
        assertThat(summary.typed()).isLessThanOrEqualTo(summary.questions() / 3);
        assertThat(summary.materialsAfter()).isLessThan(summary.materialsBefore() / 2);
    }

    @Test
    void whatTheBirthCertificateWillSayIsNotAskedAndIsPassedOnWhenItIsThere() {
        PersonaRun run = mother();
        QuestionId number = QuestionId.parse("newborn.birth_certificateNumber");
        assertThat(Objects.requireNonNull(run.form().question(number)).source())
                .isEqualTo(new Source.Deferred("birth-certificate"));
        assertThat(BUNDLE.validateItem(run.form(), "vaccination", run.answers()))
                .anySatisfy(error -> assertThat(error.question()).isEqualTo(number));

        Answers later = run.answers().with(number, StringNode.valueOf("T130000001"));
        assertThat(BUNDLE.validateItem(run.form(), "vaccination", later)).isEmpty();
        assertThat(BUNDLE.project(run.form(), "vaccination", later).toString())
                .contains("T130000001");
    }

    @Test
    void thePaperThatAnotherItemIssuesIsNotHandedIn() {
        assertThat(mother().materials())
                .filteredOn(material -> material.code().equals("birth-certificate"))
                .extracting("supply")
                .containsExactly(new Supply.Produced("birth-certificate"));
    }
}
