package org.onego.bundle.schema.intersect;

import java.util.List;
import java.util.stream.IntStream;
import org.onego.bundle.property.Choices;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/// Schemas over a small world of names, numbers and texts, so that their keywords meet, and values
/// of the same world.
final class SchemaGenerator {

    private static final List<String> NAMES = List.of("a", "b", "ab", "c");
    private static final List<String> TEXTS =
            List.of("", "a", "ab", "b", "abc", "2024-02-29", "x@y.org");
    private static final List<String> NUMBERS =
            List.of("0", "1", "2", "3", "-1", "0.5", "1.0", "2.5", "6");
    private static final List<String> PATTERNS = List.of("^a", "b$", "a", "^[ab]*$", "^.{2}$");
    private static final List<String> FORMATS = List.of("date", "email", "cn-mobile");
    private static final List<String> TYPES =
            List.of("string", "integer", "number", "boolean", "null", "array", "object");

    private SchemaGenerator() {}

    static JsonNode value(Choices choices) {
        return value(choices, 2);
    }

    private static JsonNode value(Choices choices, int depth) {
        return switch ((int) choices.below(depth == 0 ? 4 : 7)) {
            case 0 -> NullNode.getInstance();
            case 1 -> Json.text(choices.pick(TEXTS));
            case 2 -> Suite.MAPPER.readTree(choices.pick(NUMBERS));
            case 3 -> Json.bool(choices.chance(50));
            case 4 -> Json.array(choices.list(0, 3, inner -> value(inner, depth - 1)));
            default -> {
                ObjectNode object = Json.object();
                choices.list(0, 3, inner -> inner.pick(NAMES))
                        .forEach(name -> object.set(name, value(choices, depth - 1)));
                yield object;
            }
        };
    }

    /// A schema that stands alone; some refer to definitions, which may refer to themselves.
    static JsonNode schema(Choices choices) {
        JsonNode schema = schema(choices, 2, false);
        if (schema instanceof ObjectNode object && choices.chance(25)) {
            object.set("$ref", Json.text("#/$defs/" + choices.pick("x", "y")));
            ObjectNode definitions = Json.object();
            definitions.set("x", schema(choices, 1, false));
            // Under a property, so that it comes to an end.
            ObjectNode loop = Json.object("type", Json.text("object"));
            loop.set(
                    "properties",
                    Json.object(
                            "a",
                            Json.object("$ref", Json.text("#/$defs/" + choices.pick("x", "y")))));
            definitions.set("y", loop);
            object.set("$defs", definitions);
        }
        return schema;
    }

    private static JsonNode schema(Choices choices, int depth, boolean mayBeBoolean) {
        if (mayBeBoolean && choices.chance(15)) {
            return Json.bool(choices.chance(60));
        }
        ObjectNode schema = Json.object();
        int keywords = choices.between(0, depth == 0 ? 2 : 4);
        IntStream.range(0, keywords).forEach(_ -> keyword(choices, depth, schema));
        return schema;
    }

    private static JsonNode inner(Choices choices, int depth) {
        return schema(choices, depth - 1, true);
    }

    private static void keyword(Choices choices, int depth, ObjectNode schema) {
        int kinds = depth == 0 ? 4 : 8;
        switch ((int) choices.below(kinds)) {
            case 0 -> schema.set("type", type(choices));
            case 1 -> simple(choices, schema);
            case 2 -> counts(choices, schema);
            case 3 -> listed(choices, schema);
            case 4, 5 -> objects(choices, depth, schema);
            case 6 -> arrays(choices, depth, schema);
            default -> applicators(choices, depth, schema);
        }
    }

    private static JsonNode type(Choices choices) {
        return choices.chance(70)
                ? Json.text(choices.pick(TYPES))
                : Json.array(
                        choices.list(1, 3, inner -> inner.pick(TYPES)).stream()
                                .distinct()
                                .map(Json::text)
                                .toList());
    }

