package org.onego.server.calendar;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.onego.adapters.mongo.MongoCalendars;
import org.onego.adapters.mongo.MongoCalendars.LoadedYear;
import org.onego.casefile.deadline.CalendarYear;
import org.onego.casefile.deadline.Calendars;
import org.onego.casefile.deadline.ChinaDay;
import org.onego.casefile.deadline.ReadCalendar;
import org.onego.casefile.deadline.ReadCalendar.Read;
import org.onego.casefile.deadline.WorkingCalendar;

/// The years that come with the product, those in `calendars/<year>.csv` of the data folder, and
/// those that administrators have loaded, the later winning. Read again every few seconds, so that
/// a year loaded on one server is known to all of them without a restart.
public final class LoadedCalendars implements Calendars {

    private static final Duration FRESH = Duration.ofSeconds(5);

    /// Limits reach this far ahead, so a year that comes within it should have been loaded.
    private static final Duration AHEAD = Duration.ofDays(120);

    private static final Pattern FILE = Pattern.compile("(\\d{4})\\.csv");

    private final Path folder;
    private final MongoCalendars stored;
    private final InstantSource clock;
    private volatile @Nullable Known known;

    /// @param problems files that can't be read
    private record Known(WorkingCalendar calendar, List<String> problems, Instant at) {}

    public LoadedCalendars(Path data, MongoCalendars stored, InstantSource clock) {
        this.folder = data.resolve("calendars");
        this.stored = stored;
        this.clock = clock;
    }

    @Override
    public WorkingCalendar now() {
        return known().calendar();
    }

    /// What an operator should know: years that are not there yet, and files that can't be read.
    public List<String> warnings() {
        Known now = known();
        LocalDate today = ChinaDay.of(clock.instant());
        List<String> warnings = new ArrayList<>();
        for (int year : now.calendar().missing(today, today.plusDays(AHEAD.toDays()))) {
            warnings.add(
                    "the holidays of "
                            + year
                            + " are not loaded; limits that reach into it count the statutory days alone. Load them: PUT /api/admin/calendars/"
                            + year
                            + ", or put "
                            + folder.resolve(year + ".csv"));
        }
        warnings.addAll(now.problems());
        return warnings;
    }

    /// Keeps a year for all servers.
    void load(LoadedYear year) {
        stored.put(year);
        known = null;
    }

    private Known known() {
        Known last = known;
        if (last != null && last.at().plus(FRESH).isAfter(clock.instant())) {
            return last;
        }
        Known next = read();
        known = next;
        return next;
    }

    private Known read() {
        List<CalendarYear> years = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (Path file : files(problems)) {
            Matcher name = FILE.matcher(file.getFileName().toString());
            if (name.matches()) {
                take(Integer.parseInt(name.group(1)), text(file), file.toString(), years, problems);
            }
        }
        for (LoadedYear loaded : stored.all()) {
            take(loaded.year(), loaded.csv(), "calendar " + loaded.year(), years, problems);
        }
        return new Known(WorkingCalendar.shipped().with(years), problems, clock.instant());
    }

    private static void take(
            int year, String csv, String name, List<CalendarYear> years, List<String> problems) {
        switch (ReadCalendar.read(year, csv)) {
            case Read.Right(CalendarYear right) -> years.add(right);
            case Read.Wrong(String why) -> problems.add(name + " is left aside: " + why);
        }
    }

    private List<Path> files(List<String> problems) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException unreadable) {
            problems.add(folder + " can't be read: " + unreadable.getMessage());
            return List.of();
        }
    }

    /// What can't be read is no calendar, which is then said like any other mistake in it.
    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            return "";
        }
    }
}
