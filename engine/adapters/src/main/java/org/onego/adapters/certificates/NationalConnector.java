package org.onego.adapters.certificates;

import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.onego.bundle.element.CertificateType;
import org.onego.bundle.prefill.Certificate;
import org.onego.casefile.application.NoCertificate;
import org.onego.casefile.audit.AuditRecord;
import org.onego.casefile.consent.CertificateSource.FileReading;
import org.onego.casefile.consent.CertificateSource.Reading;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The national style (国办证照): `getCertificateDataByHolder` and `getCertificateFileByCertificateID`,
/// `getRegisterData` for registers, each with the five elements (五要素).
final class NationalConnector implements Connector {

    private final SourceSettings settings;
    private final Session calls;
    private final InstantSource clock;

    NationalConnector(SourceSettings settings, PostJson http, InstantSource clock) {
        this.settings = settings;
        this.calls = new Session(settings, http);
        this.clock = clock;
    }

    @Override
    public Reading read(
            CertificateType type, String code, String holder, AuditRecord why, Duration patience) {
        boolean register = type.kind() == CertificateType.Kind.REGISTER;
        ObjectNode asked = asked(why);
        if (register) {
            asked.put("RegisterType", code).put("HolderCode", holder);
        } else {
            asked.put("CertificateType", code)
                    .put("CertificateHolderCode", holder)
                    .put("CertificateNumber", "");
        }
        try {
            JsonNode rows =
                    rows(
                            register ? "getRegisterData" : "getCertificateDataByHolder",
                            asked,
                            PostJson.DATA,
                            type,
                            PostJson.deadline(patience));
            return Rows.read(
                    rows,
                    row ->
                            register
                                    ? Rows.record(type, row, settings, clock.instant())
                                    : Rows.certificate(type, row, settings, clock.instant()));
        } catch (CallFailed failed) {
            return failed.reading();
        }
    }

    @Override
    public FileReading file(
            CertificateType type, Certificate certificate, AuditRecord why, Duration patience) {
        ObjectNode asked =
                asked(why)
                        .put("CertificateID", certificate.identifier())
                        .put("fileFormat", settings.fileFormat());
        try {
            JsonNode rows =
                    rows(
                            "getCertificateFileByCertificateID",
                            asked,
                            PostJson.FILE,
                            type,
                            PostJson.deadline(patience));
            @Nullable JsonNode first = rows.get(0);
            return first == null
                    ? new FileReading.Missing(NoCertificate.NONE, "the source has no file of it")
                    : FileContent.of(
                            type,
                            first.path("fileFormat").asString("pdf"),
                            first.path("content").asString(""));
        } catch (CallFailed failed) {
            return failed.file();
        }
    }

    private JsonNode rows(
            String call, ObjectNode asked, long limit, CertificateType type, long deadline)
            throws CallFailed {
        JsonNode answer = calls.call(call, asked, limit, deadline);
        Status.check(answer, settings, type);
        JsonNode rows = answer.path("data").path("dataList");
        if (!rows.isArray()) {
            throw new CallFailed(NoCertificate.MALFORMED, "the answer has no dataList");
        }
        return rows;
    }

    private static ObjectNode asked(AuditRecord why) {
        return Purpose.five(PostJson.JSON.createObjectNode().put("UseFor", Purpose.of(why)), why);
    }
}
