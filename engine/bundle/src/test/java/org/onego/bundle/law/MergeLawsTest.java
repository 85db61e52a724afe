package org.onego.bundle.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.onego.bundle.PublishedBundle;
import org.onego.bundle.law.BundleSpec.FieldSpec;
import org.onego.bundle.law.BundleSpec.ItemSpec;
import org.onego.bundle.merge.Answers;
import org.onego.bundle.merge.Conflict;
import org.onego.bundle.merge.MergedForm;
import org.onego.bundle.merge.Origin;
import org.onego.bundle.merge.Question;
import org.onego.bundle.merge.Question.Source;
import org.onego.bundle.merge.QuestionId;
import org.onego.bundle.property.Choices;
import org.onego.bundle.property.Property;
import org.onego.bundle.rule.FormState;
import org.onego.bundle.rule.MergedSchema;
import tools.jackson.databind.node.ObjectNode;

/// Laws 1 to 3 of the merge, on random bundles, selections and answers.
class MergeLawsTest {

    private static final int RUNS = 1_000;

    private static final LongAdder HELD = new LongAdder();

    /// A bundle, some of its items, and answers to their merged form.
    private record Situation(
            BundleSpec spec,
            List<String> items,
            PublishedBundle bundle,
            MergedForm form,
            Answers answers) {

        @Override
        public String toString() {
            return "items " + items + " of\n  " + spec + "\n  answers " + answers.toDocument();
        }
    }

    private static Situation situation(Choices choices) {
        BundleSpec spec = Drawn.bundle(choices);
        List<String> items = choices.subset(SpecBundle.ids(spec));
        choices.assume(!items.isEmpty() && items.stream().map(spec::item).allMatch(Oracle::asks));
        PublishedBundle bundle = published(spec);
        MergedForm form = bundle.form(SpecBundle.selection(spec, items));
        return new Situation(spec, items, bundle, form, Drawn.answers(choices, form));
    }

    private static PublishedBundle published(BundleSpec spec) {
        return new PublishedBundle(SpecBundle.bundle(spec), SpecBundle.SCHEMAS::compile);
    }

    private static void check(int runs, Property.Law<Situation> law) {
        Property.of("merge", MergeLawsTest::situation).runs(runs).holds(counted(law));
    }

    private static <T> Property.Law<T> counted(Property.Law<T> law) {
        return value -> {
            law.check(value);
            HELD.increment();
        };
    }

    @AfterAll
    static void report() {
        System.out.printf("Measured: laws of the merge held in %d generated cases%n", HELD.sum());
    }

    @Test
    void everyFieldAboutSomebodyIsAskedOnceAndNoQuestionIsAskedForNothing() {
        check(RUNS, MergeLawsTest::asksOnce);
    }

    private static void asksOnce(Situation it) {
        Map<QuestionId, Set<String>> wanted = new LinkedHashMap<>();
        for (String id : it.items()) {
            ItemSpec item = it.spec().item(id);
            for (FieldSpec field : item.fields()) {
                QuestionId question = Oracle.question(item, field);
                if (question != null) {
                    wanted.computeIfAbsent(question, _ -> new HashSet<>()).add(id + field.path());
                }
            }
        }
        Map<QuestionId, Set<String>> asked = new LinkedHashMap<>();
        it.form()
                .questions()
                .forEach((id, question) ->
                        asked.put(
                                id,
                                question.origins().stream()
                                        .map(origin -> origin.item() + origin.field().pointer())
                                        .collect(Collectors.toSet())));
        assertThat(asked).isEqualTo(wanted);
    }

    @Test
    void eachItemGetsExactlyTheDocumentOfItsOwnForm() {
        check(RUNS, MergeLawsTest::projectsExactly);
    }

    private static void projectsExactly(Situation it) {
        for (String id : it.items()) {
            assertThat(it.bundle().project(it.form(), id, it.answers()))
                    .isEqualTo(new Oracle(it.spec().item(id), it.answers()).document());
        }
    }

    @Test
    void aQuestionIsVisibleWhenSomeItemShowsItAndRequiredWhenSomeItemThatShowsItDemandsIt() {
        check(RUNS, MergeLawsTest::showsWhatItemsShow);
    }

    private static void showsWhatItemsShow(Situation it) {
        Set<QuestionId> visible = new LinkedHashSet<>();
        Set<QuestionId> required = new LinkedHashSet<>();
        for (String id : it.items()) {
            ItemSpec item = it.spec().item(id);
            Oracle oracle = new Oracle(item, it.answers());
            for (FieldSpec field : item.fields()) {
                QuestionId question = Oracle.question(item, field);
                if (question != null && !deferred(it.form()).contains(question)) {
                    if (oracle.shows(field)) {
                        visible.add(question);
                    }
                    if (oracle.demands(field)) {
                        required.add(question);
                    }
                }
            }
        }
        FormState state = it.bundle().state(it.form(), it.answers());
        assertThat(state.visible()).isEqualTo(visible);
        assertThat(state.required()).isEqualTo(required);
        assertThat(it.bundle().rules(it.form()).problems()).isEmpty();
    }

