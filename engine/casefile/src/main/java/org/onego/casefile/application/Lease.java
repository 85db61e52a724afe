package org.onego.casefile.application;

import java.time.Instant;

/// A case that a department's polling system has taken for a while. When the time is over without a
/// report, the case is there for whoever asks next.
///
/// @param worker what the system calls the one who took it
/// @param token shown with every report: whoever took the case later has another one
public record Lease(String worker, String token, Instant until) {

    public boolean isOver(Instant now) {
        return !until.isAfter(now);
    }
}
