package org.onego.casefile.application;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The clock of a case, as far as it must be remembered; what follows from it on a day is
/// `deadline`'s.
///
/// @param acceptedAt the limit runs from the day after, or null before it is accepted
/// @param pauses when it stood still; at most one is open
/// @param decidedAt when it ended, or null
/// @param alarm what the department was last warned of
public record Ledger(
        @Nullable Instant acceptedAt,
        List<Pause> pauses,
        @Nullable Instant decidedAt,
        Alarm alarm) {

    public Ledger {
        pauses = List.copyOf(pauses);
    }

    /// How urgent a case is, in growing order. Each has a word beside its colour.
    public enum Alarm {
        GREEN,
        YELLOW,
        RED
    }

    public static Ledger empty() {
        return new Ledger(null, List.of(), null, Alarm.GREEN);
    }

    /// The pause in which the clock stands still now, or null.
    public @Nullable Pause paused() {
        return pauses.stream().filter(Pause::isOpen).findFirst().orElse(null);
    }

    /// What a case's next state does to its clock: a correction stops it, acceptance starts it, and
    /// a decision ends it.
    Ledger became(CaseState next, Instant at, Actor by, @Nullable String reason) {
        return switch (next) {
            case CORRECTION, SUPPLEMENT ->
                    stopped(Pause.correction(reason == null ? "" : reason, by, at));
            case ACCEPTED ->
                    acceptedAt == null ? corrected(at, by).accepted(at) : corrected(at, by);
            case HANDED_OVER, REVIEWED -> corrected(at, by);
            case APPROVED, REJECTED, NOT_ACCEPTED, WITHDRAWN, CANCELLED, PASSED_BY ->
                    decidedAt == null ? decided(at, by) : this;
            case WAITING, DELIVERED -> this;
        };
    }

    /// A special procedure goes on whatever the citizen brings.
    private Ledger corrected(Instant at, Actor by) {
        Pause open = paused();
        return open != null && open.kind() == Pause.Kind.CORRECTION ? resumed(at, by, null) : this;
    }

    /// @param at from the day after the clock runs; a case whose applicant was not told in time
    ///   what is missing counts as accepted when it was handed over (行政许可法 art. 32)
    public Ledger accepted(Instant at) {
        return new Ledger(at, pauses, decidedAt, Alarm.GREEN);
    }

    /// Stops the clock; where it stands still already, nothing changes.
    public Ledger stopped(Pause pause) {
        if (paused() != null) {
            return this;
        }
        List<Pause> all = new ArrayList<>(pauses);
        all.add(pause);
        return new Ledger(acceptedAt, all, decidedAt, alarm);
    }

    /// Lets the clock go on; where it runs already, nothing changes.
    public Ledger resumed(Instant at, Actor by, @Nullable String outcome) {
        List<Pause> all =
                pauses.stream()
                        .map(pause -> pause.isOpen() ? pause.ended(at, by, outcome) : pause)
                        .toList();
        return new Ledger(acceptedAt, all, decidedAt, alarm);
    }

    public Ledger warned(Alarm of) {
        return new Ledger(acceptedAt, pauses, decidedAt, of);
    }

    private Ledger decided(Instant at, Actor by) {
        Ledger running = resumed(at, by, null);
        return new Ledger(acceptedAt, running.pauses, at, alarm);
    }
}
