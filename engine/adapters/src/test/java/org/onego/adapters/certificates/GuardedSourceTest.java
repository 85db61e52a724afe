package org.onego.adapters.certificates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.onego.adapters.certificates.Asked.MOTHER;
import static org.onego.adapters.certificates.Asked.found;
import static org.onego.adapters.certificates.Asked.none;
import static org.onego.adapters.certificates.Asked.read;

import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.onego.adapters.certificates.SourceSettings.Limits;
import org.onego.adapters.certificates.SourceSettings.Style;
import org.onego.adapters.fixture.Simulated;
import org.onego.casefile.application.NoCertificate;
import org.onego.casefile.consent.CertificateSource.Reading;

/// What keeps a failing source from harming anybody, against the simulator over HTTP.
class GuardedSourceTest {

    private static final Duration LONG = Duration.ofMinutes(5);

    private static Simulated simulated;

    @BeforeAll
    static void start() {
        simulated = new Simulated();
    }

    @AfterAll
    static void stop() {
        simulated.close();
    }

    @AfterEach
    void recover() {
        simulated.recover();
    }

    private static CertificateSources sources(int retries, @Nullable Long cap, Duration rest) {
        return sources(Duration.ZERO, retries, cap, rest);
    }

    private static CertificateSources sources(
            Duration keep, int retries, @Nullable Long cap, Duration rest) {
        SourceSettings usual = simulated.source(Style.NATIONAL);
        return simulated.certificates(
                keep,
                simulated.source(
                        Style.NATIONAL,
                        "demo",
                        usual.typeCodes(),
                        new Limits(Duration.ofSeconds(5), retries, cap, rest)));
    }

    private static long calls() {
        return simulated
                .log()
                .valueStream()
                .filter(call -> call.path("call").asString("").startsWith("get"))
                .count();
    }

    @Test
    void whatFailsForAMomentIsTriedAgain() {
        CertificateSources sources = sources(2, null, LONG);
        simulated.fault("identity-card", "error", 0, 0.5);
        found(read(sources, "identity-card", MOTHER));
        found(read(sources, "identity-card", MOTHER));
        assertThat(calls()).as("the second one failed once").isEqualTo(3);
    }

    @Test
    void aRefusalIsNotTriedAgain() {
        simulated.fault("identity-card", "denied", 0);
        assertThat(none(read(sources(3, null, LONG), "identity-card", MOTHER)))
                .isEqualTo(NoCertificate.REFUSED);
        assertThat(calls()).isEqualTo(1);
    }

    @Test
    void whatKeepsFailingIsLeftAloneAndTheRestGoesOn() {
        CertificateSources sources = sources(0, null, LONG);
        simulated.fault("identity-card", "error", 0);
        for (int i = 0; i < 5; i++) {
            assertThat(none(read(sources, "identity-card", MOTHER)))
                    .isEqualTo(NoCertificate.UNAVAILABLE);
        }
        long made = calls();
        assertThat(none(read(sources, "identity-card", MOTHER))).isEqualTo(NoCertificate.RESTING);
        assertThat(calls()).as("nobody was asked").isEqualTo(made);
        found(read(sources, "marriage-certificate", MOTHER));
    }

