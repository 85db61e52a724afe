package org.onego.bundle.schema.intersect;

import java.util.List;
import tools.jackson.databind.JsonNode;

/// What [SchemaIntersection] answers.
public sealed interface Intersection {

    /// A schema of 2020-12 that stands alone and accepts exactly what every input accepts.
    record Intersected(JsonNode schema, Verdict verdict) implements Intersection {}

    /// Some input could not be read as a schema.
    record NotIntersected(List<Problem> problems) implements Intersection {
        public NotIntersected {
            problems = List.copyOf(problems);
        }
    }
}
