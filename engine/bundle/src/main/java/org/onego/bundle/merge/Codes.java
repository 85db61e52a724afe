package org.onego.bundle.merge;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onego.bundle.element.Code;
import org.onego.bundle.element.Text;
import tools.jackson.databind.JsonNode;

/// What can be chosen where an answer comes from a list: the codes that every field allows, with
/// the labels of the list that the question is asked with.
final class Codes {

    private Codes() {}

    /// @param labelled the fields' lists, the deciding one first
    /// @param demands what is demanded of every answer
    static List<Code> common(List<List<Code>> labelled, List<JsonNode> demands) {
        Map<String, Code> codes = new LinkedHashMap<>();
        Set<List<Code>> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (List<Code> list : labelled) {
            if (seen.add(list)) {
                list.forEach(code -> codes.putIfAbsent(code.code(), code));
            }
        }
        List<Set<String>> allowed = new ArrayList<>();
        for (JsonNode demand : demands) {
            Set<String> values = values(demand);
            if (values != null) {
                allowed.add(values);
            }
        }
        return codes.values().stream()
                .filter(code -> allowed.stream().allMatch(values -> values.contains(code.code())))
                .toList();
    }

    /// The labels that a field's own schema brings: `oneOf` of `const` and `title`, or `enum`.
    static List<Code> own(JsonNode schema) {
        JsonNode value = schema.has("items") ? schema.path("items") : schema;
        List<Code> codes = new ArrayList<>();
        for (JsonNode option : value.path("oneOf")) {
            if (option.path("const").isString()) {
                String code = option.path("const").stringValue();
                codes.add(new Code(code, Text.of(option.path("title").asString(code)), null));
            }
        }
        if (codes.isEmpty()) {
            for (JsonNode option : value.path("enum")) {
                if (option.isString()) {
                    String code = option.stringValue();
                    codes.add(new Code(code, Text.of(code), null));
                }
            }
        }
        return codes;
    }

    /// The texts that a schema allows, or null when it doesn't list them.
    private static @Nullable Set<String> values(JsonNode schema) {
        JsonNode value = schema.has("items") ? schema.path("items") : schema;
        if (value.path("const").isString()) {
            return Set.of(value.path("const").stringValue());
        }
        Set<String> values = new HashSet<>();
        if (value.path("oneOf").valueStream().allMatch(option -> option.path("const").isString())) {
            value.path("oneOf").forEach(option -> values.add(option.path("const").stringValue()));
        }
        if (values.isEmpty() && !value.path("enum").isArray()) {
            return null;
        }
        value.path("enum").forEach(option -> values.add(option.asString("")));
        return values;
    }
}
