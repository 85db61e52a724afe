package org.onego.renderer.desk;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/// The headings that an item's UI schema puts above its fields.
final class UiGroups {

    private UiGroups() {}

    /// Field → label of the innermost group around it; fields outside every group are absent.
    static Map<JsonPointer, String> of(JsonNode ui) {
        Map<JsonPointer, String> groups = new HashMap<>();
        walk(ui, null, groups);
        return groups;
    }

    private static void walk(
            JsonNode element, @Nullable String group, Map<JsonPointer, String> groups) {
        String label = element.path("label").asString("");
        String within =
                element.path("type").asString("").equals("Group") && !label.isEmpty()
                        ? label
                        : group;
        String scope = element.path("scope").asString("");
        if (within != null && scope.startsWith("#/")) {
            groups.put(
                    JsonPointer.compile(scope.substring(1).replace("/properties/", "/")), within);
        }
        for (JsonNode part : element.path("elements")) {
            walk(part, within, groups);
        }
    }
}
