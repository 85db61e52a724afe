package org.onego.bundle.schema.intersect;

import java.util.Set;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What draft-07 writes in another way than 2020-12.
final class Draft07 {

    private static final Set<String> WRITTEN_OTHERWISE =
            Set.of("items", "additionalItems", "dependencies");

    /// Keywords of 2020-12 that mean nothing in draft-07.
    private static final Set<String> UNKNOWN =
            Set.of(
                    "prefixItems",
                    "minContains",
                    "maxContains",
                    "unevaluatedItems",
                    "unevaluatedProperties",
                    "dependentSchemas",
                    "dependentRequired",
                    "$anchor",
                    "$dynamicAnchor",
                    "$dynamicRef",
                    "contentSchema");

    private Draft07() {}

    static boolean reads(String keyword) {
        return WRITTEN_OTHERWISE.contains(keyword) || UNKNOWN.contains(keyword);
    }

    /// How an input writes what the one form calls by this keyword.
    static String written(Place origin, String keyword) {
        if (origin.dialect() != Dialect.DRAFT_07) {
            return keyword;
        }
        return switch (keyword) {
            case "prefixItems" -> "items";
            case "items" -> origin.node().path("items").isArray() ? "additionalItems" : "items";
            case "dependentRequired", "dependentSchemas" -> "dependencies";
            default -> keyword;
        };
    }

    static void translate(
            Place place,
            String keyword,
            JsonNode value,
            Function<Place, JsonNode> child,
            ObjectNode translated) {
        switch (keyword) {
            case "items" -> {
                if (value.isArray()) {
                    tuple(place, value, child, translated);
                } else {
                    translated.set("items", child.apply(place.child("items", value)));
                }
            }
            case "additionalItems" -> {
                // Without a tuple before it, it says nothing.
                if (place.node().path("items").isArray()) {
                    translated.set("items", child.apply(place.child("additionalItems", value)));
                }
            }
            case "dependencies" ->
                    value.properties()
                            .forEach(each ->
                                    dependency(
                                            place,
                                            each.getKey(),
                                            each.getValue(),
                                            child,
                                            translated));
            default -> {
                // Unknown there, so it must not gain a meaning here.
            }
        }
    }

    private static void tuple(
            Place place, JsonNode items, Function<Place, JsonNode> child, ObjectNode translated) {
        if (items.isEmpty()) {
            return;
        }
        ArrayNode prefix = Json.array();
        for (int i = 0; i < items.size(); i++) {
            prefix.add(child.apply(place.child("items", Integer.toString(i), items.get(i))));
        }
        translated.set("prefixItems", prefix);
    }

    private static void dependency(
            Place place,
            String name,
            JsonNode needs,
            Function<Place, JsonNode> child,
            ObjectNode translated) {
        if (needs.isArray()) {
            translated.withObject("/dependentRequired").set(name, needs);
        } else {
            translated
                    .withObject("/dependentSchemas")
                    .set(name, child.apply(place.child("dependencies", name, needs)));
        }
    }
}
