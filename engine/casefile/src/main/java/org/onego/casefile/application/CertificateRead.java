package org.onego.casefile.application;

import java.time.Instant;

/// One look-up of one certificate.
///
/// @param type id of the certificate type
/// @param holder the bundle's subject whose certificate it is
/// @param at when the state was last seen to change
public record CertificateRead(String type, String holder, State state, Instant at) {

    public enum State {
        /// Asked for, no answer yet.
        PENDING,
        /// It was there.
        FOUND,
        /// The source has none for this holder, or none that is valid.
        NOT_FOUND,
        /// The source did not answer, or not in time; the questions are simply asked.
        FAILED
    }
}
