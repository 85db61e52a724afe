package org.onego.bundle.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.onego.bundle.element.Dictionary;
import org.onego.bundle.element.Element;
import org.onego.bundle.element.ElementId;
import org.onego.bundle.element.Text;
import org.onego.bundle.element.Widget;
import org.onego.bundle.fixture.Bundles;
import org.onego.bundle.fixture.Journey;
import org.onego.bundle.guide.Selection;
import org.onego.bundle.merge.MergedForm;
import org.onego.bundle.merge.Question;
import org.onego.bundle.merge.Question.Source;
import org.onego.bundle.merge.QuestionId;
import org.onego.bundle.pack.CompiledBundle;
import org.onego.bundle.pack.CompiledBundle.PageSpec;
import org.onego.bundle.pack.CompiledBundle.Subject;
import org.onego.bundle.pack.CompiledBundle.SubjectElement;
import org.onego.bundle.property.Choices;
import org.onego.bundle.property.Property;
import org.onego.bundle.rule.FormState;
import org.onego.bundle.rule.QuestionRule;
import org.onego.bundle.schema.Condition;
import tools.jackson.databind.node.JsonNodeFactory;

class PagePlannerTest {

    private static final List<String> SUBJECTS = List.of("mother", "child");

    private record Plan(CompiledBundle bundle, MergedForm form, List<QuestionRule> rules) {
        List<FormPage> pages() {
            return PagePlanner.plan(bundle, form, rules);
        }

        @Override
        public String toString() {
            return bundle.pages() + "\n" + form.questions().keySet() + "\n" + rules;
        }
    }

    @Test
    void everyAskedQuestionIsOnOnePage() {
        Property.of("complete pages", PagePlannerTest::plan)
                .runs(1000)
                .holds(plan -> {
                    List<QuestionId> asked =
                            plan.form().questions().values().stream()
                                    .filter(question -> question.source() instanceof Source.Asked)
                                    .map(Question::id)
                                    .toList();
                    assertThat(plan.pages())
                            .flatExtracting(PagePlannerTest::ids)
                            .containsExactlyInAnyOrderElementsOf(asked);
                });
    }

    @Test
    void aConditionNeverRefersToALaterPage() {
        Property.of("order of pages", PagePlannerTest::plan)
                .runs(1000)
                .holds(plan -> {
                    Map<QuestionId, Integer> place = new HashMap<>();
                    List<FormPage> pages = plan.pages();
                    for (int i = 0; i < pages.size(); i++) {
                        for (QuestionId id : ids(pages.get(i))) {
                            place.put(id, i);
                        }
                    }
                    for (QuestionRule rule : plan.rules()) {
                        for (QuestionId needed : reads(rule)) {
                            assertThat(place.getOrDefault(needed, 0))
                                    .as(rule.question() + " depends on " + needed)
                                    .isLessThanOrEqualTo(place.getOrDefault(rule.question(), 99));
                        }
                    }
                });
    }

    @Test
    void pagesAreShortAndTheirIdsDistinct() {
        Property.of("lengths of pages", PagePlannerTest::acyclicPlan)
                .runs(1000)
                .holds(plan -> {
                    List<FormPage> pages = plan.pages();
                    assertThat(pages)
                            .allSatisfy(page -> assertThat(page.questions()).hasSizeBetween(1, 6));
                    assertThat(pages).extracting(FormPage::id).doesNotHaveDuplicates();
                    assertThat(pages)
                            .extracting(FormPage::id)
                            .allMatch(id -> id.matches("[a-z0-9-]+"));
                });
    }

    @Test
    void staffsPagesComeFirstThenTheRestBySubject() {
        CompiledBundle bundle =
                bundle(
                        List.of(
                                new PageSpec(
                                        "start",
                                        new Text("先填", "First"),
                                        List.of(),
                                        List.of(
                                                element("child", "e.n2"),
                                                element("mother", "e.n0")))));
        Plan plan = new Plan(bundle, form(3), List.of());
        assertThat(plan.pages())
                .extracting(FormPage::id)
                .containsExactly("start", "mother", "child");
        assertThat(ids(plan.pages().getFirst())).containsExactly(id("child", 2), id("mother", 0));
        assertThat(ids(plan.pages().get(1))).containsExactly(id("mother", 1), id("mother", 2));
    }

    @Test
    void aLongPageIsCutEvenlyAndNumbered() {
        Plan plan = new Plan(bundle(List.of()), form(8), List.of());
        assertThat(plan.pages())
                .extracting(FormPage::id)
                .containsExactly("mother", "mother-2", "child", "child-2");
        assertThat(plan.pages()).extracting(page -> page.questions().size()).containsOnly(4);
        assertThat(plan.pages().get(3).title()).isEqualTo(new Text("child（2）", "child (2)"));
    }

    @Test
    void aCutDoesNotPartAQuestionFromTheOneItDependsOn() {
        // Four and four would part 3 and 4.
        Plan plan =
                new Plan(
                        bundle(List.of()),
                        form(8),
                        List.of(rule(id("mother", 4), id("mother", 3))));
        assertThat(plan.pages().getFirst().questions()).hasSizeBetween(2, 6);
        FormPage with =
                plan.pages().stream()
                        .filter(page -> ids(page).contains(id("mother", 4)))
                        .findFirst()
                        .orElseThrow();
        assertThat(ids(with)).contains(id("mother", 3));
    }

