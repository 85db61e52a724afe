package org.onego.casefile.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onego.bundle.property.Choices;
import org.onego.bundle.property.Property;
import org.onego.casefile.deadline.CalendarYear.Day;

class WorkingCalendarTest {

    private static final WorkingCalendar CALENDAR = WorkingCalendar.shipped();

    @ParameterizedTest
    @CsvSource({
        "2026-01-01, false, new year",
        "2026-01-04, true, a Sunday that is worked",
        "2026-02-14, true, a Saturday that is worked",
        "2026-02-16, false, spring festival",
        "2026-02-24, true, the first day after it",
        "2026-02-28, true, a Saturday that is worked",
        "2026-04-06, false, Qingming's Monday",
        "2026-05-09, true, a Saturday that is worked",
        "2026-09-20, true, a Sunday that is worked",
        "2026-10-07, false, national day",
        "2026-10-08, true, the day after",
        "2026-10-10, true, a Saturday that is worked",
        "2026-10-11, false, a Sunday",
        "2026-11-23, true, a Monday",
        // Not announced: the law's days and weekends.
        "2027-01-01, false, new year",
        "2027-01-04, true, a Monday",
        "2027-02-05, false, the eve of the spring festival",
        "2027-02-08, false, its third day",
        "2027-02-09, true, what follows",
        "2027-04-05, false, Qingming",
        "2027-05-03, true, the law gives two days in May",
        "2027-06-09, false, dragon boat festival",
        "2027-09-15, false, mid-autumn festival",
        "2027-10-01, false, national day",
        "2027-10-04, true, the law gives three days in October"
    })
    void knowsTheDaysThatAreWorked(LocalDate day, boolean worked, String why) {
        assertThat(CALENDAR.isWorkingDay(day)).as(why).isEqualTo(worked);
    }

    /// As the 2027 rows of the table of public sources, and those of other years.
    @ParameterizedTest
    @CsvSource({
        "2024, 2024-02-09, 2024-04-04, 2024-06-10, 2024-09-17",
        "2025, 2025-01-28, 2025-04-04, 2025-05-31, 2025-10-06",
        "2026, 2026-02-16, 2026-04-05, 2026-06-19, 2026-09-25",
        "2027, 2027-02-05, 2027-04-05, 2027-06-09, 2027-09-15",
        "2033, 2033-01-30, 2033-04-04, 2033-06-01, 2033-09-08"
    })
    void findsTheFestivalsOfTheLunarCalendar(
            int year,
            LocalDate eve,
            LocalDate qingming,
            LocalDate dragonBoat,
            LocalDate midAutumn) {
        assertThat(StatutoryDays.of(year))
                .hasSize(13)
                .contains(eve, eve.plusDays(3), qingming, dragonBoat, midAutumn)
                .contains(LocalDate.of(year, 5, 2), LocalDate.of(year, 10, 3))
                .doesNotContain(eve.minusDays(1), eve.plusDays(4));
    }

    @Test
    void aLoadedYearReplacesTheStatutoryDays() {
        LocalDate bridge = LocalDate.of(2027, 2, 9);
        LocalDate saturday = LocalDate.of(2027, 2, 20);
        assertThat(CALENDAR.missing(LocalDate.of(2026, 12, 1), bridge)).containsExactly(2027);
        WorkingCalendar loaded =
                CALENDAR.with(
                        List.of(
                                new CalendarYear(
                                        2027,
                                        "test",
                                        Map.of(bridge, Day.OFF, saturday, Day.WORK))));
        assertThat(loaded.missing(LocalDate.of(2026, 12, 1), bridge)).isEmpty();
        assertThat(loaded.isWorkingDay(bridge)).isFalse();
        assertThat(loaded.isWorkingDay(saturday)).isTrue();
        assertThat(CALENDAR.isWorkingDay(bridge)).isTrue();
    }

    @Test
    void addingIsMonotoneAndStepsEqualTheJump() {
        Property.of("adding working days", WorkingCalendarTest::span)
                .runs(500)
                .holds(span -> {
                    LocalDate jump = CALENDAR.plus(span.from, span.days);
                    LocalDate steps = span.from;
                    for (int i = 0; i < span.days; i++) {
                        LocalDate next = CALENDAR.plus(steps, 1);
                        assertThat(next).isAfter(steps);
                        assertThat(CALENDAR.isWorkingDay(next)).isTrue();
                        steps = next;
                    }
                    assertThat(steps).isEqualTo(jump);
                    // A later start never ends earlier.
                    assertThat(CALENDAR.plus(span.from.plusDays(1), span.days))
                            .isAfterOrEqualTo(jump);
                    // Counting is the inverse of adding, both ways round.
                    assertThat(CALENDAR.between(span.from, jump)).isEqualTo(span.days);
                    assertThat(CALENDAR.between(jump, span.from)).isEqualTo(-span.days);
                });
    }

    record Span(LocalDate from, int days) {}

    private static Span span(Choices choices) {
        return new Span(
                LocalDate.of(2025, 12, 1).plusDays(choices.between(0, 800)),
                choices.between(0, 90));
    }
}
