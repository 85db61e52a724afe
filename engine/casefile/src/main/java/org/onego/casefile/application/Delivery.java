package org.onego.casefile.application;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How far a department's own system has been told of a case.
///
/// @param key the idempotency key: the same for every attempt
/// @param nextAt not before this time, or null when it has been acknowledged
/// @param failure why the last attempt failed, without personal data, or null
public record Delivery(
        String key, State state, int attempts, @Nullable Instant nextAt, @Nullable String failure) {

    public enum State {
        PENDING,
        ACKNOWLEDGED
    }
}
