package org.onego.bundle.prefill;

import org.jspecify.annotations.Nullable;
import org.onego.bundle.element.CertificateType;
import org.onego.bundle.element.CertificateType.Answer;
import org.onego.bundle.element.CertificateType.Attribute;
import org.onego.bundle.element.CertificateType.Identity;
import org.onego.bundle.item.RowSubject;
import org.onego.bundle.merge.QuestionId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What a certificate says in answer to one question: an attribute, or a member of an entry where
/// it lists several people or things.
///
/// @param declared what such a value must look like, or null where the type doesn't say
record Said(@Nullable JsonNode value, @Nullable ObjectNode declared) {

    static Said of(
            CertificateType type,
            Answer answer,
            Certificate certificate,
            QuestionId question,
            Identities identities) {
        Identity whom = type.about().get(answer.about());
        if (whom == null || whom.each() == null) {
            Attribute attribute = type.attributes().get(answer.attribute());
            return new Said(
                    certificate.attributes().get(answer.attribute()),
                    attribute == null ? null : attribute.schema());
        }
        Attribute list = type.attributes().get(whom.each());
        JsonNode declared =
                list == null
                        ? null
                        : list.schema().path("items").path("properties").get(answer.attribute());
        JsonNode entry =
                entry(certificate.attributes().path(whom.each()), whom, question, identities);
        return new Said(
                entry.get(answer.attribute()),
                declared instanceof ObjectNode schema ? schema : null);
    }

    /// The entry with the id number of the row, where that is known; otherwise the first entry for
    /// the first row, and so on.
    private static JsonNode entry(
            JsonNode list, Identity whom, QuestionId question, Identities identities) {
        String idNo = identities.idNo(question.subject()).orElse(null);
        if (idNo != null && whom.idNo() != null) {
            for (JsonNode entry : list) {
                if (Identities.isSame(entry.path(whom.idNo()).asString(""), idNo)) {
                    return entry;
                }
            }
            return list.path(-1);
        }
        return list.path(RowSubject.number(question.subject()) - 1);
    }
}
