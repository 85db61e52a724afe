package org.onego.casefile.result;

import java.util.List;
import org.onego.bundle.element.Text;
import org.onego.bundle.item.Field;
import org.onego.bundle.item.Item;
import org.onego.casefile.application.BundleVersion;
import org.onego.casefile.application.Cosign;
import tools.jackson.databind.JsonNode;

/// What somebody who is asked for an opinion sees: the question, and of the case exactly what was
/// shared with it (law 8).
///
/// @param caseNumber 办件编号 of the case
public record OpinionView(
        String caseId,
        String caseNumber,
        BundleVersion bundle,
        Item item,
        Text bundleTitle,
        Cosign cosign,
        List<Shared> shared) {
    public OpinionView {
        shared = List.copyOf(shared);
    }

    public record Shared(Field field, JsonNode value) {}
}
