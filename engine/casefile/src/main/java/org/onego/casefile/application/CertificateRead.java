package org.onego.casefile.application;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One look-up of one certificate.
///
/// @param type id of the certificate type
/// @param holder the bundle's subject whose certificate it is
/// @param identifier 证照标识 of what was found, or null
/// @param at when the state was last seen to change
public record CertificateRead(
        String type, String holder, State state, @Nullable String identifier, Instant at) {

    public static CertificateRead pending(String type, String holder, Instant at) {
        return new CertificateRead(type, holder, State.PENDING, null, at);
    }

    public CertificateRead became(State next, Instant when) {
        return new CertificateRead(type, holder, next, identifier, when);
    }

    public boolean isOf(String otherType, String otherHolder) {
        return type.equals(otherType) && holder.equals(otherHolder);
    }

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
