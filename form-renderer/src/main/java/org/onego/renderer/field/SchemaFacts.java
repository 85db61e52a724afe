package org.onego.renderer.field;

import org.jspecify.annotations.Nullable;
import org.onego.bundle.merge.Question;
import tools.jackson.databind.JsonNode;

/// The few facts about a question's schema that a page needs. A merged schema may keep parts in
/// `allOf`; these are read too.
final class SchemaFacts {

    private SchemaFacts() {}

    /// The JSON type of the answer; `string` where the schema doesn't say.
    static String type(Question question) {
        JsonNode type = find(question.schema(), "type");
        return type != null && type.isString() ? type.asString() : "string";
    }

    static @Nullable Integer maxLength(Question question) {
        JsonNode value = find(question.schema(), "maxLength");
        return value != null && value.isIntegralNumber() ? value.asInt() : null;
    }

    /// The keyboard for a number: without a sign where none is needed, since not every telephone's
    /// digits have one.
    static @Nullable String inputMode(Question question) {
        JsonNode least = find(question.schema(), "minimum");
        if (least == null || !least.isNumber() || least.asDouble() < 0) {
            return null;
        }
        return type(question).equals("integer") ? "numeric" : "decimal";
    }

    private static @Nullable JsonNode find(JsonNode schema, String keyword) {
        JsonNode here = schema.get(keyword);
        if (here != null) {
            return here;
        }
        for (JsonNode part : schema.path("allOf")) {
            JsonNode inside = find(part, keyword);
            if (inside != null) {
                return inside;
            }
        }
        return null;
    }
}
