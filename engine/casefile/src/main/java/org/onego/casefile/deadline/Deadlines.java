package org.onego.casefile.deadline;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onego.bundle.item.Deadline;
import org.onego.bundle.pack.CompiledBundle;
import org.onego.casefile.application.Application;
import org.onego.casefile.application.CaseRecord;
import org.onego.casefile.application.Ledger;
import org.onego.casefile.application.Ledger.Alarm;
import org.onego.casefile.application.Pause;
import org.onego.casefile.deadline.CaseClock.State;

/// A case and its item's limits → how it stands today.
///
/// The clock runs from the working day after acceptance (the day of an event is not counted, as in
/// 民法典 art. 201). The day on which it stops is the department's, so it counts; the day on which it
/// goes on does not, like that of acceptance. Yellow is the last fifth of the promised limit, at
/// least its last day; red is overdue.
public final class Deadlines {

    /// 行政许可法 art. 32: to accept, refuse or say once what is missing.
    public static final int DAYS_TO_ACCEPT = 5;

    private static final int YELLOW_SHARE = 5;

    private final Calendars calendars;
    private final InstantSource clock;

    public Deadlines(Calendars calendars, InstantSource clock) {
        this.calendars = calendars;
        this.clock = clock;
    }

    public CaseClock of(CaseRecord record, Deadline limits) {
        return of(record, limits, ChinaDay.of(clock.instant()));
    }

    /// How it stands on a day.
    public CaseClock of(CaseRecord record, Deadline limits, LocalDate today) {
        WorkingCalendar calendar = calendars.now();
        Ledger ledger = record.ledger();
        Instant acceptedAt = ledger.acceptedAt();
        if (acceptedAt == null) {
            return notAccepted(record, limits, calendar, today);
        }
        Count count = new Count(calendar, ChinaDay.of(acceptedAt), ledger.pauses(), today);
        Instant decidedAt = ledger.decidedAt();
        LocalDate until = decidedAt == null ? today : ChinaDay.of(decidedAt);
        int used = count.until(until);
        int remaining = limits.promised() - used;
        Pause paused = ledger.paused();
        LocalDate due = count.day(limits.promised());
        LocalDate legalDue = count.day(limits.legal());
        return new CaseClock(
                decidedAt != null ? State.ENDED : paused != null ? State.PAUSED : State.RUNNING,
                alarm(limits.promised(), remaining),
                limits.promised(),
                limits.legal(),
                used,
                remaining,
                due,
                legalDue,
                null,
                paused,
                !calendar.missing(ChinaDay.of(acceptedAt), due).isEmpty());
    }

    /// When the next alarm is due if nothing happens before: what a timer is set to. Empty while
    /// the clock does not run, and when the case is red already.
    public Optional<Instant> nextAlarm(CaseRecord record, Deadline limits) {
        LocalDate today = ChinaDay.of(clock.instant());
        CaseClock now = of(record, limits, today);
        Instant acceptedAt = record.ledger().acceptedAt();
        if (now.state() != State.RUNNING || acceptedAt == null || now.alarm() == Alarm.RED) {
            return Optional.empty();
        }
        Count count =
                new Count(
                        calendars.now(), ChinaDay.of(acceptedAt), record.ledger().pauses(), today);
        int days =
                now.alarm() == Alarm.GREEN
                        ? limits.promised() - limits.promised() / YELLOW_SHARE
                        : limits.promised() + 1;
        return Optional.of(ChinaDay.startOf(count.day(days)));
    }

    /// How an application as a whole stands today.
    public WholeClock whole(Application application, CompiledBundle bundle) {
        return new ForecastEnd(this, calendars.now(), ChinaDay.of(clock.instant()))
                .of(application, bundle);
    }

    /// Working days as people speak of them: the day so many working days after another.
    public LocalDate after(Instant from, int workingDays) {
        return calendars.now().plus(ChinaDay.of(from), workingDays);
    }

    private static CaseClock notAccepted(
            CaseRecord record, Deadline limits, WorkingCalendar calendar, LocalDate today) {
        Instant handedOver = record.receivedAt();
        boolean ended = record.state().isEnded();
        Pause paused = record.ledger().paused();
        @Nullable LocalDate acceptBy =
                handedOver == null || ended || paused != null
                        ? null
                        : calendar.plus(ChinaDay.of(handedOver), DAYS_TO_ACCEPT);
        Alarm alarm =
                acceptBy == null
                        ? Alarm.GREEN
                        : alarm(DAYS_TO_ACCEPT, calendar.between(today, acceptBy));
        return new CaseClock(
                ended ? State.ENDED : State.NOT_STARTED,
                alarm,
                limits.promised(),
                limits.legal(),
                0,
                limits.promised(),
                null,
                null,
                acceptBy,
                paused,
                acceptBy != null && !calendar.missing(today, acceptBy).isEmpty());
    }

    private static Alarm alarm(int limit, int remaining) {
        if (remaining < 0) {
            return Alarm.RED;
        }
        return remaining <= limit / YELLOW_SHARE ? Alarm.YELLOW : Alarm.GREEN;
    }

    /// The days that count, from acceptance on.
    ///
    /// @param today how far a pause that is still open reaches
    private record Count(
            WorkingCalendar calendar, LocalDate acceptedOn, List<Pause> pauses, LocalDate today) {

        private boolean counts(LocalDate day) {
            return calendar.isWorkingDay(day)
                    && pauses.stream().noneMatch(each -> stops(each, day));
        }

        private boolean stops(Pause pause, LocalDate day) {
            LocalDate from = ChinaDay.of(pause.from());
            LocalDate to = pause.to() == null ? today : ChinaDay.of(pause.to());
            return day.isAfter(from) && !day.isAfter(to);
        }

        int until(LocalDate last) {
            int days = 0;
            for (LocalDate day = acceptedOn.plusDays(1);
                    !day.isAfter(last);
                    day = day.plusDays(1)) {
                days += counts(day) ? 1 : 0;
            }
            return days;
        }

        /// The day on which so many have gone by.
        LocalDate day(int number) {
            LocalDate day = acceptedOn;
            for (int left = number; left > 0; ) {
                day = day.plusDays(1);
                left -= counts(day) ? 1 : 0;
            }
            return day;
        }
    }
}
