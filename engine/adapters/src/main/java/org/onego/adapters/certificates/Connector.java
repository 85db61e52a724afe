package org.onego.adapters.certificates;

import java.time.Duration;
import org.onego.bundle.element.CertificateType;
import org.onego.bundle.prefill.Certificate;
import org.onego.casefile.audit.AuditRecord;
import org.onego.casefile.consent.CertificateSource.FileReading;
import org.onego.casefile.consent.CertificateSource.Reading;

/// Speaks the language of a source: one attempt, no retry.
interface Connector {

    /// @param code the type's code there
    Reading read(
            CertificateType type, String code, String holder, AuditRecord why, Duration patience);

    FileReading file(
            CertificateType type, Certificate certificate, AuditRecord why, Duration patience);
}
