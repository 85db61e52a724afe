package org.onego.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.onego.bundle.guide.GuideAnswers;
import org.onego.bundle.guide.GuideOutcome;
import org.onego.bundle.guide.Selection;
import org.onego.bundle.merge.Answers;
import org.onego.bundle.merge.MergedForm;
import org.onego.bundle.merge.QuestionId;
import org.onego.bundle.merge.RepeatedSubject;
import org.onego.bundle.pack.FixturePackages;
import org.onego.bundle.page.FormPage;
import org.onego.bundle.validate.AnswerError;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Repeated groups: the children in the package `moving`.
class RowsTest {

    private static final PublishedBundle MOVING = new PublishedBundle(FixturePackages.moving());

    private static final GuideAnswers SINGLE =
            new GuideAnswers(
                    Map.of("applicantIs", "self", "married", "no", "car", "none"), Set.of());

    private static MergedForm form(GuideAnswers guide) {
        GuideOutcome outcome = MOVING.guide(guide);
        assertThat(outcome).isInstanceOf(GuideOutcome.Complete.class);
        Selection selection = ((GuideOutcome.Complete) outcome).selection();
        return MOVING.form(selection);
    }

    private static QuestionId id(String id) {
        return QuestionId.parse(id);
    }

    private static JsonNode json(String json) {
        return JsonMapper.shared().readTree(json.replace('\'', '"'));
    }

    @Test
    void nobodyIsAskedAboutChildrenUntilSomebodySaysThatThereAreAny() {
        MergedForm form = form(SINGLE);
        assertThat(MOVING.repeated(form)).containsExactly(new RepeatedSubject("child", 0, 0, 5));
        assertThat(form.questions().keySet())
                .noneMatch(question -> question.subject().startsWith("child"));
        assertThat(MOVING.project(form, "residence-permit", Answers.NONE).has("children"))
                .isFalse();
    }

    @Test
    void everyChildIsASubjectWithQuestionsAndPagesOfItsOwn() {
        MergedForm form = form(SINGLE.withRows("child", 2));
        assertThat(form.questions().keySet())
                .contains(id("child_1.person_name"), id("child_2.person_name"))
                .contains(id("child_2.residence-permit_school"));
        assertThat(MOVING.pages(form))
                .extracting(FormPage::title)
                .extracting(title -> title.zh())
                .contains("子女 1", "子女 2");
    }

    @Test
    void rowsAreProjectedInTheirOrderAndHoldTheirPlace() {
        MergedForm form = form(SINGLE.withRows("child", 2));
        Answers answers =
                Answers.NONE
                        .with(id("child_2.person_name"), json("'王二'"))
                        .with(id("child_2.residence-permit_inSchool"), json("true"));
        assertThat(MOVING.project(form, "residence-permit", answers).get("children"))
                .isEqualTo(json("[{},{'name':'王二','inSchool':true}]"));
    }

    @Test
    void eachRowIsJudgedByItself() {
        MergedForm form = form(SINGLE.withRows("child", 2));
        Answers answers =
                Answers.NONE
                        .with(id("child_1.person_name"), json("'王一'"))
                        .with(id("child_2.person_name"), json("'王二'"))
                        .with(id("child_2.residence-permit_inSchool"), json("true"));
        List<AnswerError> errors =
                MOVING.validate(form, answers).stream()
                        .filter(error -> error.question().subject().startsWith("child"))
                        .toList();
        assertThat(errors)
                .containsExactly(
                        new AnswerError(
                                id("child_2.residence-permit_school"),
                                "required",
                                json("true"),
                                List.of("residence-permit")));
        assertThat(MOVING.state(form, answers).required())
                .contains(id("child_2.residence-permit_school"))
                .doesNotContain(id("child_1.residence-permit_school"));
    }

    @Test
    void thereAreNeverMoreRowsThanTheItemsTake() {
        assertThat(MOVING.repeated(form(SINGLE.withRows("child", 9))))
                .containsExactly(new RepeatedSubject("child", 5, 0, 5));
    }

    @Test
    void theSameSelectionIsMergedOnce() {
        MergedForm form = form(SINGLE.withRows("child", 2));
        assertThat(form(SINGLE.withRows("child", 2))).isSameAs(form);
        assertThat(MOVING.form(form.selection())).isSameAs(form);
    }
}
