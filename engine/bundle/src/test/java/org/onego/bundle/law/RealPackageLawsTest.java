package org.onego.bundle.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.onego.bundle.GuideWays;
import org.onego.bundle.PersonaRun;
import org.onego.bundle.PublishedBundle;
import org.onego.bundle.guide.GuideOutcome;
import org.onego.bundle.guide.Selection;
import org.onego.bundle.item.Field;
import org.onego.bundle.item.Item;
import org.onego.bundle.merge.Answers;
import org.onego.bundle.merge.MergedForm;
import org.onego.bundle.merge.Question;
import org.onego.bundle.merge.Question.Source;
import org.onego.bundle.merge.QuestionId;
import org.onego.bundle.merge.RepeatedSubject;
import org.onego.bundle.merge.Rows;
import org.onego.bundle.pack.PackageReader;
import org.onego.bundle.pack.Persona;
import org.onego.bundle.property.Choices;
import org.onego.bundle.property.Property;
import org.onego.bundle.rule.FormState;
import org.onego.bundle.rule.MergedSchema;
import org.onego.bundle.schema.CompiledSchema;
import org.onego.bundle.schema.JsonSchemas;
import org.onego.bundle.validate.AnswerError;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/// The laws of the merge on the packages of the repository: any selection that a guide leads to,
/// any number of rows, a persona's answers with some changed, dropped or made up.
class RealPackageLawsTest {

    private static final int RUNS = 250;

    private static final InstantSource CLOCK =
            InstantSource.fixed(Instant.parse("2026-11-20T02:00:00Z"));
    private static final JsonSchemas SCHEMAS = new JsonSchemas(CLOCK);
    private static final List<Known> PACKAGES = read();
    private static final Map<String, Integer> TRIED = new LinkedHashMap<>();

    /// @param selections that the guide leads to
    /// @param personas the answers of each
    private record Known(
            String id,
            PublishedBundle bundle,
            List<Selection> selections,
            List<Answers> personas) {}

    private record Situation(Known known, MergedForm form, Answers answers) {
        @Override
        public String toString() {
            return known.id()
                    + " "
                    + form.selection().items()
                    + " "
                    + new TreeSet<>(form.selection().subjects())
                    + "\n  "
                    + answers.toDocument();
        }

        PublishedBundle bundle() {
            return known.bundle();
        }
    }

    private static List<Known> read() {
        Path packages = Path.of(System.getProperty("onego.root", "../.."), "packages");
        PackageReader reader = PackageReader.open(packages, SCHEMAS);
        List<Known> known = new ArrayList<>();
        for (String id : reader.packageIds()) {
            PublishedBundle bundle =
                    new PublishedBundle(
                            Objects.requireNonNull(reader.read(id).bundle(), id), SCHEMAS::compile);
            List<Selection> selections = new ArrayList<>();
            List<Answers> personas = new ArrayList<>();
            for (Persona persona : bundle.compiled().personas()) {
                if (PersonaRun.guide(bundle, persona)
                        instanceof GuideOutcome.Complete(Selection selection)) {
                    selections.add(selection);
                    personas.add(PersonaRun.of(bundle, persona, CLOCK).orElseThrow().answers());
                }
            }
            selections.addAll(GuideWays.of(bundle, 40).selections());
            known.add(new Known(id, bundle, selections, personas));
        }
        return known;
    }

    @AfterAll
    static void report() {
        TRIED.forEach((law, count) ->
                System.out.printf(
                        "Measured: law '%s' held in %d cases over %d real packages%n",
                        law, count, PACKAGES.size()));
    }

