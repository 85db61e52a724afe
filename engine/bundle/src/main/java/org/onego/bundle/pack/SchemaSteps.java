package org.onego.bundle.pack;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/// Walks one of our own file schemas along a value: what may stand there, and what we advise.
final class SchemaSteps {

    private final JsonNode root;

    SchemaSteps(JsonNode root) {
        this.root = root;
    }

    /// The keys that an object at this pointer may have.
    Set<String> keys(JsonPointer at) {
        Set<String> keys = new LinkedHashSet<>();
        under(at).forEach(schema -> keys.addAll(schema.path("properties").propertyNames()));
        return keys;
    }

    /// What the schema says to do about a wrong value at this pointer.
    Optional<String> advice(JsonPointer at) {
        return under(at).stream()
                .map(schema -> schema.path("x-advice").asString(""))
                .filter(advice -> !advice.isEmpty())
                .findFirst();
    }

    private List<JsonNode> under(JsonPointer at) {
        List<JsonNode> here = resolve(List.of(root));
        for (JsonPointer rest = at; !rest.matches(); rest = rest.tail()) {
            List<JsonNode> next = new ArrayList<>();
            for (JsonNode schema : here) {
                JsonNode named = schema.path("properties").path(rest.getMatchingProperty());
                if (named.isObject()) {
                    next.add(named);
                } else {
                    next.add(schema.path("additionalProperties"));
                    next.add(schema.path("items"));
                }
            }
            here = resolve(next);
        }
        return here;
    }

    private List<JsonNode> resolve(List<JsonNode> schemas) {
        List<JsonNode> resolved = new ArrayList<>();
        for (JsonNode schema : schemas) {
            JsonNode each = schema;
            while (each.path("$ref").asString("").startsWith("#/")) {
                each = root.at(each.path("$ref").asString("").substring(1));
            }
            if (each.isObject()) {
                resolved.add(each);
            }
        }
        return resolved;
    }
}
