package org.onego.examples.data;

import java.util.List;
import tools.jackson.databind.JsonNode;

/// An element of the data dictionary, as far as a department needs it to fill it in.
///
/// @param codes the codes that it may have; empty when it is not coded
public record ElementDefinition(String id, String title, JsonNode schema, List<String> codes) {
    public ElementDefinition {
        codes = List.copyOf(codes);
    }
}
