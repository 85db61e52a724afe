package org.onego.bundle.prefill;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.onego.bundle.PersonaRun;
import org.onego.bundle.fixture.Journey;
import org.onego.bundle.merge.QuestionId;
import org.onego.bundle.pack.FixturePackages;
import org.onego.bundle.pack.Persona;

/// Lists in certificates fill the rows of forms.
class ListedRowsTest {

    private static PersonaRun run(String packageId, String persona, boolean typesRows) {
        Journey journey =
                Journey.of(packageId).stream()
                        .filter(each -> each.persona().id().equals(persona))
                        .findFirst()
                        .orElseThrow();
        Persona whole = journey.persona();
        Persona without =
                new Persona(
                        whole.id(),
                        whole.title(),
                        whole.person(),
                        whole.guide(),
                        whole.chosen(),
                        whole.certificates(),
                        whole.answers().entrySet().stream()
                                .filter(each -> typesRows || !each.getKey().contains("_"))
                                .collect(
                                        java.util.stream.Collectors.toMap(
                                                java.util.Map.Entry::getKey,
                                                java.util.Map.Entry::getValue)),
                        whole.family());
        return PersonaRun.of(journey.bundle(), without, FixturePackages.CLOCK).orElseThrow();
    }

    private static List<String> units(PersonaRun run) {
        return List.of("job_1.work_unit", "job_2.work_unit").stream()
                .map(QuestionId::parse)
                .map(id -> Objects.requireNonNull(run.answers().get(id), id.toString()))
                .map(value -> value.stringValue())
                .toList();
    }

    @Test
    void theFormGrowsToAsManyRowsAsThereAre() {
        PersonaRun run = run("retirement", "worker-wang", false);
        assertThat(units(run)).containsExactly("保定示例机床厂", "保定示例机械制造有限公司");
        assertThat(run.form().questions().keySet())
                .noneMatch(question -> question.subject().equals("job_3"));
        assertThat(run.prefilled())
                .containsKey(QuestionId.parse("job_1.work_from"))
                .containsKey(QuestionId.parse("job_2.work_kind"))
                .doesNotContainKey(QuestionId.parse("job_2.work_to"))
                .doesNotContainKey(QuestionId.parse("job_1.work_special"));
    }

    @Test
    void whatTheListDoesNotSayIsTypedIntoTheSameRows() {
        PersonaRun run = run("retirement", "worker-wang", true);
        assertThat(units(run)).containsExactly("保定示例机床厂", "保定示例机械制造有限公司");
        assertThat(run.answers().get(QuestionId.parse("job_2.work_special"))).isNotNull();
    }

    @Test
    void theHouseholdFillsTheFamilyThatTakesPart() {
        PersonaRun run = run("catering", "noodle-shop", true);
        QuestionId name = QuestionId.parse("family-member_1.person_name");
        assertThat(Objects.requireNonNull(run.answers().get(name)).stringValue()).isEqualTo("刘静");
        assertThat(Objects.requireNonNull(run.prefilled().get(name)).provenance().certificateType())
                .isEqualTo("household-booklet");
    }

    /// Somebody may have another relative in mind than the first in the booklet.
    @Test
    void aRowThatSomebodyBeganIsLeftAlone() {
        QuestionId name = QuestionId.parse("member_1.person_name");
        QuestionId number = QuestionId.parse("member_1.person_idNo");
        QuestionId next = QuestionId.parse("member_2.person_idNo");
        assertThat(PrefillRequest.inUntouchedRows(List.of(number, next), List.of(name)))
                .containsExactly(next);
    }
}
