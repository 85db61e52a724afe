package org.onego.casefile.application;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onego.bundle.merge.QuestionId;
import tools.jackson.databind.JsonNode;

/// What a correction of one item changed in answers that another item shares.
///
/// @param item whose correction it was
/// @param materials codes of the materials that were replaced
public record Difference(Instant at, String item, List<Changed> changes, List<String> materials) {
    public Difference {
        changes = List.copyOf(changes);
        materials = List.copyOf(materials);
    }

    /// @param before null when it had no answer
    /// @param after null when it has none any more
    public record Changed(
            QuestionId question, @Nullable JsonNode before, @Nullable JsonNode after) {}
}
