package org.onego.adapters.certificates;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.onego.casefile.application.NoCertificate;

/// How the look-ups of one type at one source went, here and in the figures
/// `onego.certificates.lookups`.
final class Tally {

    /// Timer with the tags `source`, `type`, `call` (`data`, `file`) and `outcome` (`found` or why
    /// not).
    static final String LOOKUPS = "onego.certificates.lookups";

    private final String source;
    private final String type;
    private final MeterRegistry meters;
    private final InstantSource clock;
    private final Map<NoCertificate, Long> failures = new EnumMap<>(NoCertificate.class);
    private long calls;
    private long found;
    private @Nullable Instant lastFailure;

    Tally(String source, String type, MeterRegistry meters, InstantSource clock) {
        this.source = source;
        this.type = type;
        this.meters = meters;
        this.clock = clock;
    }

    /// @param outcome null: it was found
    void count(String call, @Nullable NoCertificate outcome, Duration took) {
        Timer.builder(LOOKUPS)
                .description("Look-ups of certificates, by source, type and outcome")
                .tag("source", source)
                .tag("type", type)
                .tag("call", call)
                .tag("outcome", outcome == null ? "found" : name(outcome))
                .register(meters)
                .record(took);
        synchronized (this) {
            calls++;
            if (outcome == null) {
                found++;
            } else if (outcome.isFailure()) {
                failures.merge(outcome, 1L, Long::sum);
                lastFailure = clock.instant();
            }
        }
    }

    static String name(NoCertificate outcome) {
        return outcome.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    synchronized SourceStatus.OfType status(String breaker) {
        Map<String, Long> named = new java.util.TreeMap<>();
        failures.forEach((why, count) -> named.put(name(why), count));
        return new SourceStatus.OfType(type, breaker, calls, found, named, lastFailure);
    }
}
