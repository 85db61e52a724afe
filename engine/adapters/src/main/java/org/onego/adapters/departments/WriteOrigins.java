package org.onego.adapters.departments;

import java.util.List;
import org.onego.casefile.application.Dispute;
import org.onego.casefile.provenance.AnswerOrigin;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Where answers came from, as departments read it beside the document.
///
/// ```json
/// [{"pointer": "/mother/name", "certificateType": "identity-card", "certificate": "居民身份证",
///   "identifier": "…", "readAt": "2026-11-24T02:00:00Z", "validUntil": "2040-03-12", "locked": true,
///   "others": [{"certificateType", "certificate", "identifier", "value"}],
///   "disputed": {"printed", "stated", "note", "state": "OPEN", "answer"}}]
/// ```
///
/// `others` and `disputed` are there only where certificates disagree, or the citizen says that one
/// is wrong.
final class WriteOrigins {

    private WriteOrigins() {}

    static ArrayNode write(List<AnswerOrigin> origins) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        for (AnswerOrigin origin : origins) {
            ObjectNode one =
                    all.addObject()
                            .put("pointer", origin.pointer())
                            .put("certificateType", origin.certificateType())
                            .put("certificate", origin.certificate().zh())
                            .put("identifier", origin.identifier())
                            .put("readAt", origin.readAt().toString());
            if (origin.validUntil() != null) {
                one.put("validUntil", origin.validUntil().toString());
            }
            one.put("locked", origin.locked());
            if (!origin.others().isEmpty()) {
                ArrayNode others = one.putArray("others");
                origin.others()
                        .forEach(other ->
                                others.addObject()
                                        .put("certificateType", other.certificateType())
                                        .put("certificate", other.certificate().zh())
                                        .put("identifier", other.identifier())
                                        .set("value", other.value()));
            }
            if (origin.dispute() != null) {
                one.set("disputed", disputed(origin.dispute()));
            }
        }
        return all;
    }

    private static ObjectNode disputed(Dispute dispute) {
        ObjectNode disputed = JsonNodeFactory.instance.objectNode();
        disputed.set("printed", dispute.printed().value());
        disputed.set("stated", dispute.stated());
        return disputed.put("note", dispute.note())
                .put("state", dispute.state().name())
                .put("answer", dispute.answer());
    }
}
