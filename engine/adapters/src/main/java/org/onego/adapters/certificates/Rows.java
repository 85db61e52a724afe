package org.onego.adapters.certificates;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onego.bundle.element.CertificateType;
import org.onego.bundle.prefill.Certificate;
import org.onego.casefile.application.NoCertificate;
import org.onego.casefile.consent.CertificateSource.Reading;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What sources answer, as certificates: rows named after GB/T 36903, records of registers, and the
/// faces of certificates (照面信息).
final class Rows {

    /// What the service calls a certificate that counts; cancelled and expired ones don't.
    private static final String VALID = "正常";

    private static final String EXPIRED = "已过期";

    private Rows() {}

    @FunctionalInterface
    interface Reader {

        /// Empty when the row is not what the interface says.
        Optional<Certificate> read(JsonNode row);
    }

    /// The valid ones, newest first; a failure when a row cannot be read.
    static Reading read(JsonNode rows, Reader reader) {
        List<Certificate> certificates = new ArrayList<>();
        NoCertificate none = NoCertificate.NONE;
        for (JsonNode row : rows) {
            String status = text(row, "certificateStatus", "recordStatus", "cert_status");
            if (status == null || status.equals(VALID)) {
                Optional<Certificate> certificate = reader.read(row);
                if (certificate.isEmpty()) {
                    return new Reading.Failed(
                            NoCertificate.MALFORMED,
                            "a certificate lacks its number, holder, date or contents");
                }
                certificates.add(certificate.get());
            } else {
                none = status.equals(EXPIRED) ? NoCertificate.EXPIRED : NoCertificate.REVOKED;
            }
        }
        certificates.sort(Comparator.comparing(Certificate::issued).reversed());
        return certificates.isEmpty()
                ? new Reading.NotFound(none)
                : new Reading.Found(certificates);
    }

    static Optional<Certificate> certificate(
            CertificateType type, JsonNode row, SourceSettings source, Instant readAt) {
        return build(
                type,
                text(row, "certificateIdentifier"),
                text(row, "certificateNumber"),
                text(row, "certificateHolderCode"),
                text(row, "certificateIssuedDate"),
                text(row, "certificateExpiringDate"),
                row.get("extendInfo"),
                source,
                readAt);
    }

    /// A register's record has no identifier of GB/T 36904; its own number takes that place.
    static Optional<Certificate> record(
            CertificateType type, JsonNode row, SourceSettings source, Instant readAt) {
        return build(
                type,
                text(row, "recordNumber"),
                text(row, "recordNumber"),
                text(row, "holderCode"),
                text(row, "registeredDate"),
                null,
                row.get("extendInfo"),
                source,
                readAt);
    }

    /// All in one object: who and until when, and what the certificate says.
    static Optional<Certificate> face(
            CertificateType type, JsonNode row, SourceSettings source, Instant readAt) {
        return build(
                type,
                text(row, "cert_identifier"),
                text(row, "certno"),
                text(row, "holder_code"),
                text(row, "issue_date"),
                text(row, "expire_date"),
                row,
                source,
                readAt);
    }

    private static Optional<Certificate> build(
            CertificateType type,
            @Nullable String identifier,
            @Nullable String number,
            @Nullable String holder,
            @Nullable String issued,
            @Nullable String expires,
            @Nullable JsonNode attributes,
            SourceSettings source,
            Instant readAt) {
        LocalDate from = date(issued);
        LocalDate until = date(expires);
        if (identifier == null
                || number == null
                || holder == null
                || from == null
                || (expires != null && until == null)
                || !(attributes instanceof ObjectNode known)) {
            return Optional.empty();
        }
        return Optional.of(
                new Certificate(
                        type.id(),
                        identifier,
                        number,
                        holder,
                        from,
                        until,
                        own(type, known, source),
                        readAt));
    }

    /// What the type declares and nothing else, by the type's own names: what nobody asked for is
    /// not kept.
    private static ObjectNode own(CertificateType type, ObjectNode theirs, SourceSettings source) {
        ObjectNode ours = theirs.objectNode();
        for (String attribute : type.attributes().keySet()) {
            JsonNode said = theirs.get(source.field(type.id(), attribute));
            if (said != null) {
                ours.set(attribute, said);
            }
        }
        return ours;
    }

    /// `YYYY-MM-DD` or `YYYYMMDD`; both are in use.
    private static @Nullable LocalDate date(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            return text.length() == 8
                    ? LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE)
                    : LocalDate.parse(text);
        } catch (DateTimeException _) {
            return null;
        }
    }

    private static @Nullable String text(JsonNode row, String... names) {
        for (String name : names) {
            JsonNode value = row.get(name);
            if (value != null && value.isString() && !value.stringValue().isBlank()) {
                return value.stringValue().strip();
            }
        }
        return null;
    }
}
