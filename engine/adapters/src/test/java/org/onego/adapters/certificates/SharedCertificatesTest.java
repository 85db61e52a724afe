package org.onego.adapters.certificates;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onego.adapters.fixture.Packages;
import org.onego.adapters.fixture.Simulated;
import org.onego.bundle.element.CertificateType;
import org.onego.bundle.prefill.Certificate;
import org.onego.casefile.application.NoCertificate;
import org.onego.casefile.audit.AuditRecord;
import org.onego.casefile.consent.CertificateSource.Reading;
import tools.jackson.databind.JsonNode;

class SharedCertificatesTest {

    private static final String MOTHER = "130602199503120027";
    private static final String NOBODY = "130602199001010010";

    private static Simulated simulated;
    private static SharedCertificates certificates;

    @BeforeAll
    static void start() {
        simulated = new Simulated();
        certificates = simulated.certificates();
    }

    @AfterAll
    static void stop() {
        simulated.close();
    }

    @AfterEach
    void recover() {
        simulated.recover();
    }

    @Test
    void readsACertificate() {
        Certificate marriage = found(read("marriage-certificate", MOTHER));
        assertThat(marriage.number()).isEqualTo("J130602-2023-000123");
        assertThat(marriage.identifier()).startsWith("1.2.156.3005.2.");
        assertThat(marriage.holderIdNo()).isEqualTo(MOTHER);
        assertThat(marriage.issued()).isEqualTo(LocalDate.of(2023, 5, 20));
        assertThat(marriage.expires()).isNull();
        assertThat(marriage.attributes().get("spouseName").stringValue()).isEqualTo("王浩");
    }

    @Test
    void readsARegister() {
        Certificate delivery = found(read("delivery-record", MOTHER));
        assertThat(delivery.number()).isEqualTo("FM2026100800031");
        assertThat(delivery.attributes().get("weight").intValue()).isEqualTo(3250);
    }

    @Test
    void saysWhoAsksForWhatAndWhy() {
        read("identity-card", MOTHER);
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
        assertThat(read("marriage-certificate", NOBODY)).isEqualTo(new Reading.NotFound());
        assertThat(read("delivery-record", NOBODY)).isEqualTo(new Reading.NotFound());
    }

    @Test
    void aCancelledCertificateIsNotFound() {
        simulated.fault("marriage-certificate", "revoked", 0);
        assertThat(read("marriage-certificate", MOTHER))
                .isEqualTo(new Reading.NotFound(NoCertificate.REVOKED));
    }

    @Test
    void logsInAgainWhenTheSessionHasEnded() {
        found(read("identity-card", MOTHER));
        simulated.endSessions();
        found(read("identity-card", MOTHER));
    }

    @ParameterizedTest
    @CsvSource({"error, UNAVAILABLE", "garbage, MALFORMED", "big, MALFORMED"})
    void aBrokenAnswerIsAFailureOfItsKind(String mode, NoCertificate kind) {
        simulated.fault("marriage-certificate", mode, 0);
        assertThat(read("marriage-certificate", MOTHER))
                .isInstanceOfSatisfying(
                        Reading.Failed.class, failed -> assertThat(failed.kind()).isEqualTo(kind));
    }

    @Test
    void anAnswerThatDoesNotComeIsGivenUp() {
        simulated.fault("marriage-certificate", "timeout", 0);
        long before = System.nanoTime();
        Reading reading =
                certificates.read(
                        type("marriage-certificate"), MOTHER, why(), Duration.ofMillis(400));
        assertThat(reading)
                .isEqualTo(new Reading.Failed(NoCertificate.TIMEOUT, "no answer in time"));
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(3));
    }

    @Test
    void aWrongPasswordIsSaidAsOne() {
        SharedCertificates refused = simulated.certificates("wrong", Map.of());
        assertThat(read(refused, "delivery-record"))
                .isInstanceOfSatisfying(
                        Reading.Failed.class,
                        failed -> {
                            assertThat(failed.kind()).isEqualTo(NoCertificate.REFUSED);
                            assertThat(failed.why()).contains("onego.certificates.user");
                        });
    }

    @Test
    void aTypeWithoutACodeMustBeConfigured() {
        SharedCertificates unconfigured = simulated.certificates("demo", Map.of());
        assertThat(read(unconfigured, "marriage-certificate"))
                .isInstanceOfSatisfying(
                        Reading.Failed.class,
                        failed -> {
                            assertThat(failed.kind()).isEqualTo(NoCertificate.NOT_CONFIGURED);
                            assertThat(failed.why())
                                    .contains("onego.certificates.type-codes.marriage-certificate");
                        });
    }

    private static Reading read(String type, String holder) {
        return certificates.read(type(type), holder, why(), Duration.ofSeconds(20));
    }

    private static Reading read(SharedCertificates from, String type) {
        return from.read(type(type), MOTHER, why(), Duration.ofSeconds(20));
    }

    private static CertificateType type(String id) {
        return Objects.requireNonNull(
                Packages.NEWBORN.compiled().dictionary().certificateTypes().get(id));
    }

    private static AuditRecord why() {
        return new AuditRecord(
                "id",
                Packages.CLOCK.instant(),
                "保定市卫生健康委员会",
                "李婷",
                "出生医学证明",
                "birth-certificate",
                "application",
                "application",
                "any",
                MOTHER,
                "新生儿出生一件事",
                AuditRecord.Basis.CONSENT,
                MOTHER,
                null);
    }

    private static Certificate found(Reading reading) {
        assertThat(reading).isInstanceOf(Reading.Found.class);
        return ((Reading.Found) reading).certificates().getFirst();
    }
}
