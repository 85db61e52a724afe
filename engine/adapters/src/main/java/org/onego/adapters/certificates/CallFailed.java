package org.onego.adapters.certificates;

import org.onego.casefile.application.NoCertificate;
import org.onego.casefile.consent.CertificateSource.FileReading;
import org.onego.casefile.consent.CertificateSource.Reading;

/// Leaves a call at whatever point it fails; never leaves a connector.
final class CallFailed extends Exception {

    private final NoCertificate kind;
    private final String why;

    /// @param why without personal data
    CallFailed(NoCertificate kind, String why) {
        super(why, null, false, false);
        this.kind = kind;
        this.why = why;
    }

    Reading reading() {
        return kind.isFailure() ? new Reading.Failed(kind, why) : new Reading.NotFound(kind);
    }

    FileReading file() {
        return new FileReading.Missing(kind, why);
    }
}
