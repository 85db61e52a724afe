package org.onego.bundle.schema.intersect;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// `if` with its `then` and `else`.
record Condition(JsonNode test, JsonNode then, JsonNode otherwise) {

    static @Nullable Condition of(JsonNode schema) {
        JsonNode test = schema.get("if");
        if (test == null) {
            return null;
        }
        JsonNode then = schema.path("then");
        JsonNode otherwise = schema.path("else");
        return new Condition(
                test,
                then.isMissingNode() ? Json.bool(true) : then,
                otherwise.isMissingNode() ? Json.bool(true) : otherwise);
    }

    ObjectNode write() {
        ObjectNode written = Json.object();
        written.set("if", test);
        if (!Json.isTrue(then)) {
            written.set("then", then);
        }
        if (!Json.isTrue(otherwise)) {
            written.set("else", otherwise);
        }
        return written;
    }
}
