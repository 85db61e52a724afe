package org.onego.bundle.schema;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.onego.bundle.schema.Condition.All;
import org.onego.bundle.schema.Condition.Any;
import org.onego.bundle.schema.Condition.Matches;
import org.onego.bundle.schema.Condition.Not;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Puts conditions together in their simplest form, and takes schemas of whole objects apart into
/// conditions on single values.
public final class Conditions {

    private static final Set<String> SEPARABLE =
            Set.of("type", "properties", "required", "allOf", "anyOf", "not");

    private final JsonSchemas schemas;

    /// What the schemas refer to; added to each part that has a `$ref`.
    private final JsonNode definitions;

    public Conditions(JsonSchemas schemas) {
        this(schemas, JsonNodeFactory.instance.objectNode());
    }

    /// @param definitions the `$defs` of the schema that the conditions are taken from
    public Conditions(JsonSchemas schemas, JsonNode definitions) {
        this.schemas = schemas;
        this.definitions = definitions;
    }

    /// Every one of them, flat and without repetition.
    public static Condition all(List<Condition> conditions) {
        Set<Condition> parts = new LinkedHashSet<>();
        for (Condition condition : conditions) {
            if (condition instanceof All(List<Condition> inner)) {
                parts.addAll(inner);
            } else {
                parts.add(condition);
            }
        }
        if (parts.contains(Condition.NEVER)) {
            return Condition.NEVER;
        }
        // a ∧ (a ∨ b) = a
        parts.removeIf(part ->
                part instanceof Any(List<Condition> options)
                        && options.stream().anyMatch(parts::contains));
        return parts.size() == 1 ? parts.iterator().next() : new All(List.copyOf(parts));
    }

    /// At least one of them, flat and without repetition.
    public static Condition any(List<Condition> conditions) {
        Set<Condition> parts = new LinkedHashSet<>();
        for (Condition condition : conditions) {
            if (condition instanceof Any(List<Condition> inner)) {
                parts.addAll(inner);
            } else {
                parts.add(condition);
            }
        }
        if (parts.contains(Condition.ALWAYS)) {
            return Condition.ALWAYS;
        }
        // a ∨ (a ∧ b) = a
        parts.removeIf(part ->
                part instanceof All(List<Condition> demands)
                        && demands.stream().anyMatch(parts::contains));
        return parts.size() == 1 ? parts.iterator().next() : new Any(List.copyOf(parts));
    }

    public static Condition not(Condition condition) {
        if (condition.equals(Condition.ALWAYS)) {
            return Condition.NEVER;
        }
        if (condition.equals(Condition.NEVER)) {
            return Condition.ALWAYS;
        }
        return condition instanceof Not(Condition inner) ? inner : new Not(condition);
    }

    /// The value at `at` is there.
    public Condition exists(JsonPointer at) {
        return new Matches(at, schemas.compile(JsonNodeFactory.instance.objectNode()));
    }

    /// The value at `at` satisfies `schema`. A schema that only speaks about properties becomes
    /// conditions on these; that is the same wherever an object stands, or nothing, for which the
    /// form's schema cares.
    public Condition matches(JsonPointer at, JsonNode schema) {
        if (schema.isEmpty() || !SEPARABLE.containsAll(schema.propertyNames()) || !object(schema)) {
            return new Matches(at, schemas.compile(withDefinitions(schema)));
        }
        List<Condition> parts = new ArrayList<>();
        Set<String> required = new LinkedHashSet<>();
        schema.path("required").forEach(name -> required.add(name.asString()));
        for (var property : schema.path("properties").properties()) {
            JsonPointer child = at.appendProperty(property.getKey());
            Condition holds = matches(child, property.getValue());
            parts.add(
                    required.contains(property.getKey())
                            ? all(List.of(existsUnlessImplied(child, holds), holds))
                            : any(List.of(not(exists(child)), holds)));
            required.remove(property.getKey());
        }
        required.forEach(name -> parts.add(exists(at.appendProperty(name))));
        schema.path("allOf").forEach(part -> parts.add(matches(at, part)));
        if (schema.has("anyOf")) {
            List<Condition> options = new ArrayList<>();
            schema.path("anyOf").forEach(option -> options.add(matches(at, option)));
            parts.add(any(options));
        }
        if (schema.has("not")) {
            parts.add(not(matches(at, schema.path("not"))));
        }
        return all(parts);
    }

    /// A value that satisfies a condition at itself or below is there.
    private Condition existsUnlessImplied(JsonPointer at, Condition condition) {
        return implies(condition, at) ? condition : exists(at);
    }

    /// Whether the condition can only hold when there is a value at `at`.
    public static boolean implies(Condition condition, JsonPointer at) {
        return switch (condition) {
            case Matches matches ->
                    matches.at().equals(at) || matches.at().toString().startsWith(at + "/");
            case All(List<Condition> parts) -> parts.stream().anyMatch(part -> implies(part, at));
            case Any(List<Condition> parts) ->
                    !parts.isEmpty() && parts.stream().allMatch(part -> implies(part, at));
            case Not _ -> false;
        };
    }

    private static boolean object(JsonNode schema) {
        JsonNode type = schema.path("type");
        boolean speaksOfProperties = schema.has("properties") || schema.has("required");
        return type.isMissingNode()
                ? speaksOfProperties
                        || schema.has("allOf")
                        || schema.has("anyOf")
                        || schema.has("not")
                : type.asString("").equals("object") && speaksOfProperties;
    }

    private JsonNode withDefinitions(JsonNode schema) {
        if (!(schema instanceof ObjectNode object)
                || definitions.isEmpty()
                || schema.findValue("$ref") == null) {
            return schema;
        }
        ObjectNode copy = object.deepCopy();
        copy.set("$defs", definitions.deepCopy());
        return copy;
    }
}
