package org.onego.casefile.consent;

import java.time.Duration;
import java.util.List;
import org.onego.bundle.element.CertificateType;
import org.onego.bundle.prefill.Certificate;
import org.onego.casefile.audit.AuditRecord;

/// Where certificates are read: the certificate sharing service (电子证照共享服务).
public interface CertificateSource {

    /// Reads the valid certificates of a type that a holder has.
    ///
    /// @param holderIdNo 公民身份号码, or 统一社会信用代码 of a company
    /// @param why the five elements that go with the call; recorded already
    /// @param patience after which the call is given up
    Reading read(CertificateType type, String holderIdNo, AuditRecord why, Duration patience);

    /// What came of a look-up.
    sealed interface Reading {

        /// @param certificates at least one; newest first
        record Found(List<Certificate> certificates) implements Reading {
            public Found {
                certificates = List.copyOf(certificates);
            }
        }

        record NotFound() implements Reading {}

        /// @param kind for people who operate the service
        /// @param why without personal data, fit for a log
        record Failed(Kind kind, String why) implements Reading {}
    }

    enum Kind {
        /// No answer in time.
        TIMEOUT,
        /// Not reachable, or not able to answer.
        UNAVAILABLE,
        /// The service refuses us: log-in, address or rights.
        REFUSED,
        /// An answer that is not what the interface says.
        MALFORMED,
        /// The type's code is neither in the package nor configured.
        NOT_CONFIGURED
    }
}
