package org.onego.bundle.schema.intersect;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What a schema says without asking anything: titles, defaults, hints, keywords of other
/// vocabularies. The first schema's word stands, the others' fill in what it does not say.
record Annotations(Map<String, JsonNode> values) {

    static final Annotations NONE = new Annotations(Map.of());

    /// True as soon as one schema says so.
    private static final Set<String> FLAGS = Set.of("deprecated", "readOnly", "writeOnly");

    private static final Set<String> ASSERTIONS_WITHOUT_SHAPE = Set.of("$comment");

    static Annotations of(JsonNode schema) {
        Map<String, JsonNode> values = new LinkedHashMap<>();
        for (var entry : schema.properties()) {
            if (isAnnotation(entry.getKey())) {
                values.put(entry.getKey(), entry.getValue());
            }
        }
        return values.isEmpty() ? NONE : new Annotations(values);
    }

    static boolean isAnnotation(String keyword) {
        return ASSERTIONS_WITHOUT_SHAPE.contains(keyword)
                || keyword.equals("contentSchema")
                || Dialect.DRAFT_2020_12.shape(keyword).isEmpty();
    }

    Annotations meet(Annotations other) {
        if (other.values.isEmpty()) {
            return this;
        }
        Map<String, JsonNode> both = new LinkedHashMap<>(values);
        other.values.forEach((keyword, value) ->
                both.merge(keyword, value, (mine, theirs) -> one(keyword, mine, theirs)));
        return new Annotations(both);
    }

    private static JsonNode one(String keyword, JsonNode mine, JsonNode theirs) {
        if (FLAGS.contains(keyword) && mine.isBoolean() && theirs.isBoolean()) {
            return Json.bool(mine.booleanValue() || theirs.booleanValue());
        }
        if (keyword.equals("examples") && mine.isArray() && theirs.isArray()) {
            ArrayNode all = mine.asArray().deepCopy();
            for (JsonNode example : theirs.values()) {
                if (all.valueStream().noneMatch(known -> Json.same(known, example))) {
                    all.add(example);
                }
            }
            return all;
        }
        return mine;
    }

    boolean isEmpty() {
        return values.isEmpty();
    }

    void write(ObjectNode schema) {
        schema.setAll(values);
    }
}
