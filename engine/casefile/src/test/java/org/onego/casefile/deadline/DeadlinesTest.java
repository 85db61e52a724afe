package org.onego.casefile.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.onego.bundle.item.Deadline;
import org.onego.bundle.property.Choices;
import org.onego.bundle.property.Property;
import org.onego.casefile.application.Actor;
import org.onego.casefile.application.CaseRecord;
import org.onego.casefile.application.CaseRecord.Handler;
import org.onego.casefile.application.CaseState;
import org.onego.casefile.application.Ledger.Alarm;
import org.onego.casefile.application.Pause;
import org.onego.casefile.application.Pause.Kind;

class DeadlinesTest {

    private static final Actor CLERK = new Actor.Clerk("c1", "王", "health");
    private static final Deadline LIMITS = new Deadline(20, 10);

    /// Handed over on a Thursday.
    private static final CaseRecord CASE =
            CaseRecord.waiting("a", "item", "N1", "health", Handler.DESK, at("2026-09-17"))
                    .became(CaseState.HANDED_OVER, at("2026-09-17"), CLERK, null);

    private static Instant at(String day) {
        return LocalDate.parse(day).atTime(10, 0).atZone(ChinaDay.ZONE).toInstant();
    }

    private static Deadlines on(String today) {
        return new Deadlines(WorkingCalendar::shipped, () -> at(today));
    }

    private static CaseClock clock(CaseRecord record, String today) {
        return on(today).of(record, LIMITS);
    }

    @Test
    void theClockStartsOnTheWorkingDayAfterAcceptance() {
        CaseRecord accepted = CASE.became(CaseState.ACCEPTED, at("2026-09-18"), CLERK, null);
        // Sunday 20 September is worked, 25 to 27 September and 1 to 7 October are not.
        CaseClock sameDay = clock(accepted, "2026-09-18");
        assertThat(sameDay.remaining()).isEqualTo(10);
        assertThat(sameDay.due()).isEqualTo("2026-10-09");
        assertThat(sameDay.legalDue()).isEqualTo("2026-10-22");
        assertThat(sameDay.alarm()).isEqualTo(Alarm.GREEN);
        assertThat(clock(accepted, "2026-09-19").remaining()).isEqualTo(10);
        assertThat(clock(accepted, "2026-09-20").remaining()).isEqualTo(9);
    }

    /// The Saturday on which it turns red is worked.
    @Test
    void yellowIsTheLastFifthAndRedIsOverdue() {
        CaseRecord accepted = CASE.became(CaseState.ACCEPTED, at("2026-09-18"), CLERK, null);
        assertThat(clock(accepted, "2026-09-29").alarm()).isEqualTo(Alarm.GREEN);
        assertThat(clock(accepted, "2026-09-30"))
                .extracting(CaseClock::remaining, CaseClock::alarm)
                .containsExactly(2, Alarm.YELLOW);
        assertThat(clock(accepted, "2026-10-09"))
                .extracting(CaseClock::remaining, CaseClock::alarm)
                .containsExactly(0, Alarm.YELLOW);
        assertThat(clock(accepted, "2026-10-10"))
                .extracting(CaseClock::remaining, CaseClock::alarm, CaseClock::isOverdue)
                .containsExactly(-1, Alarm.RED, true);
    }

    @Test
    void aTimerIsSetToTheDayOfTheNextAlarm() {
        CaseRecord accepted = CASE.became(CaseState.ACCEPTED, at("2026-09-18"), CLERK, null);
        assertThat(on("2026-09-18").nextAlarm(accepted, LIMITS))
                .contains(Instant.parse("2026-09-29T16:00:00Z"));
        assertThat(on("2026-09-30").nextAlarm(accepted, LIMITS))
                .contains(Instant.parse("2026-10-09T16:00:00Z"));
        assertThat(on("2026-10-10").nextAlarm(accepted, LIMITS)).isEmpty();
        assertThat(on("2026-09-18").nextAlarm(CASE, LIMITS)).isEmpty();
    }

