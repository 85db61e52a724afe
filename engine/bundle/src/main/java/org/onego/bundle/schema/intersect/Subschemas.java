package org.onego.bundle.schema.intersect;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// The schemas directly inside a schema, and what `$id` and `$schema` make of them.
final class Subschemas {

    private Subschemas() {}

    /// The same place seen from inside: its own `$id` is the base of what it holds, and as the root
    /// of a resource it may name a dialect.
    static Place entered(Place place) {
        JsonNode node = place.node();
        if (!node.isObject() || isBareReference(place)) {
            return place;
        }
        boolean isResource = isResource(place);
        Dialect dialect =
                isResource && node.has("$schema")
                        ? Dialect.named(node.get("$schema")).orElse(place.dialect())
                        : place.dialect();
        String base =
                isResource
                        ? Uris.withoutFragment(
                                Uris.resolve(place.base(), node.get("$id").stringValue()))
                        : place.base();
        return new Place(place.input(), place.pointer(), node, base, dialect);
    }

    /// In draft-07 nothing beside a `$ref` counts.
    static boolean isBareReference(Place place) {
        return place.dialect() == Dialect.DRAFT_07 && place.node().path("$ref").isString();
    }

    /// Whether the schema has an `$id` that names it; in draft-07 `"$id": "#name"` is an anchor.
    static boolean isResource(Place place) {
        JsonNode id = place.node().path("$id");
        return id.isString() && !isBareReference(place) && !id.stringValue().startsWith("#");
    }

    static List<Place> of(Place place) {
        List<Place> children = new ArrayList<>();
        for (var entry : place.node().properties()) {
            String keyword = entry.getKey();
            JsonNode value = entry.getValue();
            if (isBareReference(place) && !keyword.equals("definitions")) {
                continue;
            }
            switch (place.dialect().shape(keyword).orElse(Dialect.Shape.ANY)) {
                case SCHEMA -> children.add(place.child(keyword, value));
                case LIST, SCHEMA_OR_LIST -> addAll(children, place, keyword, value);
                case MAP, PATTERN_MAP ->
                        value.properties()
                                .forEach(each ->
                                        children.add(
                                                place.child(
                                                        keyword, each.getKey(), each.getValue())));
                case DEPENDENCIES ->
                        value.properties().stream()
                                .filter(each -> !each.getValue().isArray())
                                .forEach(each ->
                                        children.add(
                                                place.child(
                                                        keyword, each.getKey(), each.getValue())));
                default -> {
                    // No schema in it.
                }
            }
        }
        return children;
    }

    private static void addAll(List<Place> children, Place place, String keyword, JsonNode value) {
        if (value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                children.add(place.child(keyword, Integer.toString(i), value.get(i)));
            }
        } else {
            children.add(place.child(keyword, value));
        }
    }
}
