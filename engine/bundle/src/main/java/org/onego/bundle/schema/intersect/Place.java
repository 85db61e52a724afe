package org.onego.bundle.schema.intersect;

import tools.jackson.databind.JsonNode;

/// A schema inside an input.
///
/// @param input which input, counted from 0
/// @param pointer where in it
/// @param node the schema itself
/// @param base the URI against which its references are resolved
/// @param dialect how its keywords are read
record Place(int input, String pointer, JsonNode node, String base, Dialect dialect) {

    /// A schema one keyword further in.
    Place child(String keyword, JsonNode child) {
        return new Place(input, pointer + Json.step(keyword), child, base, dialect);
    }

    Place child(String keyword, String name, JsonNode child) {
        return new Place(
                input, pointer + Json.step(keyword) + Json.step(name), child, base, dialect);
    }
}
