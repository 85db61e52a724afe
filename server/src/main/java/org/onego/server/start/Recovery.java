package org.onego.server.start;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.onego.casefile.progress.RecoveryScan;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Catches up with what a crash left behind: once before the first request, then every few seconds.
@Component
class Recovery implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Recovery.class);
    private static final Duration EVERY = Duration.ofSeconds(5);

    private final RecoveryScan scan;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("recovery").factory());
    private volatile boolean running;

    Recovery(RecoveryScan scan) {
        this.scan = scan;
    }

    @Override
    public void start() {
        int caughtUp = scan.scan(Duration.ZERO);
        if (caughtUp > 0) {
            log.info(
                    "Caught up with {} applications that an earlier run left unfinished.",
                    caughtUp);
        }
        timer.scheduleWithFixedDelay(
                this::look, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
        running = true;
    }

    private void look() {
        try {
            scan.scan(EVERY);
        } catch (
                RuntimeException failure) { // the next look must come whatever happened in this one
            log.warn(
                    "Looking for unfinished applications failed; trying again in {} s",
                    EVERY.toSeconds(),
                    failure);
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

    /// Before the web server takes requests, and stopped after it.
    @Override
    public int getPhase() {
        return 0;
    }
}
