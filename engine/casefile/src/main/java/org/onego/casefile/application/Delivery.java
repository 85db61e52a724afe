package org.onego.casefile.application;

import java.time.Duration;
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

    private static final Duration LONGEST = Duration.ofMinutes(10);

    /// To be made now. The case's id is the key: a department takes each case once.
    public static Delivery due(String key, Instant now) {
        return new Delivery(key, State.PENDING, 0, now, null);
    }

    public Delivery acknowledged() {
        return new Delivery(key, State.ACKNOWLEDGED, attempts + 1, null, null);
    }

    /// To be made again: after a second, then twice as long each time, up to ten minutes.
    public Delivery failed(String why, Instant now) {
        Duration wait = Duration.ofSeconds(1L << Math.min(attempts, 10));
        return new Delivery(
                key,
                State.PENDING,
                attempts + 1,
                now.plus(wait.compareTo(LONGEST) < 0 ? wait : LONGEST),
                why);
    }

    public boolean isDue(Instant now) {
        return nextAt != null && !nextAt.isAfter(now);
    }
}
