package org.onego.adapters.certificates;

import java.util.Base64;
import org.onego.bundle.element.CertificateType;
import org.onego.casefile.application.NoCertificate;
import org.onego.casefile.consent.CertificateSource.FileReading;

/// A file that came as base64 inside an answer.
final class FileContent {

    private FileContent() {}

    static FileReading of(CertificateType type, String format, String base64) {
        try {
            byte[] bytes = Base64.getMimeDecoder().decode(base64);
            return bytes.length == 0
                    ? new FileReading.Missing(NoCertificate.NONE, "the source has no file of it")
                    : new FileReading.Fetched(type.title().zh() + "." + format, bytes);
        } catch (IllegalArgumentException _) {
            return new FileReading.Missing(NoCertificate.MALFORMED, "the file is not in base64");
        }
    }
}
