package org.onego.bundle.schema.intersect;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Finds definitions that two inputs gave under the same name and that say the same, also through
/// what they refer to, and keeps one of them: inputs that were made from one stock of definitions
/// stay readable.
final class UnifyDefinitions {

    /// A longer chain of references than this keeps its numbers.
    private static final int ROUNDS = 64;

    private UnifyDefinitions() {}

    /// The names that may be replaced, each with the one to use instead.
    static Map<String, String> of(ObjectNode definitions, Map<String, String> givenNames) {
        if (new HashSet<>(givenNames.values()).size() == givenNames.size()) {
            return Map.of();
        }
        Map<String, String> classes = new HashMap<>(givenNames);
        int count = new HashSet<>(classes.values()).size();
        for (int round = 0; round < ROUNDS; round++) {
            Map<String, String> finer = new HashMap<>();
            Map<String, String> numbers = new HashMap<>();
            for (var entry : definitions.properties()) {
                String key = classes.get(entry.getKey()) + key(entry.getValue(), classes);
                finer.put(entry.getKey(), numbers.computeIfAbsent(key, _ -> "#" + numbers.size()));
            }
            classes = finer;
            if (numbers.size() == count) {
                return representatives(definitions, classes);
            }
            count = numbers.size();
        }
        return Map.of();
    }

    /// A text that is the same for schemas that differ only in references to definitions of the
    /// same class.
    private static String key(JsonNode schema, Map<String, String> classes) {
        return Json.key(classified(schema, classes));
    }

    private static JsonNode classified(JsonNode value, Map<String, String> classes) {
        if (value.isArray()) {
            return Json.array(value.valueStream().map(each -> classified(each, classes)).toList());
        }
        if (!value.isObject()) {
            return value;
        }
        ObjectNode copy = Json.object();
        for (var entry : value.properties()) {
            String name = Definitions.name(entry.getValue().stringValue(""));
            String known = entry.getKey().equals("$ref") ? classes.get(name) : null;
            copy.set(
                    entry.getKey(),
                    known == null ? classified(entry.getValue(), classes) : Json.text(known));
        }
        return copy;
    }

    private static Map<String, String> representatives(
            ObjectNode definitions, Map<String, String> classes) {
        Map<String, String> first = new HashMap<>();
        Map<String, String> instead = new LinkedHashMap<>();
        for (String name : definitions.propertyNames()) {
            String same = first.putIfAbsent(classes.getOrDefault(name, name), name);
            if (same != null) {
                instead.put(name, same);
            }
        }
        return instead;
    }
}