    @Test
    void beforeAcceptanceTheDepartmentHasFiveDays() {
        assertThat(clock(CASE, "2026-09-17"))
                .extracting(CaseClock::state, CaseClock::due, CaseClock::acceptBy)
                .containsExactly(CaseClock.State.NOT_STARTED, null, LocalDate.parse("2026-09-23"));
        assertThat(clock(CASE, "2026-09-24").alarm()).isEqualTo(Alarm.RED);
        CaseRecord asked = CASE.became(CaseState.CORRECTION, at("2026-09-18"), CLERK, "缺照片");
        assertThat(clock(asked, "2026-09-30"))
                .extracting(CaseClock::acceptBy, CaseClock::alarm)
                .containsExactly(null, Alarm.GREEN);
        assertThat(asked.ledger().paused()).isNotNull();
        CaseRecord brought = asked.became(CaseState.HANDED_OVER, at("2026-09-28"), CLERK, null);
        assertThat(brought.ledger().paused()).isNull();
    }

    @Test
    void aCorrectionStopsTheClockAndGoingOnStartsItTheDayAfter() {
        CaseRecord stopped =
                CASE.became(CaseState.ACCEPTED, at("2026-11-02"), CLERK, null)
                        .became(CaseState.SUPPLEMENT, at("2026-11-04"), CLERK, "照片不清楚");
        CaseClock paused = clock(stopped, "2026-11-10");
        assertThat(paused)
                .extracting(CaseClock::state, CaseClock::used, CaseClock::remaining)
                .containsExactly(CaseClock.State.PAUSED, 2, 8);
        assertThat(paused.paused())
                .extracting(Pause::kind, Pause::reason, Pause::by, Pause::from)
                .containsExactly(Kind.CORRECTION, "照片不清楚", CLERK, at("2026-11-04"));
        CaseRecord goesOn =
                stopped.became(CaseState.ACCEPTED, at("2026-11-10"), new Actor.Citizen(), null);
        assertThat(clock(goesOn, "2026-11-10").remaining()).isEqualTo(8);
        assertThat(clock(goesOn, "2026-11-11").remaining()).isEqualTo(7);
        assertThat(clock(goesOn, "2026-11-11").due()).isEqualTo("2026-11-20");
        assertThat(goesOn.ledger().acceptedAt()).isEqualTo(at("2026-11-02"));
        assertThat(goesOn.ledger().pauses())
                .singleElement()
                .extracting(Pause::to, Pause::endedBy)
                .containsExactly(at("2026-11-10"), new Actor.Citizen());
    }

    @Test
    void aDecisionEndsTheClock() {
        CaseRecord decided =
                CASE.became(CaseState.ACCEPTED, at("2026-11-02"), CLERK, null)
                        .became(CaseState.APPROVED, at("2026-11-05"), CLERK, null);
        assertThat(clock(decided, "2027-01-20"))
                .extracting(CaseClock::state, CaseClock::used, CaseClock::alarm)
                .containsExactly(CaseClock.State.ENDED, 3, Alarm.GREEN);
    }

    @Test
    void aLimitThatReachesIntoAYearNotAnnouncedSaysSo() {
        CaseRecord accepted = CASE.became(CaseState.ACCEPTED, at("2026-12-28"), CLERK, null);
        assertThat(clock(accepted, "2026-12-28"))
                .extracting(CaseClock::assumed, CaseClock::due)
                .containsExactly(true, LocalDate.parse("2027-01-12"));
    }

    @Test
    void anItemHandledAtOnceIsDueOnTheDayOfAcceptance() {
        CaseRecord accepted = CASE.became(CaseState.ACCEPTED, at("2026-11-02"), CLERK, null);
        CaseClock clock = on("2026-11-02").of(accepted, new Deadline(0, 0));
        assertThat(clock)
                .extracting(CaseClock::remaining, CaseClock::due, CaseClock::alarm)
                .containsExactly(0, LocalDate.parse("2026-11-02"), Alarm.YELLOW);
    }

