package org.onego.casefile.application;

import java.time.Instant;
import java.util.List;

/// What the citizen agreed to, or refused, or agreed to and took back.
///
/// @param reads exactly what was listed when the question was asked
/// @param wording which version of the text was shown; see [#WORDING]
/// @param channel where it was asked
public record Consent(
        boolean granted, Instant at, List<Read> reads, String wording, Channel channel) {

    /// The version of the texts that ask for consent and for authorisation. A test holds the texts
    /// to it: who changes them counts it up, so that it can be told what somebody agreed to.
    public static final String WORDING = "1";

    public Consent {
        reads = List.copyOf(reads);
    }

    /// @param type id of the certificate type
    /// @param holder the bundle's subject whose certificate it is
    /// @param items the items for which it is read
    public record Read(String type, String holder, List<String> items) {
        public Read {
            items = List.copyOf(items);
        }
    }
}
