package org.onego.bundle.merge;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.onego.bundle.item.Field;
import org.onego.bundle.schema.CompiledSchema;
import org.onego.bundle.schema.Condition;
import org.onego.bundle.schema.Conditions;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Rewrites a schema about an object of an item's document, property by property, down to the
/// fields' values, which keep their schemas.
final class SchemaConditions {

    /// Keywords that demand nothing of an object, whatever they say.
    private static final Set<String> SILENT =
            Set.of(
                    "$schema",
                    "$id",
                    "$comment",
                    "$defs",
                    "$anchor",
                    "title",
                    "description",
                    "default",
                    "examples",
                    "deprecated",
                    "readOnly",
                    "writeOnly",
                    "format",
                    "minLength",
                    "maxLength",
                    "pattern",
                    "minimum",
                    "maximum",
                    "exclusiveMinimum",
                    "exclusiveMaximum",
                    "multipleOf",
                    "items",
                    "prefixItems",
                    "contains",
                    "minItems",
                    "maxItems",
                    "uniqueItems",
                    "minContains",
                    "maxContains",
                    "unevaluatedItems");

    private final ItemConditions item;
    private final Function<JsonNode, CompiledSchema> compiler;

    SchemaConditions(ItemConditions item, Function<JsonNode, CompiledSchema> compiler) {
        this.item = item;
        this.compiler = compiler;
    }

    /// What the schema demands of the object at this place, given that it is there.
    Condition rewrite(JsonNode schema, JsonPointer at) {
        if (schema.isBoolean()) {
            return ItemConditions.constant(schema.booleanValue());
        }
        if (!(schema instanceof ObjectNode object)) {
            return item.problem("'" + schema + "' is not a schema");
        }
        List<Condition> demands = new ArrayList<>();
        for (var keyword : object.properties()) {
            demands.add(demand(object, keyword.getKey(), keyword.getValue(), at));
        }
        return Conditions.all(demands);
    }

    private Condition demand(ObjectNode schema, String keyword, JsonNode value, JsonPointer at) {
        if (SILENT.contains(keyword) || keyword.startsWith("x-")) {
            return Condition.ALWAYS;
        }
        return switch (keyword) {
            case "type" -> ItemConditions.constant(names(value).contains("object"));
            case "required" ->
                    Conditions.all(
                            names(value).stream()
                                    .filter(name -> !schema.path("properties").has(name))
                                    .map(name -> there(at, name))
                                    .toList());
            case "properties" ->
                    each(
                            value,
                            (name, part) ->
                                    names(schema.path("required")).contains(name)
                                            ? present(part, at.appendProperty(name))
                                            : ifThere(
                                                    at,
                                                    name,
                                                    present(part, at.appendProperty(name))));
            case "allOf" -> Conditions.all(branches(value, at));
            case "anyOf" -> Conditions.any(branches(value, at));
            case "oneOf" -> exactlyOne(branches(value, at));
            case "not" -> Conditions.not(rewrite(value, at));
            case "if" -> choice(schema, at);
            case "then", "else" -> Condition.ALWAYS;
            case "dependentRequired" ->
                    each(
                            value,
                            (name, others) ->
                                    ifThere(
                                            at,
                                            name,
                                            Conditions.all(
                                                    names(others).stream()
                                                            .map(other -> there(at, other))
                                                            .toList())));
            case "dependentSchemas" ->
                    each(value, (name, part) -> ifThere(at, name, rewrite(part, at)));
            default ->
                    item.problem(
                            "'"
                                    + keyword
                                    + "' about the object at '"
                                    + at
                                    + "' can't be said about single questions");
        };
    }

    /// Whether something is at this place and satisfies the schema.
    Condition present(JsonNode schema, JsonPointer at) {
        Optional<Field> field = item.fieldAround(at);
        if (field.isPresent()) {
            return inField(field.get(), schema, at);
        }
        if (item.hasRows(at) && !schema.isBoolean()) {
            return item.problem("the rows at '" + at + "' can't be spoken of as a whole");
        }
        // A property that must be there says already that the object is. Asking for the object as
        // such would make the condition depend on each of its fields.
        return names(schema.path("required")).isEmpty()
                ? Conditions.all(List.of(item.exists(at), rewrite(schema, at)))
                : rewrite(schema, at);
    }

    private Condition choice(ObjectNode schema, JsonPointer at) {
        Condition when = rewrite(schema.path("if"), at);
        Condition then = schema.has("then") ? rewrite(schema.path("then"), at) : Condition.ALWAYS;
        Condition otherwise =
                schema.has("else") ? rewrite(schema.path("else"), at) : Condition.ALWAYS;
        return Conditions.all(
                List.of(
                        Conditions.any(List.of(Conditions.not(when), then)),
                        Conditions.any(List.of(when, otherwise))));
    }

    private static Condition exactlyOne(List<Condition> branches) {
        List<Condition> ways = new ArrayList<>();
        for (int i = 0; i < branches.size(); i++) {
            List<Condition> way = new ArrayList<>();
            for (int j = 0; j < branches.size(); j++) {
                way.add(i == j ? branches.get(j) : Conditions.not(branches.get(j)));
            }
            ways.add(Conditions.all(way));
        }
        return Conditions.any(ways);
    }

    private List<Condition> branches(JsonNode schemas, JsonPointer at) {
        List<Condition> branches = new ArrayList<>();
        schemas.forEach(branch -> branches.add(rewrite(branch, at)));
        return branches;
    }

    private Condition there(JsonPointer at, String name) {
        return item.exists(at.appendProperty(name));
    }

    private Condition ifThere(JsonPointer at, String name, Condition demand) {
        return Conditions.any(List.of(Conditions.not(there(at, name)), demand));
    }

    private Condition inField(Field field, JsonNode schema, JsonPointer at) {
        if (refersElsewhere(schema)) {
            return item.problem(
                    "a '$ref' inside a condition about '"
                            + at
                            + "' can't be followed; write the schema out");
        }
        return item.inField(field, at, compiler.apply(schema));
    }

    private static boolean refersElsewhere(JsonNode schema) {
        return schema.has("$ref")
                || schema.has("$dynamicRef")
                || schema.valueStream().anyMatch(SchemaConditions::refersElsewhere);
    }

    private interface Part {
        Condition of(String name, JsonNode value);
    }

    private static Condition each(JsonNode object, Part part) {
        List<Condition> parts = new ArrayList<>();
        object.properties().forEach(entry -> parts.add(part.of(entry.getKey(), entry.getValue())));
        return Conditions.all(parts);
    }

    private static List<String> names(JsonNode value) {
        List<String> names = new ArrayList<>();
        if (value.isString()) {
            names.add(value.stringValue());
        }
        value.forEach(name -> names.add(name.asString("")));
        return names;
    }
}
