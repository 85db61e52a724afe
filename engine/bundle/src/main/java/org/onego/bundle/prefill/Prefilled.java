package org.onego.bundle.prefill;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.onego.bundle.element.CertificateType.Edit;
import org.onego.bundle.merge.QuestionId;
import tools.jackson.databind.JsonNode;

/// An answer taken from a certificate, with its provenance.
public record Prefilled(QuestionId question, JsonNode value, Provenance provenance) {

    /// Where an answer came from.
    public record Provenance(
            String certificateType,
            String identifier,
            Instant readAt,
            @Nullable LocalDate validUntil,
            Edit edit) {}
}
