package org.onego.casefile.application;

import java.time.Instant;
import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// One look-up of one certificate.
///
/// @param type id of the certificate type
/// @param holder the bundle's subject whose certificate it is
/// @param identifier 证照标识 of what was found, or null
/// @param at when the state was last seen to change
/// @param reason why there is nothing to use; null while pending and when it was found
/// @param file the certificate itself, where it replaces a material and could be fetched
public record CertificateRead(
        String type,
        String holder,
        State state,
        @Nullable String identifier,
        Instant at,
        @Nullable NoCertificate reason,
        @Nullable StoredFile file) {

    public static CertificateRead pending(String type, String holder, Instant at) {
        return new CertificateRead(type, holder, State.PENDING, null, at, null, null);
    }

    public static CertificateRead found(String type, String holder, String identifier, Instant at) {
        return new CertificateRead(type, holder, State.FOUND, identifier, at, null, null);
    }

    /// Nothing that can be used.
    public static CertificateRead without(
            String type, String holder, NoCertificate reason, Instant at) {
        State state = reason.isFailure() ? State.FAILED : State.NOT_FOUND;
        return new CertificateRead(type, holder, state, null, at, reason, null);
    }

    public CertificateRead with(StoredFile fetched) {
        return new CertificateRead(type, holder, state, identifier, at, reason, fetched);
    }

    /// Ids of the files of these.
    static Set<String> files(Collection<CertificateRead> reads) {
        return reads.stream()
                .map(CertificateRead::file)
                .filter(Objects::nonNull)
                .map(StoredFile::id)
                .collect(Collectors.toUnmodifiableSet());
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
        /// The source did not answer properly, or not in time; the questions are simply asked.
        FAILED
    }
}
