package org.onego.casefile.deadline;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.onego.casefile.application.Ledger.Alarm;
import org.onego.casefile.application.Pause;

/// How a case stands against its time limits on a day: what clerks and citizens are shown.
///
/// @param promised 承诺时限 in working days
/// @param legal 法定时限 in working days
/// @param used working days that the department has had
/// @param remaining working days left of the promised ones after today: 0 on the last day, negative
///   when it is overdue by so many
/// @param due the last day of the promised limit, as if a clock that stands still went on tomorrow;
///   null before acceptance
/// @param legalDue the same of the legal limit
/// @param acceptBy until when the department must accept, refuse or say once what is missing; null
///   once it has
/// @param paused why the clock stands still, or null
/// @param assumed a year in between is not announced yet: the days may still move
public record CaseClock(
        State state,
        Alarm alarm,
        int promised,
        int legal,
        int used,
        int remaining,
        @Nullable LocalDate due,
        @Nullable LocalDate legalDue,
        @Nullable LocalDate acceptBy,
        @Nullable Pause paused,
        boolean assumed) {

    /// What the clock does.
    public enum State {
        /// Not accepted yet.
        NOT_STARTED,
        RUNNING,
        PAUSED,
        /// Decided, or ended without.
        ENDED
    }

    public boolean isOverdue() {
        return alarm == Alarm.RED;
    }
}
