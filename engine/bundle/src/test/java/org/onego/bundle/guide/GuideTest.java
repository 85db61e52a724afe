package org.onego.bundle.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.onego.bundle.element.ElementId;
import org.onego.bundle.guide.GuideOutcome.Ask;
import org.onego.bundle.guide.GuideOutcome.Choose;
import org.onego.bundle.guide.GuideOutcome.Complete;
import org.onego.bundle.guide.GuideOutcome.Stopped;
import org.onego.bundle.pack.CompiledBundle;
import org.onego.bundle.pack.FixturePackages;
import tools.jackson.databind.node.StringNode;

/// The fixture's guide: three questions, one of which depends on another, a stop, a choice.
class GuideTest {

    private static final ElementId MARITAL = ElementId.parse("person.marital");

    private final CompiledBundle moving = FixturePackages.moving();

    @Test
    void asksOneQuestionAfterTheOther() {
        assertThat(asked(Map.of())).isEqualTo("applicantIs");
        assertThat(asked(Map.of("applicantIs", "self"))).isEqualTo("married");
        assertThat(asked(Map.of("applicantIs", "self", "married", "no"))).isEqualTo("car");
    }

    @Test
    void passesByWhatDoesNotApply() {
        assertThat(asked(Map.of("applicantIs", "spouse"))).isEqualTo("car");
    }

    @Test
    void takesAnAnswerThatIsNoOptionForNone() {
        assertThat(asked(Map.of("applicantIs", "nobody", "car", "own"))).isEqualTo("applicantIs");
    }

    @Test
    void forgetsTheAnswerToAQuestionThatIsNotAsked() {
        Selection selection =
                complete(Map.of("applicantIs", "spouse", "married", "no", "car", "none"));
        assertThat(selection.subjects()).contains("spouse");
        assertThat(selection.given())
                .isEqualTo(Map.of("mover", Map.of(MARITAL, StringNode.valueOf("20"))));
    }

    @Test
    void stopsWithAdvice() {
        GuideOutcome outcome = at(Map.of("applicantIs", "spouse", "car", "company"), null);
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Stopped.class,
                        stopped -> {
                            assertThat(stopped.question().id()).isEqualTo("car");
                            assertThat(stopped.advice().zh()).isEqualTo("公司车辆请到车管所窗口办理。");
                        });
    }

    @Test
    void letsTheCitizenChooseAmongWhatApplies() {
        GuideOutcome outcome = at(Map.of("applicantIs", "spouse", "car", "none"), null);
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Choose.class,
                        choose -> {
                            assertThat(choose.given())
                                    .extracting(item -> item.item().id())
                                    .containsExactly("residence-permit");
                            assertThat(choose.choosable())
                                    .extracting(item -> item.item().id())
                                    .containsExactly("water-account");
                        });
    }

    @Test
    void selectsWhatAppliesAndWasChosenInTheBundlesOrder() {
        Map<String, String> answers = Map.of("applicantIs", "spouse", "car", "own");
        assertThat(
                        complete(answers, Set.of("water-account", "vehicle-address", "unheard-of"))
                                .items())
                .isEqualTo(List.of("residence-permit", "vehicle-address", "water-account"));
        assertThat(complete(answers).items())
                .isEqualTo(List.of("residence-permit", "vehicle-address"));
    }

    @Test
    void resolvesRolesByTheGuide() {
        Selection own = complete(Map.of("applicantIs", "self", "married", "yes", "car", "own"));
        assertThat(own.applicant()).isEqualTo("mover");
        assertThat(own.roles().get("vehicle-address")).isEqualTo(Map.of("owner", "mover"));
        assertThat(own.roles().get("residence-permit"))
                .isEqualTo(Map.of("holder", "mover", "partner", "spouse", "child", "child"));

        Selection spouses =
                complete(
                        Map.of("applicantIs", "spouse", "car", "ofSpouse"),
                        Set.of("water-account"));
        assertThat(spouses.applicant()).isEqualTo("spouse");
        assertThat(spouses.roles().get("vehicle-address")).isEqualTo(Map.of("owner", "spouse"));
        assertThat(spouses.roles().get("water-account")).isEqualTo(Map.of("customer", "spouse"));
    }

    @Test
    void aSubjectThatDoesNotExistPlaysNoRoleAndIsGivenNothing() {
        Selection single =
                complete(Map.of("applicantIs", "self", "married", "no", "car", "ofSpouse"));
        assertThat(single.subjects()).containsExactlyInAnyOrder("mover", "child");
        assertThat(single.roles().get("residence-permit"))
                .isEqualTo(Map.of("holder", "mover", "child", "child"));
        assertThat(single.items()).containsExactly("residence-permit");
        assertThat(single.given()).isEmpty();
    }

    private String asked(Map<String, String> answers) {
        GuideOutcome outcome = at(answers, null);
        assertThat(outcome).isInstanceOf(Ask.class);
        return ((Ask) outcome).question().id();
    }

    private Selection complete(Map<String, String> answers) {
        return complete(answers, Set.of());
    }

    private Selection complete(Map<String, String> answers, Set<String> chosen) {
        GuideOutcome outcome = at(answers, chosen);
        assertThat(outcome).isInstanceOf(Complete.class);
        return ((Complete) outcome).selection();
    }

    private GuideOutcome at(Map<String, String> answers, @Nullable Set<String> chosen) {
        return Guide.at(moving, new GuideAnswers(answers, chosen));
    }
}