    private static void simple(Choices choices, ObjectNode schema) {
        switch ((int) choices.below(7)) {
            case 0 -> schema.set("minimum", number(choices));
            case 1 -> schema.set("maximum", number(choices));
            case 2 -> schema.set("exclusiveMinimum", number(choices));
            case 3 -> schema.set("exclusiveMaximum", number(choices));
            case 4 ->
                    schema.set(
                            "multipleOf",
                            Suite.MAPPER.readTree(choices.pick("1", "2", "3", "0.5", "1.5")));
            case 5 -> schema.put("pattern", choices.pick(PATTERNS));
            default -> schema.put("format", choices.pick(FORMATS));
        }
    }

    private static JsonNode number(Choices choices) {
        return Suite.MAPPER.readTree(choices.pick(NUMBERS));
    }

    private static void counts(Choices choices, ObjectNode schema) {
        String keyword =
                choices.pick(
                        "minLength",
                        "maxLength",
                        "minItems",
                        "maxItems",
                        "minProperties",
                        "maxProperties");
        schema.put(keyword, choices.between(0, 3));
    }

    private static void listed(Choices choices, ObjectNode schema) {
        if (choices.chance(40)) {
            schema.set("const", value(choices, 1));
        } else {
            schema.set("enum", Json.array(choices.list(1, 4, inner -> value(inner, 1))));
        }
    }

    private static void objects(Choices choices, int depth, ObjectNode schema) {
        switch ((int) choices.below(8)) {
            case 0, 1 -> schema.set("properties", map(choices, depth, NAMES));
            case 2 -> schema.set("required", names(choices));
            case 3 -> schema.set("additionalProperties", inner(choices, depth));
            case 4 -> schema.set("patternProperties", map(choices, depth, PATTERNS));
            case 5 -> schema.set("propertyNames", inner(choices, depth));
            case 6 ->
                    schema.set(
                            "dependentRequired", Json.object(choices.pick(NAMES), names(choices)));
            default ->
                    schema.set(
                            choices.pick("dependentSchemas", "properties"),
                            map(choices, depth, NAMES));
        }
        if (choices.chance(8)) {
            schema.set("unevaluatedProperties", inner(choices, depth));
        }
    }

    private static ObjectNode map(Choices choices, int depth, List<String> keys) {
        ObjectNode map = Json.object();
        choices.list(1, 3, inner -> inner.pick(keys))
                .forEach(key -> map.set(key, inner(choices, depth)));
        return map;
    }

    private static ArrayNode names(Choices choices) {
        return Json.array(
                choices.list(1, 2, inner -> inner.pick(NAMES)).stream()
                        .distinct()
                        .map(Json::text)
                        .toList());
    }

    private static void arrays(Choices choices, int depth, ObjectNode schema) {
        switch ((int) choices.below(5)) {
            case 0 -> schema.set("items", inner(choices, depth));
            case 1 ->
                    schema.set(
                            "prefixItems",
                            Json.array(choices.list(1, 3, each -> inner(each, depth))));
            case 2 -> {
                schema.set("contains", inner(choices, depth));
                if (choices.chance(40)) {
                    schema.put(choices.pick("minContains", "maxContains"), choices.between(0, 2));
                }
            }
            case 3 -> schema.put("uniqueItems", true);
            default -> schema.set("unevaluatedItems", inner(choices, depth));
        }
    }

    private static void applicators(Choices choices, int depth, ObjectNode schema) {
        switch ((int) choices.below(6)) {
            case 0, 1 ->
                    schema.set("anyOf", Json.array(choices.list(1, 3, each -> inner(each, depth))));
            case 2 ->
                    schema.set("oneOf", Json.array(choices.list(1, 3, each -> inner(each, depth))));
            case 3 ->
                    schema.set("allOf", Json.array(choices.list(1, 3, each -> inner(each, depth))));
            case 4 -> schema.set("not", inner(choices, depth));
            default -> {
                schema.set("if", inner(choices, depth));
                schema.set("then", inner(choices, depth));
                schema.set("else", inner(choices, depth));
            }
        }
    }
}
