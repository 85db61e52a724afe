package org.onego.casefile.application;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A message that the application's document owes somebody: written in the same version as what it
/// is about, sent afterwards until the host has taken it, always under the same key.
///
/// @param seq counts from 1 within the application
/// @param to whom it is for
/// @param item the item that it is about, or null when it is about the whole
/// @param nextAt not before this time, or null when the host has taken it
/// @param failure why the last attempt failed, without personal data, or null
public record Message(
        int seq,
        Kind kind,
        To to,
        @Nullable String item,
        Instant at,
        int attempts,
        @Nullable Instant nextAt,
        @Nullable String failure) {

    private static final Duration LONGEST = Duration.ofMinutes(10);

    /// What it is about.
    public enum Kind {
        SUBMITTED,
        ACCEPTED,
        NOT_ACCEPTED,
        CORRECTION,
        CORRECTION_REMINDER,
        APPROVED,
        REJECTED,
        DELIVERED,
        WITHDRAWN,
        CANCELLED,
        PASSED_BY,
        /// The limit is near.
        NEARLY_OVERDUE,
        OVERDUE,
        /// Another item's correction changed what this one was decided on.
        CHANGED,
        COSIGN_ASKED,
        COSIGN_ANSWERED
    }

    /// Whom a message is for.
    public sealed interface To {

        /// The application's owner.
        record Citizen() implements To {}

        /// @param clerk the account, or null for everybody of the department
        record Staff(String department, @Nullable String clerk) implements To {}
    }

    static Message due(int seq, Kind kind, To to, @Nullable String item, Instant at) {
        return new Message(seq, kind, to, item, at, 0, at, null);
    }

    public boolean isPending() {
        return nextAt != null;
    }

    public boolean isDue(Instant now) {
        return nextAt != null && !nextAt.isAfter(now);
    }

    public Message taken() {
        return new Message(seq, kind, to, item, at, attempts + 1, null, null);
    }

    /// To be sent again: after a second, then twice as long each time, up to ten minutes.
    public Message failed(String why, Instant now) {
        Duration wait = Duration.ofSeconds(1L << Math.min(attempts, 10));
        return new Message(
                seq,
                kind,
                to,
                item,
                at,
                attempts + 1,
                now.plus(wait.compareTo(LONGEST) < 0 ? wait : LONGEST),
                why);
    }
}
