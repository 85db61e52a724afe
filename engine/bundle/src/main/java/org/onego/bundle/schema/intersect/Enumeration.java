package org.onego.bundle.schema.intersect;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The values of `const` or `enum`, each once.
///
/// @param given the keywords that led here, for the reason when nothing is left
record Enumeration(List<JsonNode> values, List<Demand> given) {

    Enumeration {
        values = List.copyOf(values);
        given = List.copyOf(given);
    }

    static Optional<Enumeration> of(JsonNode schema) {
        Optional<Enumeration> constant =
                Optional.ofNullable(schema.get("const"))
                        .map(value ->
                                new Enumeration(
                                        List.of(value), List.of(Demand.of("const", value))));
        Optional<Enumeration> listed =
                Optional.ofNullable(schema.get("enum"))
                        .map(values ->
                                new Enumeration(
                                        distinct(values), List.of(Demand.of("enum", values))));
        return constant.isPresent() && listed.isPresent()
                ? Optional.of(constant.get().meet(listed.get()))
                : constant.or(() -> listed);
    }

    private static List<JsonNode> distinct(JsonNode values) {
        Map<String, JsonNode> byKey = new LinkedHashMap<>();
        values.values().forEach(value -> byKey.putIfAbsent(Json.key(value), value));
        return List.copyOf(byKey.values());
    }

    Enumeration meet(Enumeration other) {
        Map<String, JsonNode> theirs = new LinkedHashMap<>();
        other.values.forEach(value -> theirs.put(Json.key(value), value));
        List<JsonNode> both =
                values.stream().filter(value -> theirs.containsKey(Json.key(value))).toList();
        List<Demand> all = new ArrayList<>(given);
        all.addAll(other.given);
        return new Enumeration(both, all);
    }

    Enumeration only(List<JsonNode> some) {
        return new Enumeration(some, given);
    }

    void write(ObjectNode schema) {
        if (values.size() == 1) {
            schema.set("const", values.getFirst());
        } else {
            schema.set("enum", Json.array(values));
        }
    }

    Demand demand() {
        return given.getFirst();
    }
}
