package org.onego.bundle.merge;

import tools.jackson.databind.JsonNode;

/// A schema that stands alone, without labels.
///
/// @param text how it is written: two are the same when their texts are
record PlainSchema(String text, JsonNode schema) {

    static PlainSchema of(JsonNode schema) {
        return new PlainSchema(schema.toString(), schema);
    }
}
