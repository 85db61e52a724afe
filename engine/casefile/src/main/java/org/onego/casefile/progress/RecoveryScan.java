package org.onego.casefile.progress;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.onego.casefile.application.ApplicationStore;
import org.onego.casefile.application.Journal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Finds what was appended and not followed (the process was killed, a database or a department was
/// away) and lets it be followed. Runs at the start and every few seconds, on every server: doing
/// it twice is harmless.
public final class RecoveryScan {

    private static final Logger log = LoggerFactory.getLogger(RecoveryScan.class);

    private static final int AT_ONCE = 200;

    private final ApplicationStore store;
    private final Journal journal;
    private final InstantSource clock;

    public RecoveryScan(ApplicationStore store, Journal journal, InstantSource clock) {
        this.store = store;
        this.journal = journal;
        this.clock = clock;
    }

    /// @param grace what is younger is left to the request that is at it; zero at the start
    /// @return how many applications were caught up with
    public int scan(Duration grace) {
        Instant now = clock.instant();
        // Commands are stored with the time they were given, so "older than now" includes all of
        // them.
        Instant stale = now.minus(grace).plusMillis(1);
        int done = 0;
        for (String id : store.unfinished(stale, now, AT_ONCE)) {
            try {
                journal.catchUp(id);
                done++;
            } catch (RuntimeException failure) {
                log.warn("Application {}: catching up failed; trying again later", id, failure);
            }
        }
        return done;
    }
}
