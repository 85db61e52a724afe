package org.onego.adapters.certificates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onego.adapters.certificates.Asked.MOTHER;
import static org.onego.adapters.certificates.Asked.NOBODY;
import static org.onego.adapters.certificates.Asked.found;
import static org.onego.adapters.certificates.Asked.none;
import static org.onego.adapters.certificates.Asked.read;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.onego.adapters.certificates.SourceSettings.Style;
import org.onego.adapters.fixture.Simulated;
import org.onego.bundle.prefill.Certificate;
import org.onego.casefile.application.NoCertificate;
import org.onego.casefile.consent.CertificateSource.Reading;
import tools.jackson.databind.JsonNode;

/// What holds for every style, against the simulator over HTTP.
@ParameterizedClass
@EnumSource(Style.class)
class BothStylesTest {

    private static Simulated simulated;

    private final Style style;
    private CertificateSources certificates;

    BothStylesTest(Style style) {
        this.style = style;
        this.certificates = simulated.certificates(simulated.source(style));
    }

    @BeforeAll
    static void start() {
        simulated = new Simulated();
    }

    @AfterAll
    static void stop() {
        simulated.close();
    }

    @BeforeEach
    void fresh() {
        certificates = simulated.certificates(simulated.source(style));
    }

    @AfterEach
    void recover() {
        simulated.recover();
    }

    @Test
    void readsACertificate() {
        Certificate marriage = found(read(certificates, "marriage-certificate", MOTHER));
        assertThat(marriage.number()).isEqualTo("J130602-2023-000123");
        assertThat(marriage.identifier()).startsWith("1.2.156.3005.2.");
        assertThat(marriage.holderIdNo()).isEqualTo(MOTHER);
        assertThat(marriage.issued()).isEqualTo(LocalDate.of(2023, 5, 20));
        assertThat(marriage.expires()).isNull();
        assertThat(marriage.attributes().get("spouseName").stringValue()).isEqualTo("王浩");
        assertThat(marriage.attributes().propertyNames())
                .as("what the type declares and nothing else")
                .isSubsetOf(Asked.type("marriage-certificate").attributes().keySet());
    }

    @Test
    void readsARegister() {
        Certificate delivery = found(read(certificates, "delivery-record", MOTHER));
        assertThat(delivery.number()).isEqualTo("FM2026100800031");
        assertThat(delivery.attributes().get("weight").intValue()).isEqualTo(3250);
    }

    @Test
    void saysWhoAsksForWhatAndWhy() {
        read(certificates, "identity-card", MOTHER);
        JsonNode call = simulated.log().get(simulated.log().size() - 1);
        assertThat(call.path("orgName").stringValue()).isEqualTo("保定市卫生健康委员会");
        assertThat(call.path("username").stringValue()).isEqualTo("李婷");
        assertThat(call.path("itemName").stringValue()).isEqualTo("出生医学证明");
        assertThat(call.path("itemCode").stringValue()).isEqualTo("birth-certificate");
        assertThat(call.path("businessCode").stringValue()).isEqualTo("application");
        assertThat(call.path("useFor").stringValue()).isEqualTo("新生儿出生一件事");
    }

    @Test
    void whatIsNotThereIsNotFound() {
        assertThat(read(certificates, "marriage-certificate", NOBODY))
                .isEqualTo(new Reading.NotFound());
        assertThat(read(certificates, "delivery-record", NOBODY)).isEqualTo(new Reading.NotFound());
    }

    /// Bad input from a source is a reason, and a sentence that is fit for a log.
    @ParameterizedTest
    @CsvSource({
        "error, UNAVAILABLE",
        "garbage, MALFORMED",
        "big, TOO_LARGE",
        "forged, FORGED",
        "denied, REFUSED",
        "unknown, NOT_CONFIGURED",
        "revoked, REVOKED",
        "expired, EXPIRED"
    })
    void aWrongAnswerIsAReason(String mode, NoCertificate reason) {
        simulated.fault("marriage-certificate", mode, 0);
        Reading reading = read(certificates, "marriage-certificate", MOTHER);
        assertThat(none(reading)).isEqualTo(reason);
        assertThat(reading.toString()).doesNotContain(MOTHER).doesNotContain("李婷");
    }

    @Test
    void anAnswerThatDoesNotComeIsGivenUpAtTheDeadlineOfTheSource() {
        simulated.fault("marriage-certificate", "timeout", 0);
        CertificateSources hurried =
                simulated.certificates(
                        simulated.source(
                                style,
                                "demo",
                                simulated.source(style).typeCodes(),
                                new SourceSettings.Limits(
                                        Duration.ofMillis(400), 3, null, Duration.ofSeconds(30))));
        long before = System.nanoTime();
        assertThat(read(hurried, "marriage-certificate", MOTHER))
                .isEqualTo(new Reading.Failed(NoCertificate.TIMEOUT, "no answer in time"));
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(3));
    }

    @Test
    void aWrongPasswordIsSaidAsOne() {
        CertificateSources refused =
                simulated.certificates(
                        simulated.source(
                                style,
                                "wrong",
                                simulated.source(style).typeCodes(),
                                SourceSettings.Limits.USUAL));
        assertThat(read(refused, "delivery-record", MOTHER))
                .isInstanceOfSatisfying(
                        Reading.Failed.class,
                        failed -> {
                            assertThat(failed.kind()).isEqualTo(NoCertificate.REFUSED);
                            assertThat(failed.why()).contains("of the source");
                        });
    }

    @Test
    void aTypeWithoutACodeMustBeConfigured() {
        CertificateSources unconfigured =
                simulated.certificates(
                        simulated.source(style, "demo", Map.of(), SourceSettings.Limits.USUAL));
        assertThat(read(unconfigured, "marriage-certificate", MOTHER))
                .isInstanceOfSatisfying(
                        Reading.Failed.class,
                        failed -> {
                            assertThat(failed.kind()).isEqualTo(NoCertificate.NOT_CONFIGURED);
                            assertThat(failed.why())
                                    .contains("onego.certificates.type-codes.marriage-certificate");
                        });
    }

    @Test
    void whatTheServiceNoLongerAnswersTodayIsRefused() {
        simulated.cap(1L);
        found(read(certificates, "identity-card", MOTHER));
        assertThat(none(read(certificates, "marriage-certificate", MOTHER)))
                .isEqualTo(NoCertificate.REFUSED);
    }

    @Test
    void severalAtOnceDoNotDisturbOneAnother() throws Exception {
        List<String> types = List.of("identity-card", "marriage-certificate", "delivery-record");
        try (var threads = java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor()) {
            var readings =
                    threads.invokeAll(
                            java.util.Collections.nCopies(10, types).stream()
                                    .flatMap(List::stream)
                                    .<java.util.concurrent.Callable<Reading>>map(
                                            type -> () -> read(certificates, type, MOTHER))
                                    .toList());
            for (var reading : readings) {
                assertThat(found(reading.get()).holderIdNo()).isEqualTo(MOTHER);
            }
        }
    }
}
