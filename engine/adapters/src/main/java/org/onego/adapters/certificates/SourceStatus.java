package org.onego.adapters.certificates;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// How a source of certificates is doing since this server started: for who operates it.
///
/// @param service where it is
/// @param usedToday calls counted against the daily cap
/// @param dailyCap null: not counted
public record SourceStatus(
        String source,
        String style,
        String service,
        long usedToday,
        @Nullable Long dailyCap,
        List<OfType> types) {

    public SourceStatus {
        types = List.copyOf(types);
    }

    /// @param breaker `closed` (asked as usual), `open` (left alone for a while) or `half-open`
    ///   (tried again)
    /// @param failures reason → how often
    public record OfType(
            String type,
            String breaker,
            long calls,
            long found,
            Map<String, Long> failures,
            @Nullable Instant lastFailure) {
        public OfType {
            failures = Collections.unmodifiableMap(new TreeMap<>(failures));
        }
    }
}
