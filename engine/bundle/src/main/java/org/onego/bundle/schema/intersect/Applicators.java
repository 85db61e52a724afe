package org.onego.bundle.schema.intersect;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What cannot be merged keyword by keyword and therefore stays apart, each once: by the text that
/// is the same for equal schemas.
///
/// @param patterns of strings; two patterns are two
/// @param formats of strings; two formats are two
/// @param sealed whole schemas with `unevaluatedProperties` or `unevaluatedItems`, which must not
///   see what others evaluate
/// @param other single keywords whose meaning is left to the validator
record Applicators(
        Map<String, JsonNode> patterns,
        Map<String, JsonNode> formats,
        Map<String, JsonNode> references,
        Map<String, JsonNode> not,
        Map<String, Condition> conditions,
        Map<String, Choice> anyOf,
        Map<String, Choice> oneOf,
        Map<String, JsonNode> sealed,
        Map<String, JsonNode> other) {

    static final Applicators NONE =
            new Applicators(
                    Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(),
                    Map.of());

    /// The branches of an `anyOf` or a `oneOf`.
    record Choice(List<JsonNode> branches) {
        Choice {
            branches = List.copyOf(branches);
        }

        String key() {
            return Json.key(Json.array(branches));
        }
    }

    static Applicators of(JsonNode schema) {
        Condition condition = Condition.of(schema);
        return new Applicators(
                single(schema, "pattern"),
                single(schema, "format"),
                single(schema, "$ref"),
                single(schema, "not"),
                condition == null ? Map.of() : Map.of(Json.key(condition.write()), condition),
                choice(schema, "anyOf"),
                choice(schema, "oneOf"),
                Map.of(),
                other(schema));
    }

    private static Map<String, JsonNode> single(JsonNode schema, String keyword) {
        JsonNode value = schema.get(keyword);
        return value == null ? Map.of() : Map.of(Json.key(value), value);
    }

    private static Map<String, Choice> choice(JsonNode schema, String keyword) {
        JsonNode value = schema.get(keyword);
        return value == null
                ? Map.of()
                : Map.of(Json.key(value), new Choice(List.copyOf(value.values())));
    }

    /// `dependencies` is no keyword of 2020-12, but validators may read it.
    private static Map<String, JsonNode> other(JsonNode schema) {
        JsonNode value = schema.get("dependencies");
        if (value == null) {
            return Map.of();
        }
        JsonNode alone = Json.object("dependencies", value);
        return Map.of(Json.key(alone), alone);
    }

    Applicators meet(Applicators more) {
        return new Applicators(
                both(patterns, more.patterns),
                both(formats, more.formats),
                both(references, more.references),
                both(not, more.not),
                both(conditions, more.conditions),
                both(anyOf, more.anyOf),
                both(oneOf, more.oneOf),
                both(sealed, more.sealed),
                both(other, more.other));
    }

    private static <T> Map<String, T> both(Map<String, T> a, Map<String, T> b) {
        if (a.isEmpty() || b.isEmpty()) {
            return a.isEmpty() ? b : a;
        }
        Map<String, T> both = new LinkedHashMap<>(a);
        b.forEach(both::putIfAbsent);
        return both;
    }

    Applicators withSealed(JsonNode schema) {
        return meet(
                new Applicators(
                        Map.of(),
                        Map.of(),
                        Map.of(),
                        Map.of(),
                        Map.of(),
                        Map.of(),
                        Map.of(),
                        Map.of(Json.key(schema), schema),
                        Map.of()));
    }

    Applicators withReferences(Map<String, JsonNode> kept) {
        return new Applicators(
                patterns, formats, kept, not, conditions, anyOf, oneOf, sealed, other);
    }

    Applicators withStrings(boolean strings) {
        return strings
                ? this
                : new Applicators(
                        Map.of(),
                        Map.of(),
                        references,
                        not,
                        conditions,
                        anyOf,
                        oneOf,
                        sealed,
                        other);
    }

    Applicators withChoices(Map<String, Choice> any, Map<String, Choice> one) {
        return new Applicators(
                patterns, formats, references, not, conditions, any, one, sealed, other);
    }

    Applicators withNot(Map<String, JsonNode> kept) {
        return new Applicators(
                patterns, formats, references, kept, conditions, anyOf, oneOf, sealed, other);
    }

    Applicators withConditions(Map<String, Condition> kept) {
        return new Applicators(
                patterns, formats, references, not, kept, anyOf, oneOf, sealed, other);
    }

    boolean isEmpty() {
        return patterns.isEmpty() && formats.isEmpty() && areSimple();
    }

    /// Whether nothing but patterns and formats is in it.
    boolean areSimple() {
        return references.isEmpty()
                && not.isEmpty()
                && conditions.isEmpty()
                && anyOf.isEmpty()
                && oneOf.isEmpty()
                && sealed.isEmpty()
                && other.isEmpty();
    }

    /// One schema for each, in a fixed order.
    List<ObjectNode> write() {
        List<ObjectNode> all = new ArrayList<>();
        references.values().forEach(value -> all.add(Json.object("$ref", value)));
        patterns.values().forEach(value -> all.add(Json.object("pattern", value)));
        formats.values().forEach(value -> all.add(Json.object("format", value)));
        anyOf.values()
                .forEach(choice -> all.add(Json.object("anyOf", Json.array(choice.branches()))));
        oneOf.values()
                .forEach(choice -> all.add(Json.object("oneOf", Json.array(choice.branches()))));
        not.values().forEach(value -> all.add(Json.object("not", value)));
        conditions.values().forEach(condition -> all.add(condition.write()));
        other.values().forEach(value -> all.add((ObjectNode) value));
        return all;
    }
}
