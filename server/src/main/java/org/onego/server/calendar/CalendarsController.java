package org.onego.server.calendar;

import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.onego.adapters.mongo.MongoCalendars.LoadedYear;
import org.onego.casefile.deadline.CalendarYear;
import org.onego.casefile.deadline.ReadCalendar;
import org.onego.casefile.deadline.ReadCalendar.Read;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// The calendar of working days: what is loaded, and loading a year while the product runs.
@RestController
@SecurityRequirement(name = "account")
@Tag(name = "calendar")
class CalendarsController {

    private static final Logger log = LoggerFactory.getLogger(CalendarsController.class);

    private final LoadedCalendars calendars;
    private final InstantSource clock;

    CalendarsController(LoadedCalendars calendars, InstantSource clock) {
        this.calendars = calendars;
        this.clock = clock;
    }

    record YearLine(int year, String source, int daysOff, int weekendDaysWorked) {}

    record CalendarsAnswer(List<YearLine> years, List<String> warnings) {}

    @GetMapping("/api/admin/calendars")
    CalendarsAnswer all() {
        return new CalendarsAnswer(
                calendars.now().years().stream().map(CalendarsController::line).toList(),
                calendars.warnings());
    }

    @GetMapping(value = "/api/admin/calendars/{year}", produces = "text/csv;charset=UTF-8")
    ResponseEntity<String> one(@PathVariable int year) {
        return calendars.now().years().stream()
                .filter(each -> each.year() == year)
                .findFirst()
                .map(each -> ResponseEntity.ok(csv(each)))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    /// Lines `date,name,type,source`; a year that is there is replaced.
    @PutMapping(value = "/api/admin/calendars/{year}", consumes = "text/csv")
    ResponseEntity<Object> load(
            @PathVariable int year, @RequestBody String csv, Principal administrator) {
        return switch (ReadCalendar.read(year, csv)) {
            case Read.Wrong(String why) ->
                    ResponseEntity.unprocessableContent()
                            .body(
                                    ProblemDetail.forStatusAndDetail(
                                            HttpStatus.UNPROCESSABLE_CONTENT, why));
            case Read.Right(CalendarYear right) -> {
                calendars.load(new LoadedYear(year, csv, administrator.getName(), clock.instant()));
                log.info("{} loaded the calendar of {}", administrator.getName(), year);
                yield ResponseEntity.ok(line(right));
            }
        };
    }

    private static YearLine line(CalendarYear year) {
        long off = year.days().values().stream().filter(day -> day == CalendarYear.Day.OFF).count();
        return new YearLine(year.year(), year.source(), (int) off, year.days().size() - (int) off);
    }

    private static String csv(CalendarYear year) {
        return year.days().entrySet().stream()
                .map(day -> "%s,,%s,".formatted(day.getKey(), day.getValue()))
                .collect(
                        Collectors.joining(
                                "\n", "date,name,type,source\n", String.format(Locale.ROOT, "%n")));
    }
}
