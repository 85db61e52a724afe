package org.onego.server.start;

import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.onego.casefile.correction.WatchCorrections;
import org.onego.casefile.deadline.ChinaDay;
import org.onego.casefile.deadline.WorkingCalendar;
import org.onego.casefile.progress.WatchDeadlines;
import org.onego.server.calendar.LoadedCalendars;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Looks at the limits of all open cases once on each day, and whenever a calendar was loaded.
@Component
class DeadlineWatch implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(DeadlineWatch.class);
    private static final Duration EVERY = Duration.ofMinutes(1);

    private final WatchDeadlines watch;
    private final WatchCorrections corrections;
    private final LoadedCalendars calendars;
    private final InstantSource clock;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("deadlines").factory());
    private @Nullable Seen seen;
    private volatile boolean running;

    private record Seen(LocalDate day, java.util.List<Object> years) {}

    DeadlineWatch(
            WatchDeadlines watch,
            WatchCorrections corrections,
            LoadedCalendars calendars,
            InstantSource clock) {
        this.watch = watch;
        this.corrections = corrections;
        this.calendars = calendars;
        this.clock = clock;
    }

    @Override
    public void start() {
        timer.scheduleWithFixedDelay(this::look, 0, EVERY.toSeconds(), TimeUnit.SECONDS);
        running = true;
    }

    private void look() {
        try {
            WorkingCalendar calendar = calendars.now();
            Seen now =
                    new Seen(ChinaDay.of(clock.instant()), java.util.List.copyOf(calendar.years()));
            if (!now.equals(seen)) {
                int corrected = corrections.scan();
                int warned = watch.scan();
                seen = now;
                log.info(
                        "Looked at the limits of all open cases on {}: {} new warnings, {} corrections moved.",
                        now.day(),
                        warned,
                        corrected);
            }
        } catch (
                RuntimeException failure) { // the next look must come whatever happened in this one
            log.warn("Looking at limits failed; trying again in {} s", EVERY.toSeconds(), failure);
        }
    }

    @Override
    public void stop() {
        timer.shutdown();
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
