package org.onego.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.onego.bundle.OpenQuestion.Why;
import org.onego.bundle.fixture.Journey;
import org.onego.bundle.pack.FixturePackages;
import tools.jackson.databind.JsonNode;

/// What the report says about the personas of the packages.
class PrefillReportTest {

    private static int figure(Map<String, Integer> figures, String name) {
        return Objects.requireNonNull(figures.get(name), name);
    }

    private static PrefillReport report(Journey journey) {
        return PrefillReport.of(journey.bundle(), journey.persona().id(), FixturePackages.CLOCK)
                .orElseThrow();
    }

    private static PrefillReport report(String packageId, String persona) {
        return Journey.of(packageId).stream()
                .filter(each -> each.persona().id().equals(persona))
                .findFirst()
                .map(PrefillReportTest::report)
                .orElseThrow();
    }

    static Stream<Journey> everybody() {
        return Journey.all().stream();
    }

    /// The figures that the newborn's mother is promised.
    @Test
    void theNewbornsMotherTypesWhatNobodyKnows() {
        Map<String, Integer> figures = report("newborn", "mother-baoding").figures();
        System.out.println("Measured: prefill of newborn/mother-baoding " + figures);
        assertThat(100 * figure(figures, "prefilled"))
                .isGreaterThanOrEqualTo(70 * figure(figures, "questions"));
        assertThat(figure(figures, "waves")).isLessThanOrEqualTo(3);
        assertThat(figure(figures, "lookups")).isLessThanOrEqualTo(figure(figures, "contributing"));
    }

    /// Nobody looks for a father's delivery record.
    @Test
    void aFatherIsNotAskedForWhatOnlyAMotherHas() {
        PrefillReport report = report("newborn", "father-applying");
        assertThat(report.run().lookups())
                .extracting(made -> made.lookup().type().id())
                .doesNotContain("delivery-record", "medical-bill");
        assertThat(figure(report.figures(), "lookups"))
                .isEqualTo(figure(report.figures(), "contributing"));
        assertThat(report.open())
                .filteredOn(open -> "delivery-record".equals(open.certificate()))
                .isNotEmpty()
                .allSatisfy(open -> {
                    assertThat(open.why()).isEqualTo(Why.NEEDS_AUTHORISATION);
                    assertThat(open.holder()).isEqualTo("mother");
                });
    }

    @ParameterizedTest
    @MethodSource("everybody")
    void everyQuestionIsAnsweredOrSaysWhyNot(Journey journey) {
        PrefillReport report = report(journey);
        Map<String, Integer> figures = report.figures();
        assertThat(report.open()).hasSize(figure(figures, "typed"));
        JsonNode json = report.json(Locale.ENGLISH);
        figures.forEach((name, figure) ->
                assertThat(json.get(name).isInt() && json.get(name).intValue() == figure)
                        .as(name)
                        .isTrue());
        int answered = 0;
        for (JsonNode lookup : json.get("plan")) {
            answered += lookup.get("answers").size();
            assertThat(lookup.get("wave").intValue()).isBetween(0, figure(figures, "waves"));
            for (JsonNode answer : lookup.get("answers")) {
                assertThat(answer.propertyNames())
                        .contains("question", "title", "attribute", "element", "about", "edit");
            }
        }
        assertThat(answered).isGreaterThanOrEqualTo(figure(figures, "prefilled"));
        assertThat(json.get("open")).hasSize(figure(figures, "typed"));
    }

    @ParameterizedTest
    @MethodSource("everybody")
    void theTextIsThereInBothLanguages(Journey journey) {
        PrefillReport report = report(journey);
        assertThat(report.text(Locale.CHINA, true)).contains("仍要手工填写", "没有查询的证照");
        assertThat(report.text(Locale.ENGLISH, true))
                .contains("Still typed by hand", "Certificates that are not looked up");
        assertThat(report.text(Locale.ENGLISH, false))
                .doesNotContain("Certificates that are not looked up");
    }

    /// Nobody else's number stands in what may end up in a terminal's history.
    @ParameterizedTest
    @MethodSource("everybody")
    void noReportShowsPersonalData(Journey journey) {
        PrefillReport report = report(journey);
        String idNo = journey.persona().person().idNo();
        assertThat(report.text(Locale.CHINA, true)).doesNotContain(idNo);
        assertThat(report.json(Locale.CHINA).toString()).doesNotContain(idNo);
    }
}
