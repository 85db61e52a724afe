package org.onego.bundle.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.onego.bundle.PublishedBundle;
import org.onego.bundle.fixture.Bundles;
import org.onego.bundle.guide.Selection;
import org.onego.bundle.item.Field;
import org.onego.bundle.item.Form;
import org.onego.bundle.item.Item;
import org.onego.bundle.law.BundleSpec.FieldSpec;
import org.onego.bundle.law.BundleSpec.ItemSpec;
import org.onego.bundle.merge.Answers;
import org.onego.bundle.merge.MergedForm;
import org.onego.bundle.merge.QuestionId;
import org.onego.bundle.property.Choices;
import org.onego.bundle.property.Property;
import org.onego.bundle.rule.FormState;
import org.onego.bundle.schema.CompiledSchema;
import org.onego.bundle.schema.Condition;
import org.onego.bundle.validate.AnswerError;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A repeated group is nothing new: each of its rows comes out as if it were a form of its own
/// about one more person.
class RowLawsTest {

    private static final String ROWS = "self";

    /// Items whose only object is a repeated group, and as many rows.
    private record Situation(List<ItemSpec> items, int rows, Answers answers) {

        List<String> ids() {
            return items.stream().map(ItemSpec::id).toList();
        }

        @Override
        public String toString() {
            return rows + " rows of\n  " + items + "\n  answers " + answers.toDocument();
        }
    }

    private static Situation situation(Choices choices) {
        List<ItemSpec> items = new ArrayList<>();
        for (String id : List.of("one", "two").subList(0, choices.between(1, 2))) {
            ItemSpec drawn = Drawn.item(choices, id);
            List<FieldSpec> fields =
                    drawn.fields().stream().filter(field -> field.object().equals(ROWS)).toList();
            Set<String> names = fields.stream().map(FieldSpec::name).collect(Collectors.toSet());
            choices.assume(!fields.isEmpty());
            fields.forEach(field -> choices.assume(looksOnlyAt(names, field)));
            items.add(new ItemSpec(id, fields, Map.of(ROWS, "kid"), Map.of()));
        }
        int rows = choices.between(1, 3);
        Answers answers = Answers.NONE;
        for (int row = 1; row <= rows; row++) {
            MergedForm form = flat(items, row).form(selection(items, "kid_" + row));
            JsonNode drawn = Drawn.answers(choices, form).toDocument().path("kid_" + row);
            for (var answer : drawn.properties()) {
                answers =
                        answers.with(
                                new QuestionId("kid_" + row, answer.getKey()), answer.getValue());
            }
        }
        return new Situation(items, rows, answers);
    }

    /// A row's conditions look at its own row.
    private static boolean looksOnlyAt(Set<String> names, FieldSpec field) {
        String conditions = field.required() + " " + field.visible();
        return !conditions.contains("object=other")
                && !conditions.contains("object=third")
                && !names.isEmpty();
    }

    @Test
    void everyRowComesOutLikeAFormOfItsOwn() {
        Property.of("rows", RowLawsTest::situation).runs(150).holds(RowLawsTest::rowsAreForms);
    }

    private static void rowsAreForms(Situation it) {
        PublishedBundle grouped = grouped(it.items());
        Set<String> subjects = Set.of("kid", "kid_" + it.rows());
        MergedForm form = grouped.form(selection(it.items(), subjects, "kid"));
        FormState state = grouped.state(form, it.answers());
        assertThat(grouped.rules(form).problems()).isEmpty();

        Set<QuestionId> visible = new LinkedHashSet<>();
        Set<QuestionId> required = new LinkedHashSet<>();
        List<AnswerError> errors = new ArrayList<>();
        Map<String, List<JsonNode>> rows = new LinkedHashMap<>();
        for (int row = 1; row <= it.rows(); row++) {
            PublishedBundle flat = flat(it.items(), row);
            MergedForm alone = flat.form(selection(it.items(), "kid_" + row));
            visible.addAll(flat.state(alone, it.answers()).visible());
            required.addAll(flat.state(alone, it.answers()).required());
            errors.addAll(flat.validate(alone, it.answers()));
            for (String id : it.ids()) {
                JsonNode object = flat.project(alone, id, it.answers()).path(ROWS);
                rows.computeIfAbsent(id, _ -> new ArrayList<>())
                        .add(object.isObject() ? object : JsonNodeFactory.instance.objectNode());
            }
        }
        assertThat(state.visible()).isEqualTo(visible);
        assertThat(state.required()).isEqualTo(required);
        // What is missing from an object that isn't there is said of other fields than what is
        // missing from an empty row.
        assertThat(people(grouped.validate(form, it.answers()))).isEqualTo(people(errors));
        for (String id : it.ids()) {
            assertThat(grouped.project(form, id, it.answers()).path(ROWS).valueStream().toList())
                    .isEqualTo(rows.get(id));
        }
    }