    @Test
    void aCutKeepsQuestionsOfOneKindTogether() {
        Map<QuestionId, Question> questions = new LinkedHashMap<>();
        for (String key : List.of("a_n1", "a_n2", "b_n1", "b_n2", "b_n3", "b_n4", "b_n5", "b_n6")) {
            QuestionId id = new QuestionId("mother", key);
            questions.put(id, question(id, new Source.Asked()));
        }
        Plan plan = new Plan(bundle(List.of()), form(questions), List.of());
        assertThat(plan.pages()).extracting(page -> page.questions().size()).containsExactly(2, 6);
    }

    @Test
    void aQuestionMovesBehindTheOneItDependsOn() {
        Plan plan =
                new Plan(
                        bundle(List.of()), form(3), List.of(rule(id("mother", 0), id("child", 1))));
        assertThat(ids(plan.pages().getFirst())).containsExactly(id("mother", 1), id("mother", 2));
        assertThat(ids(plan.pages().get(1)))
                .containsExactly(id("child", 0), id("child", 1), id("child", 2), id("mother", 0));
    }

    @Test
    void onlyWhatIsVisibleIsAsked() {
        FormPage page = new Plan(bundle(List.of()), form(3), List.of()).pages().getFirst();
        FormState state = new FormState(Set.of(id("mother", 1), id("child", 1)), Set.of());
        assertThat(page.visibleIn(state)).extracting(Question::id).containsExactly(id("mother", 1));
    }

    @Test
    void everyFormFitsThePhone() {
        for (Journey journey : Journey.all()) {
            List<FormPage> pages =
                    PagePlanner.plan(
                            journey.bundle().compiled(),
                            journey.form(),
                            journey.bundle().rules(journey.form()).all());
            assertThat(pages).allSatisfy(page -> assertThat(page.questions()).hasSizeBetween(1, 6));
        }
    }

    private static List<QuestionId> ids(FormPage page) {
        return page.questions().stream().map(Question::id).toList();
    }

    private static Set<QuestionId> reads(QuestionRule rule) {
        Set<QuestionId> read = new LinkedHashSet<>();
        for (Condition condition : List.of(rule.visible(), rule.required())) {
            if (condition instanceof Condition.Matches matches) {
                read.add(QuestionId.parse(matches.at().toString().substring(1).replace('/', '.')));
            }
        }
        return read;
    }

    private static Plan plan(Choices choices) {
        return plan(choices, false);
    }

    private static Plan acyclicPlan(Choices choices) {
        return plan(choices, true);
    }

    private static Plan plan(Choices choices, boolean acyclic) {
        int number = choices.between(1, 14);
        MergedForm form = form(choices, number);
        List<QuestionId> ids = List.copyOf(form.questions().keySet());
        List<QuestionRule> rules = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            if (choices.chance(30)) {
                int on = (int) choices.below(acyclic ? Math.max(1, i) : ids.size());
                if (on != i) {
                    rules.add(rule(ids.get(i), ids.get(on)));
                }
            }
        }
        List<PageSpec> pages = new ArrayList<>();
        int specs = choices.between(0, 3);
        for (int i = 0; i < specs; i++) {
            pages.add(
                    new PageSpec(
                            choices.pick("mother-2", "mother", "page") + (i == 0 ? "" : "-x" + i),
                            Text.of("页"),
                            choices.subset(SUBJECTS),
                            choices.list(
                                    0,
                                    5,
                                    c -> element(c.pick(SUBJECTS), "e.n" + c.below(number)))));
        }
        return new Plan(bundle(pages), form, rules);
    }

    private static MergedForm form(Choices choices, int number) {
        Map<QuestionId, Question> questions = new LinkedHashMap<>();
        for (QuestionId id : choices.shuffled(List.copyOf(form(number).questions().keySet()))) {
            Source source = choices.chance(10) ? new Source.Given() : new Source.Asked();
            questions.put(id, question(id, source));
        }
        return form(questions);
    }

    private static MergedForm form(int number) {
        Map<QuestionId, Question> questions = new LinkedHashMap<>();
        for (String subject : SUBJECTS) {
            for (int i = 0; i < number; i++) {
                questions.put(id(subject, i), question(id(subject, i), new Source.Asked()));
            }
        }
        return form(questions);
    }

    private static MergedForm form(Map<QuestionId, Question> questions) {
        Selection selection =
                new Selection(List.of(), "mother", new HashSet<>(SUBJECTS), Map.of(), Map.of());
        return new MergedForm(selection, questions, List.of(), List.of(), 0, 0);
    }

    private static Question question(QuestionId id, Source source) {
        ElementId element = ElementId.parse(id.key().replace('_', '.'));
        var schema = JsonNodeFactory.instance.objectNode();
        Element asked =
                new Element(
                        element,
                        Text.of(""),
                        null,
                        schema,
                        null,
                        Widget.TEXT,
                        null,
                        null,
                        List.of(),
                        null);
        return new Question(
                id, Text.of(""), null, schema, asked, Widget.TEXT, List.of(), List.of(), source);
    }

    private static QuestionRule rule(QuestionId question, QuestionId on) {
        return new QuestionRule(
                question, new Condition.Matches(on.pointer(), Bundles.ANYTHING), Condition.ALWAYS);
    }

    private static QuestionId id(String subject, int number) {
        return new QuestionId(subject, "e_n" + number);
    }

    private static SubjectElement element(String subject, String element) {
        return new SubjectElement(subject, ElementId.parse(element));
    }

    private static CompiledBundle bundle(List<PageSpec> pages) {
        Map<String, Subject> subjects = new LinkedHashMap<>();
        for (String id : SUBJECTS) {
            subjects.put(
                    id, new Subject(id, new Text(id, id), Map.of(), List.of(), Condition.ALWAYS));
        }
        return Bundles.of(
                List.of(),
                List.of(),
                subjects,
                pages,
                new Dictionary(Map.of(), Map.of(), Map.of()));
    }
}
