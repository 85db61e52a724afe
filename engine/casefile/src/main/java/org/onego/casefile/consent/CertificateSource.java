package org.onego.casefile.consent;

import java.time.Duration;
import java.util.List;
import org.onego.bundle.element.CertificateType;
import org.onego.bundle.prefill.Certificate;
import org.onego.casefile.application.NoCertificate;
import org.onego.casefile.audit.AuditRecord;

/// Where certificates are read: the certificate sharing services (电子证照共享服务).
public interface CertificateSource {

    /// Reads the valid certificates of a type that a holder has.
    ///
    /// @param holderIdNo 公民身份号码, or 统一社会信用代码 of a company
    /// @param why the five elements that go with the call; recorded already
    /// @param patience after which the call is given up; a source may have less
    Reading read(CertificateType type, String holderIdNo, AuditRecord why, Duration patience);

    /// Fetches the file of a certificate that was read, marked with its purpose (加注件).
    ///
    /// @param why recorded already, as for reading
    default FileReading file(
            CertificateType type, Certificate certificate, AuditRecord why, Duration patience) {
        return new FileReading.Missing(
                NoCertificate.NOT_CONFIGURED, "this source hands out no files");
    }

    /// How long all look-ups of one application may take together; what has not come then is asked.
    default Duration whole() {
        return Duration.ofSeconds(30);
    }

    /// What came of a look-up.
    sealed interface Reading {

        /// @param certificates at least one; newest first
        record Found(List<Certificate> certificates) implements Reading {
            public Found {
                certificates = List.copyOf(certificates);
            }
        }

        /// The source answered; there is nothing valid.
        record NotFound(NoCertificate why) implements Reading {
            public NotFound() {
                this(NoCertificate.NONE);
            }
        }

        /// @param kind for people who operate the service
        /// @param why without personal data, fit for a log
        record Failed(NoCertificate kind, String why) implements Reading {}
    }

    /// What came of fetching a file.
    sealed interface FileReading {

        /// @param bytes PDF, PNG, JPEG or OFD
        record Fetched(String name, byte[] bytes) implements FileReading {}

        /// @param why without personal data, fit for a log
        record Missing(NoCertificate kind, String why) implements FileReading {}
    }
}
