package org.onego.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.onego.bundle.merge.Question;
import org.onego.bundle.pack.CompiledBundle;
import org.onego.bundle.pack.ExpectedCase;
import org.onego.bundle.pack.FixturePackages;
import org.onego.bundle.pack.PackageReader;
import org.onego.bundle.pack.Persona;
import org.onego.bundle.schema.JsonSchemas;

/// The tests that the packages of this repository bring along: each persona comes through the guide
/// and the form.
class PersonasTest {

    private static final JsonSchemas SCHEMAS = new JsonSchemas(FixturePackages.CLOCK);

    record Case(PublishedBundle bundle, ExpectedCase expected) {

        Persona persona() {
            return bundle.compiled().personas().stream()
                    .filter(persona -> persona.id().equals(expected.persona()))
                    .findFirst()
                    .orElseThrow();
        }

        PersonaRun run() {
            return PersonaRun.of(bundle, persona(), FixturePackages.CLOCK).orElseThrow();
        }

        @Override
        public String toString() {
            return expected.file();
        }
    }

    static Stream<Case> cases() {
        PackageReader reader = PackageReader.open(FixturePackages.realRoot(), SCHEMAS);
        return reader.packageIds().stream()
                .map(id -> FixturePackages.bundle(reader, id))
                .flatMap(PersonasTest::casesOf);
    }

    private static Stream<Case> casesOf(CompiledBundle bundle) {
        PublishedBundle published = new PublishedBundle(bundle, SCHEMAS::compile);
        return bundle.tests().stream().map(expected -> new Case(published, expected));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void getsTheItemsAndFiguresThatTheTestExpects(Case each) {
        PersonaRun run = each.run();
        assertThat(run.form().selection().items()).isEqualTo(each.expected().items());
        Map<String, Integer> figures =
                new LinkedHashMap<>(Summary.of(each.bundle(), run).figures());
        figures.keySet().retainAll(each.expected().figures().keySet());
        assertThat(figures).isEqualTo(each.expected().figures());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void canSubmit(Case each) {
        PersonaRun run = each.run();
        assertThat(run.form().conflicts()).isEmpty();
        assertThat(each.bundle().rules(run.form()).problems()).isEmpty();
        assertThat(each.bundle().validate(run.form(), run.answers())).isEmpty();
    }

    /// What a persona would type for a question that nobody asks is a slip in its file.
    @ParameterizedTest
    @MethodSource("cases")
    void typesNothingThatIsNotAsked(Case each) {
        PersonaRun run = each.run();
        each.persona()
                .answers()
                .forEach((subject, answers) ->
                        answers.keySet()
                                .forEach(element -> {
                                    Question question = run.form().asking(subject, element);
                                    assertThat(question).as("%s/%s", subject, element).isNotNull();
                                    assertThat(run.state().visible())
                                            .as("%s/%s", subject, element)
                                            .contains(Objects.requireNonNull(question).id());
                                }));
    }
}
