package org.onego.bundle.schema;

import java.util.List;
import tools.jackson.databind.JsonNode;

/// A schema compiled once by [JsonSchemas], safe to share between threads.
public interface CompiledSchema {

    /// The schema as it was given.
    JsonNode source();

    /// Whether the value satisfies the schema.
    boolean accepts(JsonNode value);

    /// Every way in which the value fails; empty when it satisfies the schema.
    List<SchemaError> validate(JsonNode value);
}
