package org.onego.bundle.schema.intersect;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What the references of the one form lead to, and which of them may be replaced by it: those that
/// never lead back to themselves and bring in a bearable amount. That is fixed before anything is
/// intersected, so that a result intersected again stays the same.
final class References {

    /// How deep what is brought in may be nested.
    private static final int DEPTH = 64;

    private final ObjectNode definitions;
    private final int limit;
    private final Map<String, Size> sizes = new HashMap<>();

    /// How many values a definition brings in, and how deep, with all that it refers to; more than
    /// is allowed for one that leads back to itself.
    private record Size(int values, int depth) {
        static final Size TOO_LARGE = new Size(Integer.MAX_VALUE / 4, Integer.MAX_VALUE / 4);

        Size and(Size other) {
            return new Size(
                    Math.min(TOO_LARGE.values, values + other.values),
                    Math.min(TOO_LARGE.depth, Math.max(depth, other.depth + 1)));
        }
    }

    References(ObjectNode definitions, Limits limits) {
        this.definitions = definitions;
        this.limit = limits.inlined();
        for (String name : definitions.propertyNames()) {
            measure(name);
        }
    }

    ObjectNode definitions() {
        return definitions;
    }

    /// The schema that a `$ref` leads to, or `true` with nothing known of it where it is one of the
    /// standard or sealed.
    JsonNode target(JsonNode reference) {
        JsonNode target = definitions.path(Definitions.name(reference.stringValue()));
        return target.isMissingNode() || target.has("$id") ? Json.bool(true) : target;
    }

    boolean canBeReplaced(JsonNode reference) {
        Size size = sizes.get(Definitions.name(reference.stringValue()));
        return size != null && size.values() <= limit && size.depth() <= DEPTH;
    }

    /// Keeps a stack of its own: definitions may form a chain of any length.
    private void measure(String start) {
        List<String> way = new ArrayList<>(List.of(start));
        Set<String> open = new HashSet<>();
        while (!way.isEmpty()) {
            String name = way.getLast();
            if (sizes.containsKey(name)) {
                way.removeLast();
                continue;
            }
            JsonNode schema = definitions.path(name);
            Set<String> names = namesIn(schema);
            if (open.add(name)) {
                names.stream()
                        .filter(next -> !sizes.containsKey(next) && !open.contains(next))
                        .forEach(way::add);
                continue;
            }
            Size size =
                    schema.has("$id") || schema.isMissingNode()
                            ? Size.TOO_LARGE
                            : new Size(0, 0).and(own(schema));
            for (String next : names) {
                size = size.and(sizes.getOrDefault(next, Size.TOO_LARGE));
            }
            sizes.put(name, size);
            open.remove(name);
            way.removeLast();
        }
    }

    private static Size own(JsonNode schema) {
        int values = 1;
        int depth = 0;
        for (JsonNode child : schema.values()) {
            Size size = own(child);
            values += size.values();
            depth = Math.max(depth, size.depth() + 1);
        }
        return new Size(values, depth);
    }

    private static Set<String> namesIn(JsonNode schema) {
        Set<String> names = new HashSet<>();
        collect(schema, names);
        return names;
    }

    private static void collect(JsonNode schema, Set<String> names) {
        JsonNode reference = schema.path("$ref");
        if (reference.isString() && !Definitions.name(reference.stringValue()).isEmpty()) {
            names.add(Definitions.name(reference.stringValue()));
        }
        schema.values().forEach(child -> collect(child, names));
    }

    /// The definitions that a schema needs, in their order.
    ObjectNode neededBy(JsonNode schema) {
        Set<String> needed = new HashSet<>();
        List<JsonNode> open = new ArrayList<>(List.of(schema));
        while (!open.isEmpty()) {
            for (String name : namesIn(open.removeLast())) {
                if (definitions.has(name) && needed.add(name)) {
                    open.add(definitions.get(name));
                }
            }
        }
        ObjectNode some = Json.object();
        definitions.properties().stream()
                .filter(entry -> needed.contains(entry.getKey()))
                .forEach(entry -> some.set(entry.getKey(), entry.getValue()));
        return some;
    }
}
