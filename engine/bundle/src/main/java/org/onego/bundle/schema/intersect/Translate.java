package org.onego.bundle.schema.intersect;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Rewrites the schemas of one input into the one form of [ReadSchemas].
final class Translate {

    /// Names and places of schemas: what they say is in the rewritten references.
    private static final Set<String> DROPPED =
            Set.of(
                    "$schema",
                    "$id",
                    "$anchor",
                    "$dynamicAnchor",
                    "$defs",
                    "definitions",
                    "$vocabulary");

    private final SchemaIndex index;
    private final Definitions definitions;
    private final CheckKeywords check;
    private final Sealed sealed;
    private final Map<JsonNode, Place> origins;
    private final List<Problem> problems = new ArrayList<>();

    /// @param origins is told where each rewritten schema stood
    Translate(
            SchemaIndex index,
            Definitions definitions,
            CheckKeywords check,
            Map<JsonNode, Place> origins) {
        this.index = index;
        this.definitions = definitions;
        this.check = check;
        this.origins = origins;
        this.sealed = Sealed.of(index);
    }

    List<Problem> problems() {
        return List.copyOf(problems);
    }

    /// What stands under a name of `$defs`.
    JsonNode definition(Place place) {
        if (sealed.contains(place)) {
            return sealed.copy(place);
        }
        check.of(place).ifPresent(problems::add);
        return problems.isEmpty() ? keywords(place) : Json.bool(true);
    }

    /// The schema in the one form.
    JsonNode of(Place place) {
        if (!sealed.contains(place)) {
            return keywords(place);
        }
        JsonNode reference = definitions.referenceTo(place);
        origins.put(reference, place);
        return reference;
    }

    private JsonNode child(Place outside) {
        return of(Subschemas.entered(outside));
    }

    private JsonNode keywords(Place place) {
        if (!place.node().isObject()) {
            return place.node();
        }
        ObjectNode translated = Json.object();
        origins.put(translated, place);
        if (Subschemas.isBareReference(place)) {
            reference(place, "$ref", translated);
            return translated;
        }
        for (var entry : place.node().properties()) {
            String keyword = entry.getKey();
            JsonNode value = entry.getValue();
            if (DROPPED.contains(keyword)) {
                continue;
            }
            if (place.dialect() == Dialect.DRAFT_07 && Draft07.reads(keyword)) {
                Draft07.translate(place, keyword, value, this::child, translated);
                continue;
            }
            switch (place.dialect().shape(keyword).orElse(Dialect.Shape.ANY)) {
                case SCHEMA -> translated.set(keyword, child(place.child(keyword, value)));
                case LIST -> translated.set(keyword, list(place, keyword, value));
                case MAP, PATTERN_MAP, DEPENDENCIES ->
                        translated.set(keyword, map(place, keyword, value));
                case TEXT -> {
                    if (keyword.equals("$ref") || keyword.equals("$dynamicRef")) {
                        reference(place, keyword, translated);
                    } else {
                        translated.set(keyword, value);
                    }
                }
                default -> translated.set(keyword, value);
            }
        }
        return translated;
    }

    private ArrayNode list(Place place, String keyword, JsonNode value) {
        ArrayNode list = Json.array();
        for (int i = 0; i < value.size(); i++) {
            list.add(child(place.child(keyword, Integer.toString(i), value.get(i))));
        }
        return list;
    }

    private ObjectNode map(Place place, String keyword, JsonNode value) {
        ObjectNode map = Json.object();
        for (var each : value.properties()) {
            map.set(
                    each.getKey(),
                    each.getValue().isArray()
                            ? each.getValue()
                            : child(place.child(keyword, each.getKey(), each.getValue())));
        }
        return map;
    }

    private void reference(Place place, String keyword, ObjectNode translated) {
        JsonNode reference =
                switch (Reference.of(index, place, keyword)) {
                    case Reference.Static(Place target) -> definitions.referenceTo(target);
                    case Reference.Dynamic(Place target) -> definitions.referenceTo(target);
                    case Reference.MetaSchema(String uri) -> Json.object("$ref", Json.text(uri));
                    case Reference.Nowhere(String uri) -> {
                        problems.add(nowhere(place, keyword, uri));
                        yield Json.bool(true);
                    }
                };
        if (!reference.isObject()) {
            return;
        }
        if (translated.has("$ref")) {
            // A $ref and a $dynamicRef side by side.
            translated.withArray("allOf").add(reference);
            origins.put(reference, place);
        } else {
            translated.setAll((ObjectNode) reference);
        }
    }

    private static Problem nowhere(Place place, String keyword, String uri) {
        return new Problem(
                place.input(),
                place.pointer() + Json.step(keyword),
                "'%s' leads to nothing in this schema (%s). Put what it means into $defs."
                        .formatted(place.node().get(keyword).stringValue(), uri));
    }
}