    @Test
    void afterItsRestItIsAskedAgain() {
        CertificateSources sources = sources(0, null, Duration.ofMillis(200));
        simulated.fault("identity-card", "error", 0);
        for (int i = 0; i < 5; i++) {
            read(sources, "identity-card", MOTHER);
        }
        simulated.recover();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> read(sources, "identity-card", MOTHER) instanceof Reading.Found);
    }

    /// That somebody has no certificate is no failure.
    @Test
    void nothingToFindNeverMakesASourceRest() {
        CertificateSources sources = sources(0, null, LONG);
        for (int i = 0; i < 12; i++) {
            assertThat(none(read(sources, "identity-card", Asked.NOBODY)))
                    .isEqualTo(NoCertificate.NONE);
        }
    }

    @Test
    void theDailyCapIsKept() {
        CertificateSources sources = sources(0, 2L, LONG);
        found(read(sources, "identity-card", MOTHER));
        found(read(sources, "marriage-certificate", MOTHER));
        assertThat(none(read(sources, "delivery-record", MOTHER))).isEqualTo(NoCertificate.QUOTA);
        assertThat(calls()).isEqualTo(2);
        assertThat(sources.status().getFirst().usedToday()).isEqualTo(2);
        assertThat(none(read(sources(0, 2L, LONG), "identity-card", MOTHER)))
                .as("another server counts the same calls")
                .isEqualTo(NoCertificate.QUOTA);
    }

    @Test
    void aNewDayInChinaBeginsANewCount() {
        AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-20T15:59:00Z"));
        Map<String, Long> counts = new HashMap<>();
        Quota quota = new Quota("s", 1L, series -> counts.merge(series, 1L, Long::sum), now::get);
        assertThat(quota.take()).isTrue();
        assertThat(quota.take()).isFalse();
        assertThat(quota.take()).isFalse();
        assertThat(counts.values()).as("what is used up is not counted on").containsExactly(2L);
        now.set(Instant.parse("2026-11-20T16:00:00Z"));
        assertThat(quota.usedToday()).isZero();
        assertThat(quota.take()).isTrue();
    }

    @Test
    void anApplicationAsksOnceAndAnotherOneForItself() {
        CertificateSources sources = sources(Duration.ofMinutes(10), 0, null, LONG);
        found(readFor(sources, "one"));
        found(readFor(sources, "one"));
        assertThat(calls()).isEqualTo(1);
        found(readFor(sources, "two"));
        assertThat(calls()).isEqualTo(2);
    }

    @Test
    void aFailureIsNotKept() {
        CertificateSources sources = sources(Duration.ofMinutes(10), 0, null, LONG);
        simulated.fault("identity-card", "error", 0);
        assertThat(none(readFor(sources, "one"))).isEqualTo(NoCertificate.UNAVAILABLE);
        simulated.recover();
        found(readFor(sources, "one"));
    }

    private static Reading readFor(CertificateSources sources, String application) {
        return sources.read(
                Asked.type("identity-card"),
                MOTHER,
                Asked.why(application),
                Duration.ofSeconds(20));
    }

    /// Which source fails, how, and how often.
    @Test
    void theOperatorSeesWhatFails() {
        CertificateSources sources = sources(0, null, LONG);
        found(read(sources, "identity-card", MOTHER));
        simulated.fault("marriage-certificate", "garbage", 0);
        read(sources, "marriage-certificate", MOTHER);
        read(sources, "marriage-certificate", MOTHER);
        simulated.fault("marriage-certificate", "forged", 0);
        read(sources, "marriage-certificate", MOTHER);

        SourceStatus status = sources.status().getFirst();
        assertThat(status.source()).isEqualTo("national");
        Map<String, SourceStatus.OfType> types =
                status.types().stream()
                        .collect(Collectors.toMap(SourceStatus.OfType::type, each -> each));
        assertThat(types.get("identity-card"))
                .satisfies(type -> {
                    assertThat(type.found()).isEqualTo(1);
                    assertThat(type.failures()).isEmpty();
                    assertThat(type.breaker()).isEqualTo("closed");
                });
        assertThat(types.get("marriage-certificate"))
                .satisfies(type -> {
                    assertThat(type.calls()).isEqualTo(3);
                    assertThat(type.failures())
                            .containsExactly(Map.entry("forged", 1L), Map.entry("malformed", 2L));
                    assertThat(type.lastFailure()).isNotNull();
                });
        Timer malformed =
                simulated
                        .meters()
                        .get(Tally.LOOKUPS)
                        .tag("source", "national")
                        .tag("type", "marriage-certificate")
                        .tag("outcome", "malformed")
                        .timer();
        assertThat(malformed.count()).isGreaterThanOrEqualTo(2);
        assertThat(simulated.meters().getMeters().toString()).doesNotContain(MOTHER);
    }
}
