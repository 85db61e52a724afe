package org.onego.casefile.application;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Somebody else's leave to read their certificates for an application (授权), from being asked to
/// being withdrawn.
///
/// @param id nobody can guess it; the link that the person opens ends with it
/// @param decider the bundle's subject who decides: about its own certificates, and about those of
///   the child or company for which it can
/// @param deciderIdNo the one person who may decide; the link is of no use to anybody else
/// @param reads exactly what was listed when the question was asked
/// @param wording which version of the text was shown
/// @param expiresAt when it can't be answered any more; once granted, when nothing may be read any
///   more
/// @param decidedAt when it came to its state, or null
/// @param remindedAt when the person was last reminded, or null
public record Authorisation(
        String id,
        String decider,
        String deciderIdNo,
        State state,
        Channel channel,
        List<Consent.Read> reads,
        String wording,
        Instant askedAt,
        Instant expiresAt,
        @Nullable Instant decidedAt,
        @Nullable Instant remindedAt) {

    /// For opening the link and deciding.
    public static final Duration ANSWER_WITHIN = Duration.ofDays(3);

    /// For reading, once granted.
    public static final Duration VALID = Duration.ofDays(30);

    public Authorisation {
        reads = List.copyOf(reads);
    }

    public enum State {
        ASKED,
        GRANTED,
        REFUSED,
        /// Taken back by the person who had granted it.
        WITHDRAWN,
        /// Given up by the applicant.
        CANCELLED
    }

    /// Can still be answered.
    public boolean isOpen(Instant now) {
        return state == State.ASKED && now.isBefore(expiresAt);
    }

    /// Certificates may be read by it now.
    public boolean allows(Instant now) {
        return state == State.GRANTED && now.isBefore(expiresAt);
    }

    public boolean covers(String type, String holder) {
        return reads.stream()
                .anyMatch(read -> read.type().equals(type) && read.holder().equals(holder));
    }

    /// @param until when it ends by itself
    public Authorisation became(State next, Instant now, Instant until) {
        return new Authorisation(
                id,
                decider,
                deciderIdNo,
                next,
                channel,
                reads,
                wording,
                askedAt,
                until,
                now,
                remindedAt);
    }

    public Authorisation reminded(Instant now) {
        return new Authorisation(
                id,
                decider,
                deciderIdNo,
                state,
                channel,
                reads,
                wording,
                askedAt,
                expiresAt,
                decidedAt,
                now);
    }

    /// Nothing of the person: this may end up in a log.
    @Override
    public String toString() {
        return "Authorisation by " + decider + ", " + state;
    }
}
