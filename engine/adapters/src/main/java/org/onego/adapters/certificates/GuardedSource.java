package org.onego.adapters.certificates;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.onego.bundle.element.CertificateType;
import org.onego.bundle.prefill.Certificate;
import org.onego.casefile.application.NoCertificate;
import org.onego.casefile.audit.AuditRecord;
import org.onego.casefile.consent.CertificateSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One source, guarded: its deadline and its daily cap are kept, what fails for the moment is tried
/// again while there is time, and a type that keeps failing is left alone for a while, so that
/// nobody waits for it and it can recover.
final class GuardedSource {

    private static final Logger log = LoggerFactory.getLogger(GuardedSource.class);

    /// Look-ups that are judged together.
    private static final int WINDOW = 20;

    private static final int LEAST = 5;
    private static final Duration FIRST_WAIT = Duration.ofMillis(100);

    private final SourceSettings settings;
    private final Connector connector;
    private final Quota quota;
    private final MeterRegistry meters;
    private final InstantSource clock;
    private final CircuitBreakerConfig breaking;
    private final Map<String, Guard> guards = new ConcurrentHashMap<>();

    /// What belongs to one certificate type: a national platform asks many departments, of which
    /// one may be out of order.
    private record Guard(CircuitBreaker breaker, Tally tally) {}

    GuardedSource(
            SourceSettings settings,
            Connector connector,
            ToLongFunction<String> counter,
            MeterRegistry meters,
            InstantSource clock) {
        this.settings = settings;
        this.connector = connector;
        this.quota = new Quota(settings.name(), settings.limits().dailyCap(), counter, clock);
        this.meters = meters;
        this.clock = clock;
        this.breaking =
                CircuitBreakerConfig.custom()
                        .slidingWindowType(SlidingWindowType.COUNT_BASED)
                        .slidingWindowSize(WINDOW)
                        .minimumNumberOfCalls(LEAST)
                        .failureRateThreshold(50)
                        .waitDurationInOpenState(settings.limits().rest())
                        .permittedNumberOfCallsInHalfOpenState(2)
                        .recordResult(
                                outcome -> outcome instanceof NoCertificate why && why.isFailure())
                        .build();
    }

    SourceSettings settings() {
        return settings;
    }

    CertificateSource.Reading read(
            CertificateType type, String holder, AuditRecord why, Duration patience) {
        String code = settings.code(type);
        if (code == null) {
            return new CertificateSource.Reading.Failed(
                    NoCertificate.NOT_CONFIGURED,
                    "its type code is not known; set onego.certificates.type-codes." + type.id());
        }
        return guarded(
                type,
                "data",
                patience,
                left -> connector.read(type, code, holder, why, left),
                GuardedSource::missing,
                CertificateSource.Reading.Failed::new);
    }

    CertificateSource.FileReading file(
            CertificateType type, Certificate certificate, AuditRecord why, Duration patience) {
        return guarded(
                type,
                "file",
                patience,
                left -> connector.file(type, certificate, why, left),
                GuardedSource::missing,
                CertificateSource.FileReading.Missing::new);
    }

    @FunctionalInterface
    private interface Failing<T> {
        T because(NoCertificate kind, String why);
    }

    /// @param call gets the time that is left for it
    /// @param missing why an answer brought nothing, or null
    private <T> T guarded(
            CertificateType type,
            String what,
            Duration patience,
            Function<Duration, T> call,
            Function<T, @Nullable NoCertificate> missing,
            Failing<T> failing) {
        Guard guard = guards.computeIfAbsent(type.id(), this::guard);
        Duration most = settings.limits().deadline();
        long started = System.nanoTime();
        long deadline = started + (patience.compareTo(most) < 0 ? patience : most).toNanos();
        T answer =
                retry(type, missing, deadline)
                        .executeSupplier(() -> once(guard, call, missing, failing, deadline));
        guard.tally()
                .count(what, missing.apply(answer), Duration.ofNanos(System.nanoTime() - started));
        return answer;
    }

    private <T> T once(
            Guard guard,
            Function<Duration, T> call,
            Function<T, @Nullable NoCertificate> missing,
            Failing<T> failing,
            long deadline) {
        if (!guard.breaker().tryAcquirePermission()) {
            return failing.because(
                    NoCertificate.RESTING, "it failed too often and is left alone for a while");
        }
        if (!quota.take()) {
            guard.breaker().releasePermission();
            return failing.because(
                    NoCertificate.QUOTA, "today's " + quota.cap() + " calls are used up");
        }
        long started = System.nanoTime();
        T answer = call.apply(Duration.ofNanos(Math.max(0, deadline - started)));
        NoCertificate why = missing.apply(answer);
        guard.breaker()
                .onResult(
                        System.nanoTime() - started,
                        TimeUnit.NANOSECONDS,
                        why == null ? "found" : why);
        return answer;
    }

    /// Only what may be better in a moment, and only while there is time for it.
    private <T> Retry retry(
            CertificateType type, Function<T, @Nullable NoCertificate> missing, long deadline) {
        RetryConfig config =
                RetryConfig.<T>custom()
                        .maxAttempts(settings.limits().retries() + 1)
                        .intervalFunction(
                                IntervalFunction.ofExponentialRandomBackoff(FIRST_WAIT, 2, 0.5))
                        .retryOnResult(answer ->
                                missing.apply(answer) == NoCertificate.UNAVAILABLE
                                        && System.nanoTime() + 2 * FIRST_WAIT.toNanos() < deadline)
                        .build();
        return Retry.of(settings.name() + "/" + type.id(), config);
    }

    private Guard guard(String type) {
        String name = settings.name() + "/" + type;
        CircuitBreaker breaker = CircuitBreaker.of(name, breaking);
        breaker.getEventPublisher()
                .onStateTransition(event ->
                        log.warn(
                                "Certificates {}: {}",
                                name,
                                switch (event.getStateTransition().getToState()) {
                                    case OPEN ->
                                            "fail too often; not asked for "
                                                    + settings.limits().rest().toSeconds()
                                                    + " s, the questions are asked by hand";
                                    case HALF_OPEN -> "tried again";
                                    default -> "asked as usual again";
                                }));
        return new Guard(breaker, new Tally(settings.name(), type, meters, clock));
    }

    SourceStatus status() {
        List<SourceStatus.OfType> types =
                guards.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(each ->
                                each.getValue()
                                        .tally()
                                        .status(
                                                each.getValue()
                                                        .breaker()
                                                        .getState()
                                                        .name()
                                                        .toLowerCase(Locale.ROOT)
                                                        .replace('_', '-')))
                        .toList();
        return new SourceStatus(
                settings.name(),
                settings.style().name().toLowerCase(Locale.ROOT),
                settings.access().service().toString(),
                quota.usedToday(),
                quota.cap(),
                types);
    }

    private static @Nullable NoCertificate missing(CertificateSource.Reading reading) {
        return switch (reading) {
            case CertificateSource.Reading.Found _ -> null;
            case CertificateSource.Reading.NotFound(NoCertificate why) -> why;
            case CertificateSource.Reading.Failed(NoCertificate kind, _) -> kind;
        };
    }

    private static @Nullable NoCertificate missing(CertificateSource.FileReading reading) {
        return switch (reading) {
            case CertificateSource.FileReading.Fetched _ -> null;
            case CertificateSource.FileReading.Missing(NoCertificate kind, _) -> kind;
        };
    }
}
