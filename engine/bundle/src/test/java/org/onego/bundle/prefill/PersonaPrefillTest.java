package org.onego.bundle.prefill;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.onego.bundle.fixture.Journey;
import org.onego.bundle.merge.Question;
import org.onego.bundle.merge.Question.Source;
import org.onego.bundle.merge.QuestionId;
import org.onego.bundle.pack.FixturePackages;
import org.onego.bundle.pack.Persona.HeldCertificate;
import org.onego.bundle.prefill.PrefillPlan.Lookup;
import org.onego.bundle.prefill.PrefillPlan.OpenReason;
import org.onego.bundle.prefill.PrefillPlan.Wave;

/// The personas of the packages, with the certificates that they hold.
class PersonaPrefillTest {

    private static final CertificateReader READER = new CertificateReader(Journey.SCHEMAS::compile);

    static Stream<Journey> everybody() {
        return Journey.all().stream();
    }

    static Stream<Journey> journeys() {
        return Journey.of("newborn").stream();
    }

    @ParameterizedTest
    @MethodSource("everybody")
    void everyCertificateOfAPersonaCanBeReadAndAnswersWhatIsExpected(Journey journey) {
        Set<QuestionId> open = open(journey);
        PrefillPlan plan = journey.bundle().prefillPlan(journey.form(), open, Set.of());
        Identities identities =
                Identities.ofLogin(
                        journey.form().selection().applicant(),
                        journey.persona().person().idNo(),
                        journey.persona().person().name());
        List<Prefilled> answers = new ArrayList<>();
        for (Wave wave : plan.waves()) {
            for (Lookup lookup : wave.lookups()) {
                Optional<Certificate> certificate = held(journey, lookup, identities);
                if (certificate.isPresent()) {
                    ReadResult result =
                            READER.read(lookup, certificate.get(), journey.form(), identities);
                    assertThat(result).as(lookup.type().id()).isInstanceOf(ReadResult.Read.class);
                    ReadResult.Read read = (ReadResult.Read) result;
                    // Not everybody has an employer, or years that count; anything else would be a
                    // mistake in the data.
                    assertThat(read.unusable().values())
                            .as(lookup.type().id())
                            .allMatch(reason ->
                                    reason instanceof ReadResult.Unusable.Missing
                                            || reason instanceof ReadResult.Unusable.NotAccepted);
                    answers.addAll(read.answers());
                    identities = read.identities();
                }
            }
        }
        assertThat(answers).extracting(Prefilled::question).doesNotHaveDuplicates();
        // Who applies for somebody else, or for a business that isn't there yet, has little to
        // read.
        assertThat(answers).isNotEmpty();
        if (journey.toString().startsWith("newborn")) {
            assertThat(answers.size() * 3).isGreaterThan(open.size());
        }
        assertThat(plan.open().values()).contains(OpenReason.NO_SOURCE);
    }

    /// A mother's certificates may name an older child.
    @ParameterizedTest
    @MethodSource("journeys")
    void noCertificateNamesTheNewborn(Journey journey) {
        QuestionId name = QuestionId.parse("newborn.birth_childName");
        PrefillPlan plan = journey.bundle().prefillPlan(journey.form(), Set.of(name), Set.of());
        assertThat(plan.waves()).isEmpty();
        assertThat(plan.open()).containsExactly(Map.entry(name, OpenReason.HOLDER_UNKNOWN));
    }

    @ParameterizedTest
    @MethodSource("everybody")
    void nothingIsReadTwice(Journey journey) {
        PrefillPlan plan = journey.bundle().prefillPlan(journey.form(), open(journey), Set.of());
        assertThat(plan.lookups()).extracting(Lookup::certificate).doesNotHaveDuplicates();
        assertThat(plan.lookups())
                .allSatisfy(lookup ->
                        assertThat(lookup.holder())
                                .isEqualTo(journey.form().selection().applicant()));
    }

    private static Set<QuestionId> open(Journey journey) {
        Set<QuestionId> open = new HashSet<>();
        for (Map.Entry<QuestionId, Question> question : journey.form().questions().entrySet()) {
            if (question.getValue().source() instanceof Source.Asked) {
                open.add(question.getKey());
            }
        }
        return open;
    }

    private static Optional<Certificate> held(
            Journey journey, Lookup lookup, Identities identities) {
        String holder = identities.idNo(lookup.holder()).orElseThrow();
        return journey.persona().certificates().stream()
                .filter(held -> held.type().equals(lookup.type().id()))
                .filter(held -> held.holder().equals(holder))
                .findFirst()
                .map(PersonaPrefillTest::read);
    }

    private static Certificate read(HeldCertificate held) {
        return new Certificate(
                held.type(),
                "id of " + held.type(),
                held.number(),
                held.holder(),
                held.issued(),
                held.expires(),
                held.attributes(),
                FixturePackages.CLOCK.instant());
    }
}