    @Test
    void theMergedFormAcceptsExactlyWhatEveryItemAccepts() {
        check(RUNS, MergeLawsTest::acceptsExactly);
    }

    private static void acceptsExactly(Situation it) {
        boolean merged = it.bundle().validate(it.form(), it.answers()).isEmpty();
        assertThat(merged).isEqualTo(itemsAccept(it));
    }

    @Test
    void whatCitizensSeeIsNeverStricterThanTheItems() {
        check(RUNS, MergeLawsTest::shownIsLooser);
    }

    private static void shownIsLooser(Situation it) {
        Set<QuestionId> visible = it.bundle().state(it.form(), it.answers()).visible();
        if (itemsAccept(it)) {
            for (Question question : it.form().questions().values()) {
                var value = it.answers().get(question.id());
                if (value != null && visible.contains(question.id())) {
                    assertThat(SpecBundle.SCHEMAS.compile(question.schema()).accepts(value))
                            .as("%s accepts %s", question.id(), value)
                            .isTrue();
                }
            }
        }
    }

    @Test
    void theMergedSchemaNeverRefusesWhatTheItemsAccept() {
        check(RUNS, MergeLawsTest::mergedSchemaIsLooser);
    }

    private static void mergedSchemaIsLooser(Situation it) {
        if (itemsAccept(it)) {
            Set<QuestionId> visible = it.bundle().state(it.form(), it.answers()).visible();
            Answers shown = Answers.NONE;
            for (QuestionId id : visible) {
                var value = it.answers().get(id);
                shown = value == null ? shown : shown.with(id, value);
            }
            ObjectNode schema = MergedSchema.of(it.form(), it.bundle().rules(it.form()));
            ObjectNode document = withDeferred(it, shown).toDocument();
            assertThat(SpecBundle.SCHEMAS.compile(schema).validate(document)).isEmpty();
        }
    }

    private static Answers withDeferred(Situation it, Answers shown) {
        Answers all = shown;
        for (QuestionId id : deferred(it.form())) {
            var value = it.answers().get(id);
            all = value == null ? all : all.with(id, value);
        }
        return all;
    }

    /// The items' own schemas on the documents, as if each demanded nothing that is still to come.
    private static boolean itemsAccept(Situation it) {
        return it.items().stream()
                .allMatch(id -> {
                    ItemSpec item = it.spec().item(id);
                    Oracle oracle = new Oracle(item, it.answers());
                    return SpecBundle.item(item, oracle.awaited(deferred(it.form())))
                            .form()
                            .schema()
                            .accepts(oracle.document());
                });
    }

    private static Set<QuestionId> deferred(MergedForm form) {
        return form.questions().values().stream()
                .filter(question -> question.source() instanceof Source.Deferred)
                .map(Question::id)
                .collect(Collectors.toSet());
    }

    @Test
    void aConflictIsFoundExactlyWhereNoAnswerPleasesAllItems() {
        check(RUNS, MergeLawsTest::findsConflicts);
    }

    private static void findsConflicts(Situation it) {
        for (Question question : it.form().questions().values()) {
            List<Conflict> found =
                    it.form().conflicts().stream()
                            .filter(conflict -> conflict.question().equals(question.id()))
                            .toList();
            assertThat(found.isEmpty())
                    .as("%s has an answer", question.id())
                    .isEqualTo(SpecBundle.hasAnswer(question));
            for (Conflict conflict : found) {
                assertThat(question.origins()).contains(conflict.left(), conflict.right());
                assertThat(SpecBundle.says(conflict.left(), conflict.leftValue())).isTrue();
                assertThat(SpecBundle.says(conflict.right(), conflict.rightValue())).isTrue();
            }
        }
    }

    @Test
    void theOrderOfItemsChangesNothingButTheOrderOfQuestions() {
        Property.of(
                        "order",
                        choices -> {
                            Situation one = situation(choices);
                            return Map.entry(one, choices.shuffled(one.spec().items()));
                        })
                .runs(RUNS)
                .holds(counted(pair -> orderDoesNotMatter(pair.getKey(), pair.getValue())));
    }

    private static void orderDoesNotMatter(Situation it, List<ItemSpec> shuffled) {
        BundleSpec other = it.spec().withItems(shuffled);
        List<String> items = SpecBundle.ids(other).stream().filter(it.items()::contains).toList();
        PublishedBundle bundle = published(other);
        MergedForm form = bundle.form(SpecBundle.selection(other, items));
        assertThat(content(form)).isEqualTo(content(it.form()));
        assertThat(bundle.state(form, it.answers()))
                .isEqualTo(it.bundle().state(it.form(), it.answers()));
        assertThat(
                        new HashSet<>(
                                bundle.validate(form, it.answers()).stream()
                                        .map(e -> e.question() + e.keyword())
                                        .toList()))
                .isEqualTo(
                        new HashSet<>(
                                it.bundle().validate(it.form(), it.answers()).stream()
                                        .map(e -> e.question() + e.keyword())
                                        .toList()));
    }

