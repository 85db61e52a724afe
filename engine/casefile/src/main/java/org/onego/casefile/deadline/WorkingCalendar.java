package org.onego.casefile.deadline;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.SequencedCollection;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.onego.casefile.deadline.CalendarYear.Day;

/// Which days are worked in China. 行政许可法 art. 82: time limits count working days, without statutory
/// holidays.
///
/// A year that was not announced yet falls back to what the law itself says: weekends and the
/// statutory days ([StatutoryDays]) are off, and no weekend is worked.
public final class WorkingCalendar {

    private static final WorkingCalendar SHIPPED =
            new WorkingCalendar(new TreeMap<>(Map.of(2026, ReadCalendar.shipped(2026))));

    private final SortedMap<Integer, CalendarYear> years;

    private WorkingCalendar(SortedMap<Integer, CalendarYear> years) {
        this.years = years;
    }

    /// With the years that come with the product.
    public static WorkingCalendar shipped() {
        return SHIPPED;
    }

    /// With these years too; they win over the ones that are here.
    public WorkingCalendar with(Collection<CalendarYear> more) {
        SortedMap<Integer, CalendarYear> all = new TreeMap<>(years);
        more.forEach(year -> all.put(year.year(), year));
        return new WorkingCalendar(all);
    }

    public SequencedCollection<CalendarYear> years() {
        return years.sequencedValues();
    }

    public boolean isAnnounced(int year) {
        return years.containsKey(year);
    }

    /// The years in this time that fall back to the statutory days.
    public Collection<Integer> missing(LocalDate from, LocalDate until) {
        return IntStream.rangeClosed(from.getYear(), until.getYear())
                .filter(year -> !isAnnounced(year))
                .boxed()
                .collect(TreeSet::new, TreeSet::add, TreeSet::addAll);
    }

    public boolean isWorkingDay(LocalDate day) {
        CalendarYear year = years.get(day.getYear());
        if (year == null) {
            return !isWeekend(day) && !StatutoryDays.isStatutory(day);
        }
        Day adjusted = year.days().get(day);
        return adjusted == null ? !isWeekend(day) : adjusted == Day.WORK;
    }

    /// The working day that is so many working days after a day; the day itself for 0.
    public LocalDate plus(LocalDate from, int workingDays) {
        if (workingDays < 0) {
            throw new IllegalArgumentException(
                    workingDays + " working days can't be added; count back with between");
        }
        LocalDate day = from;
        for (int left = workingDays; left > 0; ) {
            day = day.plusDays(1);
            if (isWorkingDay(day)) {
                left--;
            }
        }
        return day;
    }

    /// How many working days lie after the first and up to the second, negative the other way
    /// round.
    public int between(LocalDate after, LocalDate until) {
        if (until.isBefore(after)) {
            return -between(until, after);
        }
        return Math.toIntExact(
                after.plusDays(1).datesUntil(until.plusDays(1)).filter(this::isWorkingDay).count());
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
