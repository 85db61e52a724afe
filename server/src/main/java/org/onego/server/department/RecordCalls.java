package org.onego.server.department;

import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.onego.casefile.application.Ids;
import org.onego.casefile.audit.CallLog;
import org.onego.casefile.audit.CallRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes down the calls that changed nothing.
final class RecordCalls {

    private static final Logger log = LoggerFactory.getLogger(RecordCalls.class);
    private static final int LONGEST = 200;

    private final CallLog calls;
    private final Ids ids = Ids.random();
    private final InstantSource clock;

    RecordCalls(CallLog calls, InstantSource clock) {
        this.calls = calls;
        this.clock = clock;
    }

    /// @param department as which it came, or null where that is not proven
    void record(
            @Nullable String department,
            String connection,
            String call,
            String reason,
            String detail) {
        log.warn("{} by '{}' changed nothing: {} ({})", cut(call), cut(connection), reason, detail);
        calls.append(
                new CallRecord(
                        ids.next(),
                        clock.instant(),
                        department,
                        cut(connection),
                        cut(call),
                        reason,
                        cut(detail)));
    }

    /// Whoever is refused chooses these texts: they must neither fill the store nor break a line.
    private static String cut(String text) {
        String line = text.replaceAll("\\p{Cntrl}", " ");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "…";
    }
}