    private static Situation situation(Choices choices) {
        Known known = choices.pick(PACKAGES);
        Selection selection = choices.pick(known.selections());
        for (RepeatedSubject rows : Rows.of(known.bundle().compiled(), selection)) {
            int most = Math.max(rows.least(), Math.min(rows.most(), rows.least() + 2));
            selection = selection.withRows(rows.subject(), choices.between(rows.least(), most));
        }
        MergedForm form = known.bundle().form(selection);
        Answers persona =
                known.personas().isEmpty() ? Answers.NONE : choices.pick(known.personas());
        Answers answers = Answers.NONE;
        boolean wild = choices.chance(50);
        for (Question question : form.questions().values()) {
            JsonNode own = persona.get(question.id());
            JsonNode value =
                    wild && choices.chance(25) || own == null && choices.chance(60)
                            ? made(choices, question)
                            : own;
            if (value != null && !(wild && choices.chance(5))) {
                answers = answers.with(question.id(), value);
            }
        }
        return new Situation(known, form, answers);
    }

    /// A value of some kind, often one that could be right.
    private static JsonNode made(Choices choices, Question question) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        if (!question.codes().isEmpty() && choices.chance(85)) {
            JsonNode code = StringNode.valueOf(choices.pick(question.codes()).code());
            return question.schema().path("type").asString("").equals("array")
                    ? json.arrayNode().add(code)
                    : code;
        }
        return switch (question.schema().path("type").asString("")) {
            case "boolean" -> json.booleanNode(choices.chance(50));
            case "integer" -> json.numberNode(choices.between(0, 2_000));
            case "number" -> json.numberNode(choices.between(0, 200_000) / 100.0);
            default ->
                    choices.pick(
                            StringNode.valueOf("王小明"),
                            StringNode.valueOf("2024-05-06"),
                            StringNode.valueOf("11010519491231002X"),
                            StringNode.valueOf("13800000001"),
                            StringNode.valueOf("保定市竞秀区东风西路88号"),
                            StringNode.valueOf("x"),
                            json.numberNode(7),
                            json.booleanNode(true));
        };
    }

    private static void check(String name, Property.Law<Situation> law) {
        Property.of(name, RealPackageLawsTest::situation)
                .runs(RUNS)
                .holds(it -> {
                    law.check(it);
                    TRIED.merge(name, 1, Integer::sum);
                });
    }

    @Test
    void theMergedFormAcceptsExactlyWhatEveryItemAccepts() {
        check(
                "accepts exactly what every item accepts",
                it -> {
                    boolean accepted = true;
                    for (String id : it.form().selection().items()) {
                        Item item = it.bundle().compiled().item(id);
                        ObjectNode document = it.bundle().project(it.form(), id, it.answers());
                        accepted &= withoutDeferred(it, item).accepts(document);
                    }
                    List<AnswerError> errors = it.bundle().validate(it.form(), it.answers());
                    assertThat(errors.isEmpty()).as("%s", errors).isEqualTo(accepted);
                });
    }

    private static final Map<List<Object>, CompiledSchema> AWAITING = new HashMap<>();

    /// The item's own schema as if it demanded nothing that is still to come.
    private static CompiledSchema withoutDeferred(Situation it, Item item) {
        Set<JsonPointer> awaited = new LinkedHashSet<>();
        it.form()
                .questionsOf(item.id())
                .forEach((place, question) -> {
                    if (question.source() instanceof Source.Deferred
                            && it.answers().get(question.id()) == null) {
                        awaited.add(place);
                    }
                });
        if (awaited.isEmpty()) {
            return item.form().schema();
        }
        return AWAITING.computeIfAbsent(
                List.of(it.known().id(), item.id(), awaited),
                _ -> {
                    ObjectNode schema = (ObjectNode) item.form().schema().source().deepCopy();
                    awaited.forEach(place -> forgive(schema, place));
                    return SCHEMAS.compile(schema);
                });
    }

    /// Takes a name out of every `required` of the objects around its place, whatever the branch.
    private static void forgive(JsonNode schema, JsonPointer place) {
        String name = place.last().getMatchingProperty();
        for (JsonNode list : schema.findValues("required")) {
            if (list.isArray()) {
                for (int i = list.size() - 1; i >= 0; i--) {
                    if (list.get(i).asString("").equals(name)) {
                        ((ArrayNode) list).remove(i);
                    }
                }
            }
        }
    }

    @Test
    void everyErrorOfAnItemFindsAQuestionThatItIsAbout() {
        check(
                "every refusal finds its questions",
                it -> {
                    for (String id : it.form().selection().items()) {
                        Item item = it.bundle().compiled().item(id);
                        ObjectNode document = it.bundle().project(it.form(), id, it.answers());
                        List<AnswerError> errors =
                                it.bundle().validateItem(it.form(), id, it.answers());
                        assertThat(errors.isEmpty())
                                .isEqualTo(item.form().schema().accepts(document));
                        for (AnswerError error : errors) {
                            Question question = it.form().question(error.question());
                            assertThat(question).isNotNull();
                            assertThat(Objects.requireNonNull(question).origins())
                                    .anyMatch(origin -> origin.item().equals(id));
                        }
                    }
                });
    }

    @Test
    void everyAnswerThatAnItemShowsIsInItsDocumentAndNothingElse() {
        check(
                "projects exactly what is shown",
                it -> {
                    for (String id : it.form().selection().items()) {
                        ObjectNode document = it.bundle().project(it.form(), id, it.answers());
                        Answers complete = it.form().withGiven(it.answers());
                        Map<JsonPointer, Question> questions = it.form().questionsOf(id);
                        Set<String> expected = new TreeSet<>();
                        Item item =
                                Rows.expand(it.bundle().compiled().item(id), it.form().selection());
                        for (Field field : item.form().fields()) {
                            Question question = questions.get(field.pointer());
                            JsonNode value = question == null ? null : complete.get(question.id());
                            if (value != null && field.visible().test(document)) {
                                expected.add(field.pointer().toString());
                                if (Objects.requireNonNull(question).origins().stream()
                                        .allMatch(origin -> origin.converter() == null)) {
                                    assertThat(document.at(field.pointer())).isEqualTo(value);
                                }
                            }
                        }
                        Set<String> there = new TreeSet<>();
                        for (Field field : item.form().fields()) {
                            if (!document.at(field.pointer()).isMissingNode()) {
                                there.add(field.pointer().toString());
                            }
                        }
                        assertThat(there).isEqualTo(expected);
                    }
                });
    }

    @Test
    void whatCitizensSeeIsNeverStricterThanTheItems() {
        check(
                "shows nothing stricter than the items",
                it -> {
                    if (it.bundle().validate(it.form(), it.answers()).isEmpty()) {
                        FormState state = it.bundle().state(it.form(), it.answers());
                        Answers shown = Answers.NONE;
                        for (Question question : it.form().questions().values()) {
                            JsonNode value = it.answers().get(question.id());
                            boolean counts =
                                    state.visible().contains(question.id())
                                            || !(question.source() instanceof Source.Asked);
                            if (value != null && counts) {
                                shown = shown.with(question.id(), value);
                            }
                        }
                        JsonNode schema = MergedSchema.of(it.form(), it.bundle().rules(it.form()));
                        assertThat(SCHEMAS.compile(schema).validate(shown.toDocument())).isEmpty();
                    }
                });
    }

    @Test
    void theOrderOfTheItemsChangesNothing() {
        check(
                "doesn't depend on the order of items",
                it -> {
                    Selection own = it.form().selection();
                    Selection turned =
                            new Selection(
                                    own.items().reversed(),
                                    own.applicant(),
                                    own.subjects(),
                                    own.roles(),
                                    own.given());
                    MergedForm other = it.bundle().form(turned);
                    assertThat(other.questions().keySet())
                            .isEqualTo(it.form().questions().keySet());
                    for (QuestionId id : other.questions().keySet()) {
                        Question one = Objects.requireNonNull(it.form().question(id));
                        Question two = Objects.requireNonNull(other.question(id));
                        assertThat(two.schema()).isEqualTo(one.schema());
                        assertThat(Set.copyOf(two.codes())).isEqualTo(Set.copyOf(one.codes()));
                    }
                    assertThat(it.bundle().state(other, it.answers()))
                            .isEqualTo(it.bundle().state(it.form(), it.answers()));
                    for (String id : own.items()) {
                        assertThat(it.bundle().project(other, id, it.answers()))
                                .isEqualTo(it.bundle().project(it.form(), id, it.answers()));
                    }
                });
    }
}