    /// A case with pauses, and the same without its last one.
    record Story(CaseRecord without, CaseRecord with, LocalDate today, Deadline limits) {}

    @Test
    void aPauseNeverShortensAndTimeOnlyGoesOn() {
        Property.of("pauses", DeadlinesTest::story)
                .runs(500)
                .holds(story -> {
                    Deadlines deadlines = on(story.today.toString());
                    CaseClock with = deadlines.of(story.with, story.limits);
                    CaseClock without = deadlines.of(story.without, story.limits);
                    assertThat(with.due()).isAfterOrEqualTo(without.due());
                    assertThat(with.remaining()).isGreaterThanOrEqualTo(without.remaining());
                    assertThat(with.alarm()).isLessThanOrEqualTo(without.alarm());
                    assertThat(with.legalDue()).isAfterOrEqualTo(with.due());
                    assertThat(with.used() + with.remaining()).isEqualTo(story.limits.promised());
                    CaseClock tomorrow =
                            deadlines.of(story.with, story.limits, story.today.plusDays(1));
                    assertThat(tomorrow.remaining())
                            .isBetween(with.remaining() - 1, with.remaining());
                    assertThat(tomorrow.alarm()).isGreaterThanOrEqualTo(with.alarm());
                });
    }

    /// The next alarm is exactly the first day on which the colour is another.
    @Test
    void theNextAlarmIsTheFirstDayOfTheNextColour() {
        Property.of("next alarms", DeadlinesTest::story)
                .holds(story -> {
                    Deadlines deadlines = on(story.today.toString());
                    CaseClock now = deadlines.of(story.with, story.limits);
                    deadlines
                            .nextAlarm(story.with, story.limits)
                            .map(ChinaDay::of)
                            .ifPresent(day -> {
                                assertThat(day).isAfter(story.today);
                                assertThat(deadlines.of(story.with, story.limits, day).alarm())
                                        .isGreaterThan(now.alarm());
                                assertThat(
                                                deadlines
                                                        .of(
                                                                story.with,
                                                                story.limits,
                                                                day.minusDays(1))
                                                        .alarm())
                                        .isEqualTo(now.alarm());
                            });
                });
    }

    private static Story story(Choices choices) {
        LocalDate day = LocalDate.of(2026, 1, 5).plusDays(choices.between(0, 300));
        CaseRecord record = CASE.became(CaseState.ACCEPTED, noon(day), CLERK, null);
        List<CaseRecord> versions = new ArrayList<>(List.of(record));
        int pauses = choices.between(1, 4);
        for (int i = 0; i < pauses; i++) {
            day = day.plusDays(choices.between(0, 9));
            Kind kind = choices.pick(List.of(Kind.values()));
            Pause pause =
                    kind == Kind.CORRECTION
                            ? Pause.correction("why", CLERK, noon(day))
                            : Pause.special(
                                    kind,
                                    "why",
                                    new Pause.Special("专家评审", "局长", 10),
                                    CLERK,
                                    noon(day));
            record = record.withLedger(record.ledger().stopped(pause));
            boolean open = i == pauses - 1 && choices.chance(30);
            if (!open) {
                day = day.plusDays(choices.between(0, 20));
                record = record.withLedger(record.ledger().resumed(noon(day), CLERK, "done"));
            }
            versions.add(record);
        }
        int promised = choices.between(0, 20);
        return new Story(
                versions.get(versions.size() - 2),
                versions.getLast(),
                day.plusDays(choices.between(0, 40)),
                new Deadline(promised + choices.between(0, 30), promised));
    }

    private static Instant noon(LocalDate day) {
        return day.atTime(12, 0).atZone(ChinaDay.ZONE).toInstant();
    }
}
