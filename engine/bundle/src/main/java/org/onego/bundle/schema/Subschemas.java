package org.onego.bundle.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/// Where schemas stand inside a schema. What stands in `const`, `enum` or `default` is a value,
/// whatever it looks like.
public final class Subschemas {

    private static final Set<String> SINGLE =
            Set.of(
                    "additionalProperties",
                    "unevaluatedProperties",
                    "propertyNames",
                    "items",
                    "unevaluatedItems",
                    "contains",
                    "contentSchema",
                    "not",
                    "if",
                    "then",
                    "else");
    private static final Set<String> MAPS =
            Set.of("properties", "patternProperties", "dependentSchemas", "$defs", "definitions");
    private static final Set<String> LISTS = Set.of("allOf", "anyOf", "oneOf", "prefixItems");

    /// Keywords whose subschemas look at the same value as the schema they stand in.
    private static final Set<String> IN_PLACE =
            Set.of("not", "if", "then", "else", "dependentSchemas", "allOf", "anyOf", "oneOf");

    private Subschemas() {}

    /// A schema and where it stands.
    ///
    /// @param inPlace whether it looks at the same value as the schema around it
    public record Subschema(JsonPointer at, JsonNode schema, boolean inPlace) {}

    /// The schema itself and all that stand in it, outer before inner.
    public static List<Subschema> all(JsonNode schema) {
        List<Subschema> found = new ArrayList<>();
        found.add(new Subschema(JsonPointer.empty(), schema, false));
        for (int next = 0; next < found.size(); next++) {
            found.addAll(children(found.get(next)));
        }
        return found;
    }

    /// The schemas that stand directly in this one.
    static List<Subschema> children(Subschema parent) {
        List<Subschema> children = new ArrayList<>();
        for (var entry : parent.schema().properties()) {
            String keyword = entry.getKey();
            JsonNode value = entry.getValue();
            JsonPointer at = parent.at().appendProperty(keyword);
            boolean inPlace = IN_PLACE.contains(keyword);
            if (SINGLE.contains(keyword)) {
                children.add(new Subschema(at, value, inPlace));
            } else if (MAPS.contains(keyword)) {
                for (var property : value.properties()) {
                    children.add(
                            new Subschema(
                                    at.appendProperty(property.getKey()),
                                    property.getValue(),
                                    inPlace));
                }
            } else if (LISTS.contains(keyword) && value.isArray()) {
                for (int i = 0; i < value.size(); i++) {
                    children.add(new Subschema(at.appendIndex(i), value.get(i), inPlace));
                }
            }
        }
        return children;
    }
}
