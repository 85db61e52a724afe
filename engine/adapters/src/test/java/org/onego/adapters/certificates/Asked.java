package org.onego.adapters.certificates;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.onego.adapters.fixture.Packages;
import org.onego.bundle.element.CertificateType;
import org.onego.bundle.prefill.Certificate;
import org.onego.casefile.application.NoCertificate;
import org.onego.casefile.audit.AuditRecord;
import org.onego.casefile.consent.CertificateSource;
import org.onego.casefile.consent.CertificateSource.FileReading;
import org.onego.casefile.consent.CertificateSource.Reading;

/// How the tests of this room ask a source.
final class Asked {

    static final String MOTHER = "130602199503120027";
    static final String NOBODY = "130602199001010010";

    private Asked() {}

    static Reading read(CertificateSource from, String type, String holder) {
        return from.read(type(type), holder, why("application"), Duration.ofSeconds(20));
    }

    static FileReading file(CertificateSource from, String type) {
        return from.file(
                type(type),
                found(read(from, type, MOTHER)),
                why("application"),
                Duration.ofSeconds(20));
    }

    static CertificateType type(String id) {
        return Objects.requireNonNull(
                Packages.NEWBORN.compiled().dictionary().certificateTypes().get(id));
    }

    static AuditRecord why(String application) {
        return new AuditRecord(
                "id",
                Packages.CLOCK.instant(),
                "保定市卫生健康委员会",
                "李婷",
                "出生医学证明",
                "birth-certificate",
                application,
                application,
                "any",
                MOTHER,
                "新生儿出生一件事",
                AuditRecord.Basis.CONSENT,
                MOTHER,
                null);
    }

    static Certificate found(Reading reading) {
        if (reading instanceof Reading.Found found) {
            return found.certificates().getFirst();
        }
        throw new AssertionError("not found: " + reading);
    }

    /// Why there is nothing, or null.
    static @Nullable NoCertificate none(Reading reading) {
        return switch (reading) {
            case Reading.Found _ -> null;
            case Reading.NotFound(NoCertificate why) -> why;
            case Reading.Failed(NoCertificate kind, _) -> kind;
        };
    }
}
