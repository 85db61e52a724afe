package org.onego.casefile.audit;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Something that concerns somebody's data and is no read of a certificate: an agreement, an
/// objection, an attempt at a forgery. Never a value.
///
/// @param id unique
/// @param by id number of the citizen, or account of the clerk, who did it
/// @param subject the bundle's subject whom it concerns, or null
/// @param types the certificate types that it concerns
/// @param questions the questions that it concerns
/// @param wording which version of the text was shown, or null where none was
public record AuditEvent(
        String id,
        Instant at,
        String applicationId,
        Kind kind,
        String by,
        @Nullable String subject,
        List<String> types,
        List<String> questions,
        @Nullable String wording) {

    public AuditEvent {
        types = List.copyOf(types);
        questions = List.copyOf(questions);
    }

    public enum Kind {
        CONSENT_GRANTED,
        CONSENT_REFUSED,
        CONSENT_WITHDRAWN,
        AUTHORISATION_ASKED,
        AUTHORISATION_GRANTED,
        AUTHORISATION_REFUSED,
        AUTHORISATION_WITHDRAWN,
        AUTHORISATION_CANCELLED,
        /// A certificate's code was scanned and taken.
        CODE_SCANNED,
        /// A client sent a value for what is not its to change.
        CHANGE_IGNORED,
        /// The citizen chose between certificates that disagree.
        SOURCE_CHOSEN,
        /// The citizen says that a certificate is wrong.
        DISPUTED,
        DISPUTE_TAKEN_BACK,
        DISPUTE_DECIDED
    }

    /// Nothing of the person: this may end up in a log.
    @Override
    public String toString() {
        return "AuditEvent " + id + " " + kind + " of " + applicationId;
    }
}
