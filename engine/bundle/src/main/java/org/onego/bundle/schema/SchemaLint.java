package org.onego.bundle.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.onego.bundle.schema.Subschemas.Subschema;
import tools.jackson.core.JsonPointer;

/// Finds keywords that JSON Schema does not know. The standard ignores them, so that a misspelt one
/// would check nothing without a word.
public final class SchemaLint {

    /// The keywords of JSON Schema 2020-12.
    public static final Set<String> KEYWORDS =
            Set.of(
                    ("$schema $id $ref $anchor $dynamicRef $dynamicAnchor $comment $defs definitions"
                                    + " $vocabulary type enum const multipleOf maximum exclusiveMaximum"
                                    + " minimum exclusiveMinimum maxLength minLength pattern maxItems"
                                    + " minItems uniqueItems maxContains minContains maxProperties"
                                    + " minProperties required dependentRequired allOf anyOf oneOf not if"
                                    + " then else dependentSchemas prefixItems items contains properties"
                                    + " patternProperties additionalProperties propertyNames"
                                    + " unevaluatedItems unevaluatedProperties title description default"
                                    + " deprecated readOnly writeOnly examples format contentEncoding"
                                    + " contentMediaType contentSchema")
                            .split(" "));

    private SchemaLint() {}

    /// A keyword nobody knows, and where it stands.
    public record UnknownKeyword(JsonPointer at, String keyword) {}

    /// Every keyword that is neither of the standard nor starts with `x-`.
    public static List<UnknownKeyword> unknownKeywords(tools.jackson.databind.JsonNode schema) {
        List<UnknownKeyword> unknown = new ArrayList<>();
        for (Subschema each : Subschemas.all(schema)) {
            for (String keyword : each.schema().propertyNames()) {
                if (!KEYWORDS.contains(keyword) && !keyword.startsWith("x-")) {
                    unknown.add(new UnknownKeyword(each.at().appendProperty(keyword), keyword));
                }
            }
        }
        return unknown;
    }
}
