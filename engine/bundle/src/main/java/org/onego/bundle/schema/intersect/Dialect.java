package org.onego.bundle.schema.intersect;

import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// The drafts that are read, each with the shape that its keywords' values must have. A keyword not
/// listed is an annotation.
enum Dialect {
    DRAFT_07(
            Map.ofEntries(
                    Map.entry("additionalItems", Shape.SCHEMA),
                    Map.entry("items", Shape.SCHEMA_OR_LIST),
                    Map.entry("contains", Shape.SCHEMA),
                    Map.entry("dependencies", Shape.DEPENDENCIES),
                    Map.entry("$id", Shape.TEXT))),
    DRAFT_2020_12(
            Map.ofEntries(
                    Map.entry("prefixItems", Shape.LIST),
                    Map.entry("items", Shape.SCHEMA),
                    Map.entry("contains", Shape.SCHEMA),
                    Map.entry("minContains", Shape.COUNT),
                    Map.entry("maxContains", Shape.COUNT),
                    Map.entry("unevaluatedItems", Shape.SCHEMA),
                    Map.entry("unevaluatedProperties", Shape.SCHEMA),
                    Map.entry("dependentSchemas", Shape.MAP),
                    Map.entry("dependentRequired", Shape.NAME_LISTS),
                    Map.entry("dependencies", Shape.DEPENDENCIES),
                    Map.entry("$defs", Shape.MAP),
                    Map.entry("contentSchema", Shape.SCHEMA),
                    Map.entry("$id", Shape.TEXT),
                    Map.entry("$anchor", Shape.TEXT),
                    Map.entry("$dynamicAnchor", Shape.TEXT),
                    Map.entry("$dynamicRef", Shape.TEXT)));

    /// What a keyword's value must look like.
    enum Shape {
        SCHEMA,
        LIST,
        SCHEMA_OR_LIST,
        MAP,
        PATTERN_MAP,
        DEPENDENCIES,
        COUNT,
        NUMBER,
        POSITIVE,
        TEXT,
        PATTERN,
        NAMES,
        NAME_LISTS,
        VALUES,
        TYPES,
        BOOL,
        ANY
    }

    private static final Map<String, Shape> COMMON =
            Map.ofEntries(
                    Map.entry("type", Shape.TYPES),
                    Map.entry("enum", Shape.VALUES),
                    Map.entry("const", Shape.ANY),
                    Map.entry("multipleOf", Shape.POSITIVE),
                    Map.entry("minimum", Shape.NUMBER),
                    Map.entry("maximum", Shape.NUMBER),
                    Map.entry("exclusiveMinimum", Shape.NUMBER),
                    Map.entry("exclusiveMaximum", Shape.NUMBER),
                    Map.entry("minLength", Shape.COUNT),
                    Map.entry("maxLength", Shape.COUNT),
                    Map.entry("pattern", Shape.PATTERN),
                    Map.entry("format", Shape.TEXT),
                    Map.entry("minItems", Shape.COUNT),
                    Map.entry("maxItems", Shape.COUNT),
                    Map.entry("uniqueItems", Shape.BOOL),
                    Map.entry("minProperties", Shape.COUNT),
                    Map.entry("maxProperties", Shape.COUNT),
                    Map.entry("required", Shape.NAMES),
                    Map.entry("properties", Shape.MAP),
                    Map.entry("patternProperties", Shape.PATTERN_MAP),
                    Map.entry("additionalProperties", Shape.SCHEMA),
                    Map.entry("propertyNames", Shape.SCHEMA),
                    Map.entry("allOf", Shape.LIST),
                    Map.entry("anyOf", Shape.LIST),
                    Map.entry("oneOf", Shape.LIST),
                    Map.entry("not", Shape.SCHEMA),
                    Map.entry("if", Shape.SCHEMA),
                    Map.entry("then", Shape.SCHEMA),
                    Map.entry("else", Shape.SCHEMA),
                    Map.entry("definitions", Shape.MAP),
                    Map.entry("$ref", Shape.TEXT));

    private final Map<String, Shape> own;

    Dialect(Map<String, Shape> own) {
        this.own = own;
    }

    /// The shape of a keyword's value; empty for what is no keyword of this draft.
    Optional<Shape> shape(String keyword) {
        return Optional.ofNullable(own.getOrDefault(keyword, COMMON.get(keyword)));
    }

    /// The dialect that `$schema` names; empty for one that is not read.
    static Optional<Dialect> named(JsonNode uri) {
        return switch (uri.isString()
                ? uri.stringValue().replaceFirst("#$", "").replaceFirst("^https?://", "")
                : "") {
            case "json-schema.org/draft-07/schema" -> Optional.of(DRAFT_07);
            case "json-schema.org/draft/2020-12/schema" -> Optional.of(DRAFT_2020_12);
            default -> Optional.empty();
        };
    }
}
