package org.onego.casefile.application;

import java.time.Instant;
import java.util.List;

/// What the citizen agreed to, or refused.
///
/// @param reads exactly what was listed when the question was asked
public record Consent(boolean granted, Instant at, List<Read> reads) {
    public Consent {
        reads = List.copyOf(reads);
    }

    /// @param type id of the certificate type
    /// @param holder the bundle's subject whose certificate it is
    public record Read(String type, String holder) {}
}
