package org.onego.examples.certificates;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/// Who is logged in to the sharing service: a session lasts thirty minutes after its login.
final class Sessions {

    static final Duration VALID = Duration.ofMinutes(30);

    private final ConcurrentHashMap<String, Instant> until = new ConcurrentHashMap<>();
    private final Clock clock;

    Sessions(Clock clock) {
        this.clock = clock;
    }

    String open() {
        Instant now = clock.instant();
        until.values().removeIf(end -> end.isBefore(now));
        String session = UUID.randomUUID().toString().replace("-", "");
        until.put(session, now.plus(VALID));
        return session;
    }

    boolean isOpen(String session) {
        Instant end = until.get(session);
        return end != null && clock.instant().isBefore(end);
    }

    /// Ends every session, as a restart of the real service does.
    void closeAll() {
        until.clear();
    }
}
