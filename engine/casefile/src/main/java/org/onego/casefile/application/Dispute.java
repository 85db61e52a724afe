package org.onego.casefile.application;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.onego.bundle.prefill.Prefilled;
import tools.jackson.databind.JsonNode;

/// A citizen says that a certificate is wrong (纠错): what it says, what is right, and what the
/// issuer made of it.
///
/// @param printed what the certificate says, with its provenance
/// @param stated what the citizen says is right
/// @param note in the citizen's words, or null
/// @param answer the issuer's words, or null
/// @param decidedAt when the issuer answered, or null
public record Dispute(
        Prefilled printed,
        JsonNode stated,
        @Nullable String note,
        Instant at,
        State state,
        @Nullable String answer,
        @Nullable Instant decidedAt) {

    /// Characters of a note.
    public static final int NOTE = 200;

    public enum State {
        /// The issuer has not answered.
        OPEN,
        /// The issuer has corrected the certificate.
        CORRECTED,
        /// The issuer says that the certificate is right.
        UPHELD
    }

    public boolean isOpen() {
        return state == State.OPEN;
    }

    public Dispute decided(State how, @Nullable String words, Instant now) {
        return new Dispute(printed, stated, note, at, how, words, now);
    }

    /// Personal data stay out of logs.
    @Override
    public String toString() {
        return "Dispute about " + printed.question() + ", " + state;
    }
}