    /// All of a form but orders.
    private static Map<QuestionId, Object> content(MergedForm form) {
        Map<QuestionId, Object> content = new LinkedHashMap<>();
        form.questions()
                .forEach((id, question) ->
                        content.put(
                                id,
                                List.of(
                                        question.title(),
                                        question.schema(),
                                        question.widget(),
                                        question.codes(),
                                        question.source(),
                                        Set.copyOf(question.origins()))));
        return content;
    }

    @Test
    void mergingAnItemWithItselfAsksNothingMore() {
        Property.of("idempotence", choices -> withoutOwn(Drawn.item(choices, "one")))
                .runs(RUNS)
                .holds(counted(MergeLawsTest::isIdempotent));
    }

    private static void isIdempotent(ItemSpec item) {
        ItemSpec twin = new ItemSpec("two", item.fields(), item.roles(), item.produces());
        BundleSpec spec = new BundleSpec(List.of(item, twin), List.of());
        PublishedBundle bundle = published(spec);
        MergedForm alone = bundle.form(SpecBundle.selection(spec, List.of("one")));
        MergedForm both = bundle.form(SpecBundle.selection(spec, List.of("one", "two")));
        assertThat(questionsOnly(both)).isEqualTo(questionsOnly(alone));
        assertThat(both.conflicts().isEmpty()).isEqualTo(alone.conflicts().isEmpty());
    }

    private static List<Question> questionsOnly(MergedForm form) {
        Function<Question, Question> plain =
                question ->
                        new Question(
                                question.id(),
                                question.title(),
                                question.hint(),
                                question.schema(),
                                question.element(),
                                question.widget(),
                                question.codes(),
                                List.<Origin>of(),
                                question.source());
        return form.questions().values().stream().map(plain).toList();
    }

    private static ItemSpec withoutOwn(ItemSpec item) {
        return new ItemSpec(
                item.id(),
                item.fields().stream().filter(field -> field.element() != null).toList(),
                item.roles(),
                item.produces());
    }

    @Test
    void theProjectionOfAFormMergedWithNothingIsTheIdentity() {
        Property.of("identity", MergeLawsTest::filled)
                .runs(RUNS)
                .holds(counted(MergeLawsTest::isIdentity));
    }

    /// An item on its own, every subject somebody else, and a document as its own form yields it.
    private record Filled(ItemSpec item, ObjectNode document, Answers answers) {}

    private static Filled filled(Choices choices) {
        ItemSpec drawn = Drawn.item(choices, "one");
        Map<String, @Nullable String> roles = new LinkedHashMap<>();
        drawn.roles().keySet().forEach(own -> roles.put(own, own));
        ItemSpec item = new ItemSpec(drawn.id(), onePerElement(drawn.fields()), roles, Map.of());
        Answers answers = Answers.NONE;
        for (FieldSpec field : item.fields()) {
            QuestionId question = Oracle.question(item, field);
            if (question != null && choices.chance(75)) {
                answers = answers.with(question, SpecBundle.json(choices.pick(Drawn.VALUES)));
            }
        }
        return new Filled(item, new Oracle(item, answers).document(), answers);
    }

    private static List<FieldSpec> onePerElement(List<FieldSpec> fields) {
        Set<String> seen = new HashSet<>();
        return fields.stream().filter(field -> seen.add(field.path())).toList();
    }

    private static void isIdentity(Filled it) {
        BundleSpec spec = new BundleSpec(List.of(it.item()), List.of());
        PublishedBundle bundle = published(spec);
        MergedForm form = bundle.form(SpecBundle.selection(spec, List.of("one")));
        Answers answers = Answers.NONE;
        for (Question question : form.questions().values()) {
            var value = it.document().at(question.origins().getFirst().field().pointer());
            if (!value.isMissingNode()) {
                answers = answers.with(question.id(), value);
            }
        }
        assertThat(bundle.project(form, "one", answers)).isEqualTo(it.document());
    }

    @Test
    @Tag("full")
    void allOfThisTenThousandTimes() {
        List<Property.Law<Situation>> laws = new ArrayList<>();
        laws.add(MergeLawsTest::asksOnce);
        laws.add(MergeLawsTest::projectsExactly);
        laws.add(MergeLawsTest::showsWhatItemsShow);
        laws.add(MergeLawsTest::acceptsExactly);
        laws.add(MergeLawsTest::shownIsLooser);
        laws.add(MergeLawsTest::mergedSchemaIsLooser);
        laws.add(MergeLawsTest::findsConflicts);
        for (Property.Law<Situation> law : laws) {
            check(10_000, law);
        }
    }
}
