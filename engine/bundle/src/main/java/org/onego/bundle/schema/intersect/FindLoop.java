package org.onego.bundle.schema.intersect;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Finds a definition that leads back to itself for the same value: no validator comes to an end
/// with it.
final class FindLoop {

    /// The keywords whose schemas speak about the same value.
    private static final Set<String> IN_PLACE =
            Set.of(
                    "allOf",
                    "anyOf",
                    "oneOf",
                    "not",
                    "if",
                    "then",
                    "else",
                    "dependentSchemas",
                    "dependencies");

    private record Open(String name, Iterator<String> rest) {}

    private FindLoop() {}

    /// The name of a definition on a loop, if there is one.
    static Optional<String> in(ObjectNode definitions) {
        Map<String, Boolean> done = new HashMap<>();
        for (String start : definitions.propertyNames()) {
            if (done.containsKey(start)) {
                continue;
            }
            Deque<Open> way = new ArrayDeque<>();
            way.push(open(start, definitions, done));
            while (!way.isEmpty()) {
                Open last = way.peek();
                if (!last.rest().hasNext()) {
                    done.put(last.name(), true);
                    way.pop();
                    continue;
                }
                String next = last.rest().next();
                Boolean state = done.get(next);
                if (Boolean.FALSE.equals(state)) {
                    return Optional.of(next);
                }
                if (state == null) {
                    way.push(open(next, definitions, done));
                }
            }
        }
        return Optional.empty();
    }

    private static Open open(String name, ObjectNode definitions, Map<String, Boolean> done) {
        done.put(name, false);
        List<String> names = new ArrayList<>();
        inPlaceReferences(definitions.path(name), names);
        return new Open(name, names.iterator());
    }

    private static void inPlaceReferences(JsonNode schema, List<String> names) {
        if (!schema.isObject() || schema.has("$id")) {
            return;
        }
        String name = Definitions.name(schema.path("$ref").stringValue(""));
        if (!name.isEmpty()) {
            names.add(name);
        }
        for (var entry : schema.properties()) {
            if (IN_PLACE.contains(entry.getKey())) {
                JsonNode value = entry.getValue();
                boolean many = value.isArray() || entry.getKey().startsWith("dependen");
                if (many) {
                    value.values().forEach(each -> inPlaceReferences(each, names));
                } else {
                    inPlaceReferences(value, names);
                }
            }
        }
    }
}
