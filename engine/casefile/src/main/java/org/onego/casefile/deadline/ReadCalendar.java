package org.onego.casefile.deadline;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.onego.casefile.deadline.CalendarYear.Day;

/// Reads a year's calendar: lines `date,name,type,source` with the type `OFF` or `WORK`, under a
/// line that says so.
public final class ReadCalendar {

    private static final String HEADING = "date,name,type";

    private ReadCalendar() {}

    /// What came of reading.
    public sealed interface Read {

        record Right(CalendarYear year) implements Read {}

        /// @param why what is wrong, in which line, and what is expected
        record Wrong(String why) implements Read {}
    }

    public static Read read(int year, String csv) {
        List<String> lines = csv.replace("\uFEFF", "").lines().toList();
        if (lines.isEmpty() || !lines.getFirst().strip().startsWith(HEADING)) {
            return new Read.Wrong("line 1 must be 'date,name,type,source'");
        }
        Map<LocalDate, Day> days = new TreeMap<>();
        String source = "";
        for (int at = 1; at < lines.size(); at++) {
            if (lines.get(at).isBlank()) {
                continue;
            }
            String[] cells = lines.get(at).split(",", 4);
            if (cells.length < 3) {
                return wrong(at, "needs a date, a name and a type: 2027-10-01,国庆节,OFF");
            }
            LocalDate date;
            try {
                date = LocalDate.parse(cells[0].strip());
            } catch (DateTimeException garbled) {
                return wrong(at, "'" + cells[0] + "' is no date like 2027-10-01");
            }
            if (date.getYear() != year) {
                return wrong(at, date + " is not in " + year + "; load each year by itself");
            }
            Day day;
            switch (cells[2].strip()) {
                case "OFF" -> day = Day.OFF;
                case "WORK" -> day = Day.WORK;
                default -> {
                    return wrong(at, "'" + cells[2] + "' must be OFF or WORK");
                }
            }
            if (days.put(date, day) != null) {
                return wrong(at, date + " is there twice");
            }
            source = source.isEmpty() && cells.length == 4 ? cells[3].strip() : source;
        }
        // A year without holidays is a file that was cut off, not an announcement.
        return days.containsValue(Day.OFF)
                ? new Read.Right(new CalendarYear(year, source, days))
                : new Read.Wrong("no day of " + year + " is OFF; the file must list the holidays");
    }

    private static Read.Wrong wrong(int at, String why) {
        return new Read.Wrong("line " + (at + 1) + ": " + why);
    }

    /// A year that comes with the product.
    static CalendarYear shipped(int year) {
        try (InputStream in =
                Objects.requireNonNull(
                        ReadCalendar.class.getResourceAsStream(year + ".csv"),
                        () -> "the calendar of " + year + " is missing from the product")) {
            return switch (read(year, new String(in.readAllBytes(), StandardCharsets.UTF_8))) {
                case Read.Right(CalendarYear right) -> right;
                case Read.Wrong(String why) -> throw new IllegalStateException(year + ": " + why);
            };
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
