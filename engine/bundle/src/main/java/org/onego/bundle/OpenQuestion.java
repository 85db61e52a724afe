package org.onego.bundle;

import org.jspecify.annotations.Nullable;
import org.onego.bundle.merge.Question;

/// A question that stays with the persona, and why.
///
/// @param certificate id of the certificate type that could answer it, where there is one
/// @param holder whose it would be, or null
public record OpenQuestion(
        Question question, Why why, @Nullable String certificate, @Nullable String holder) {

    /// Why no certificate answers it.
    public enum Why {
        /// No certificate type that the bundle may read says it.
        NO_SOURCE,
        /// One does, but it is another person's and that person hasn't agreed.
        NEEDS_AUTHORISATION,
        /// One does, but whose it is cannot be known from here.
        HOLDER_UNKNOWN,
        /// The persona has no such certificate.
        NOT_HELD,
        /// It expired, or is another's.
        REFUSED,
        /// It says nothing there.
        NOT_SAID,
        /// What it says is no answer to this question.
        NOT_ACCEPTED
    }
}
