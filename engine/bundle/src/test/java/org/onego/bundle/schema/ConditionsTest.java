package org.onego.bundle.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.onego.bundle.property.Choices;
import org.onego.bundle.property.Property;
import org.onego.bundle.schema.Condition.All;
import org.onego.bundle.schema.Condition.Any;
import org.onego.bundle.schema.Condition.Matches;
import org.onego.bundle.schema.Condition.Not;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Taking schemas of objects apart, and putting conditions together.
class ConditionsTest {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final JsonSchemas schemas = new JsonSchemas();
    private final Conditions conditions = new Conditions(schemas);

    /// A schema and a document that it may or may not accept.
    private record Case(JsonNode schema, ObjectNode document) {}

    @Test
    void apartTheySayWhatTheSchemaSays() {
        Property.of(
                        "conditions agree with the schema they were taken from",
                        choices -> new Case(schema(choices, 3), document(choices, 3)))
                .runs(1_000)
                .holds(each -> {
                    Condition apart = conditions.matches(JsonPointer.empty(), each.schema());
                    assertThat(apart.test(each.document()))
                            .isEqualTo(schemas.compile(each.schema()).accepts(each.document()));
                });
    }

    @Test
    void togetherTheySayWhatTheirPartsSay() {
        Property.of(
                        "all, any and not simplify without a change of meaning",
                        choices ->
                                new Case(
                                        JSON.arrayNode()
                                                .add(schema(choices, 1))
                                                .add(schema(choices, 1))
                                                .add(schema(choices, 1)),
                                        document(choices, 2)))
                .holds(each -> {
                    List<Condition> parts =
                            each.schema()
                                    .valueStream()
                                    .map(part -> conditions.matches(JsonPointer.empty(), part))
                                    .toList();
                    Condition a = parts.get(0);
                    Condition b = parts.get(1);
                    Condition c = parts.get(2);
                    List<Condition> nested =
                            List.of(a, new Any(List.of(a, b)), new All(List.of(b, c)));
                    ObjectNode document = each.document();
                    assertThat(Conditions.all(nested).test(document))
                            .isEqualTo(new All(nested).test(document));
                    List<Condition> options =
                            List.of(c, new All(List.of(c, a)), new Any(List.of(b)));
                    assertThat(Conditions.any(options).test(document))
                            .isEqualTo(new Any(options).test(document));
                    assertThat(Conditions.not(a).test(document)).isEqualTo(!a.test(document));
                });
    }

    @Test
    void anIfBecomesAConditionOnOneValue() {
        Condition condition =
                conditions.matches(
                        JsonPointer.empty(),
                        json(
                                "{'properties': {'home': {'properties': {'kind': {'const':"
                                        + " 'rented'}}, 'required': ['kind']}},"
                                        + " 'required': ['home']}"));
        assertThat(condition)
                .isEqualTo(
                        new Matches(
                                JsonPointer.compile("/home/kind"),
                                schemas.compile(json("{'const': 'rented'}"))));
    }

    @Test
    void whatIsConstantFoldsAway() {
        Condition some = conditions.exists(JsonPointer.compile("/a"));
        assertThat(Conditions.all(List.of(Condition.ALWAYS, some))).isEqualTo(some);
        assertThat(Conditions.all(List.of(Condition.NEVER, some))).isEqualTo(Condition.NEVER);
        assertThat(Conditions.any(List.of(Condition.ALWAYS, some))).isEqualTo(Condition.ALWAYS);
        assertThat(Conditions.any(List.of(Condition.NEVER, some))).isEqualTo(some);
        assertThat(Conditions.not(Conditions.not(some))).isEqualTo(some);
        assertThat(Conditions.not(some)).isEqualTo(new Not(some));
    }

    /// A schema about an object, in which `a` is an object again and `b` is a value.
    private static JsonNode schema(Choices choices, int depth) {
        ObjectNode schema = JSON.objectNode();
        if (choices.chance(30)) {
            schema.put("type", "object");
        }
        if (choices.chance(70)) {
            ObjectNode properties = schema.putObject("properties");
            if (depth > 1 && choices.chance(50)) {
                properties.set("a", schema(choices, depth - 1));
            }
            if (choices.chance(50)) {
                properties.set("b", value(choices));
            }
        }
        if (choices.chance(50)) {
            ArrayNode required = schema.putArray("required");
            choices.subset(List.of("a", "b")).forEach(required::add);
        }
        if (choices.chance(20)) {
            schema.set("not", schema(choices, depth - 1));
        }
        if (depth > 0 && choices.chance(20)) {
            schema.putArray(choices.pick("allOf", "anyOf"))
                    .add(schema(choices, depth - 1))
                    .add(schema(choices, depth - 1));
        }
        if (choices.chance(10)) {
            schema.put("minProperties", 1);
        }
        return schema;
    }

    private static JsonNode value(Choices choices) {
        return choices.pick(
                JSON.objectNode().put("const", 1),
                JSON.objectNode().put("type", "string"),
                JSON.objectNode(),
                JSON.booleanNode(true),
                JSON.booleanNode(false));
    }

    private static ObjectNode document(Choices choices, int depth) {
        ObjectNode document = JSON.objectNode();
        if (depth > 1 && choices.chance(60)) {
            document.set("a", document(choices, depth - 1));
        }
        if (choices.chance(60)) {
            document.set("b", choices.pick(JSON.numberNode(1), JSON.stringNode("x")));
        }
        return document;
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text.replace('\'', '"'));
    }
}
