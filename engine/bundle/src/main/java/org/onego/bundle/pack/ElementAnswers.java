package org.onego.bundle.pack;

import java.util.LinkedHashMap;
import java.util.Map;
import org.onego.bundle.element.ElementId;
import org.onego.bundle.schema.CompiledSchema;
import tools.jackson.databind.JsonNode;

/// Reads answers that a package brings along, and checks that each is what its element wants.
final class ElementAnswers {

    private ElementAnswers() {}

    /// Reads element → value about one subject.
    static Map<ElementId, JsonNode> read(Spot spot, Shared shared, Findings findings) {
        Map<ElementId, JsonNode> answers = new LinkedHashMap<>();
        spot.entries()
                .forEach((id, value) ->
                        shared.element(value, id, findings)
                                .ifPresent(element -> {
                                    check(value, element.id(), shared, findings);
                                    answers.put(element.id(), value.node());
                                }));
        return answers;
    }

    private static void check(Spot value, ElementId id, Shared shared, Findings findings) {
        CompiledSchema schema = shared.values().get(id);
        if (schema != null) {
            SchemaFindings.accept(schema, value, "the element " + id, findings);
        }
    }
}
