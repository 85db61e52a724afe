package org.onego.bundle.schema;

import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/// One way in which a value fails a schema.
///
/// @param at where in the instance; for a missing property, the object that lacks it
/// @param property the property that is missing or not allowed, or the empty string
/// @param keyword the keyword that failed, e.g. `minLength`
/// @param expected the keyword's value in the schema, e.g. `2`
public record SchemaError(JsonPointer at, String property, String keyword, JsonNode expected) {}
