package org.onego.casefile.provenance;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onego.bundle.element.Text;
import org.onego.bundle.merge.Question;
import org.onego.bundle.merge.QuestionId;
import org.onego.casefile.application.Dispute;
import tools.jackson.databind.JsonNode;

/// Where an answer in an item's document came from, as its department is told.
///
/// @param asked the same with how it is asked, for showing values
/// @param pointer where it stands in the document
/// @param certificateType id of the certificate type
/// @param identifier 证照标识
/// @param readAt when the source said it
/// @param validUntil the certificate's last day, or null where it has none
/// @param locked whether the citizen could not change it
/// @param others what other certificates say instead; empty where they agree
/// @param dispute what the citizen says is wrong with it, or null; the document then holds what the
///   citizen states, until the issuer says that the certificate is right
public record AnswerOrigin(
        QuestionId question,
        Question asked,
        String pointer,
        String certificateType,
        Text certificate,
        String identifier,
        Instant readAt,
        @Nullable LocalDate validUntil,
        boolean locked,
        List<Other> others,
        @Nullable Dispute dispute) {

    public AnswerOrigin {
        others = List.copyOf(others);
    }

    /// What another certificate says.
    public record Other(
            String certificateType, Text certificate, String identifier, JsonNode value) {}
}