    private static Set<String> people(List<AnswerError> errors) {
        return errors.stream().map(error -> error.question().subject()).collect(Collectors.toSet());
    }

    private static Selection selection(List<ItemSpec> items, String person) {
        return selection(items, Set.of(person), person);
    }

    private static Selection selection(List<ItemSpec> items, Set<String> subjects, String person) {
        Map<String, Map<String, String>> roles = new LinkedHashMap<>();
        items.forEach(item -> roles.put(item.id(), Map.of(ROWS, person)));
        return new Selection(
                items.stream().map(ItemSpec::id).toList(), person, subjects, roles, Map.of());
    }

    /// Each item about one person.
    private static PublishedBundle flat(List<ItemSpec> specs, int row) {
        List<Item> items = new ArrayList<>();
        for (ItemSpec spec : specs) {
            Item item = SpecBundle.item(spec, Set.of());
            items.add(item);
        }
        return published(items, "kid_" + row);
    }

    private static PublishedBundle grouped(List<ItemSpec> specs) {
        List<Item> items = new ArrayList<>();
        for (ItemSpec spec : specs) {
            Item flat = SpecBundle.item(spec, Set.of());
            items.add(with(flat, asRows(flat.form().schema().source()), inRows(flat)));
        }
        return published(items, "kid");
    }

    private static PublishedBundle published(List<Item> items, String person) {
        return new PublishedBundle(
                Bundles.of(
                        items,
                        List.of(),
                        SpecBundle.subjects(List.of(person)),
                        List.of(),
                        SpecBundle.dictionary()),
                SpecBundle.SCHEMAS::compile);
    }

    private static List<Field> inRows(Item flat) {
        JsonPointer group = JsonPointer.compile("/" + ROWS);
        return flat.form().fields().stream()
                .map(field ->
                        new Field(
                                field.pointer().tail(),
                                group,
                                field.subject(),
                                field.element(),
                                field.title(),
                                field.hint(),
                                field.schema(),
                                inRow(field.required()),
                                inRow(field.visible())))
                .toList();
    }

    private static Condition inRow(Condition condition) {
        return switch (condition) {
            case Condition.All(List<Condition> parts) ->
                    new Condition.All(parts.stream().map(RowLawsTest::inRow).toList());
            case Condition.Any(List<Condition> parts) ->
                    new Condition.Any(parts.stream().map(RowLawsTest::inRow).toList());
            case Condition.Not(Condition inner) -> new Condition.Not(inRow(inner));
            case Condition.Matches(JsonPointer at, CompiledSchema schema) when at.matches() ->
                    new Condition.Matches(at, SpecBundle.SCHEMAS.compile(ofRow(schema.source())));
            case Condition.Matches(JsonPointer at, CompiledSchema schema) ->
                    new Condition.Matches(at.tail(), schema);
        };
    }

    /// What a schema about the document says about its only object.
    private static JsonNode ofRow(JsonNode schema) {
        return schema.path("properties").path(ROWS);
    }

    private static ObjectNode asRows(JsonNode schema) {
        ObjectNode row = (ObjectNode) schema.path("properties").path(ROWS).deepCopy();
        var rules = row.putArray("allOf").add(true);
        for (JsonNode rule : schema.path("allOf")) {
            if (rule.isObject()) {
                ObjectNode own = rules.addObject();
                own.set("if", conditionOfRow(rule.path("if")));
                own.set("then", ofRow(rule.path("then")));
            }
        }
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("type", "object");
        root.putObject("properties").putObject(ROWS).put("type", "array").set("items", row);
        root.set("$defs", schema.path("$defs"));
        return root;
    }

    private static JsonNode conditionOfRow(JsonNode condition) {
        if (condition.isBoolean()) {
            return condition;
        }
        return condition.has("not")
                ? JsonNodeFactory.instance.objectNode().set("not", ofRow(condition.path("not")))
                : ofRow(condition);
    }

    private static Item with(Item item, JsonNode schema, List<Field> fields) {
        return new Item(
                item.id(),
                item.title(),
                item.code(),
                item.type(),
                item.kind(),
                item.department(),
                item.handling(),
                item.deadline(),
                item.fee(),
                item.materials(),
                item.results(),
                new Form(SpecBundle.SCHEMAS.compile(schema), item.form().ui(), fields),
                item.onDispute(),
                item.process());
    }
}
