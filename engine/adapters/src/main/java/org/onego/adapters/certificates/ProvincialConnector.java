package org.onego.adapters.certificates;

import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.onego.bundle.element.CertificateType;
import org.onego.bundle.element.CertificateType.HolderKind;
import org.onego.bundle.prefill.Certificate;
import org.onego.casefile.application.NoCertificate;
import org.onego.casefile.audit.AuditRecord;
import org.onego.casefile.consent.CertificateSource.FileReading;
import org.onego.casefile.consent.CertificateSource.Reading;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The provincial style (省级证照共享): `queryCertInfoByHolderCode` and `downloadFile`, with an access id
/// in each call. What a certificate says comes as `certData`, encrypted with SM2 for our key.
final class ProvincialConnector implements Connector {

    /// Kinds of holders' numbers after GB/T 36903.
    private static final String ID_NUMBER = "111";

    private static final String CREDIT_CODE = "001";

    private final SourceSettings settings;
    private final PostJson http;
    private final @Nullable Sm2 key;
    private final InstantSource clock;

    ProvincialConnector(SourceSettings settings, PostJson http, InstantSource clock) {
        this.settings = settings;
        this.http = http;
        String ours = settings.access().decryptKey();
        this.key = ours == null ? null : Sm2.with(ours);
        this.clock = clock;
    }

    @Override
    public Reading read(
            CertificateType type, String code, String holder, AuditRecord why, Duration patience) {
        ObjectNode data =
                PostJson.JSON
                        .createObjectNode()
                        .put("holderCode", holder)
                        .put(
                                "holderTypeCode",
                                type.holder() == HolderKind.PERSON ? ID_NUMBER : CREDIT_CODE)
                        .put("certTypeCode", code)
                        .put("useCause", Purpose.of(why));
        try {
            JsonNode answer =
                    call("queryCertInfoByHolderCode", data, why, PostJson.DATA, type, patience);
            return Rows.read(
                    certificates(answer.path("data").path("certData")),
                    row -> Rows.face(type, row, settings, clock.instant()));
        } catch (CallFailed failed) {
            return failed.reading();
        }
    }

    @Override
    public FileReading file(
            CertificateType type, Certificate certificate, AuditRecord why, Duration patience) {
        ObjectNode data =
                PostJson.JSON
                        .createObjectNode()
                        .put("certificateIdentifier", certificate.identifier())
                        .put("certificateCopyCause", Purpose.of(why))
                        .put("fileType", settings.fileFormat());
        try {
            JsonNode answer = call("downloadFile", data, why, PostJson.FILE, type, patience);
            JsonNode file = answer.path("data");
            return FileContent.of(
                    type, file.path("fileType").asString("ofd"), file.path("content").asString(""));
        } catch (CallFailed failed) {
            return failed.file();
        }
    }

    private JsonNode call(
            String name,
            ObjectNode data,
            AuditRecord why,
            long limit,
            CertificateType type,
            Duration patience)
            throws CallFailed {
        ObjectNode asked = PostJson.JSON.createObjectNode();
        asked.putObject("head")
                .put("accessId", settings.access().account())
                .put("accessToken", settings.access().secret());
        asked.set("data", Purpose.five(data, why));
        JsonNode answer = http.post(name, asked, limit, PostJson.deadline(patience));
        Status.check(answer, settings, type);
        return answer;
    }

    /// One certificate or several, in the clear or encrypted.
    private ArrayNode certificates(JsonNode said) throws CallFailed {
        ArrayNode all = PostJson.JSON.createArrayNode();
        JsonNode clear = said.isString() ? decrypted(said.stringValue()) : said;
        if (clear.isArray()) {
            clear.forEach(all::add);
        } else if (clear.isObject()) {
            all.add(clear);
        } else {
            throw new CallFailed(NoCertificate.MALFORMED, "the answer has no certData");
        }
        return all;
    }

    private JsonNode decrypted(String hex) throws CallFailed {
        if (key == null) {
            throw new CallFailed(
                    NoCertificate.NOT_CONFIGURED,
                    "the answer is encrypted; set onego.certificates.sources."
                            + settings.name()
                            + ".decrypt-key");
        }
        byte[] text =
                key.decrypted(hex)
                        .orElseThrow(() ->
                                new CallFailed(
                                        NoCertificate.MALFORMED,
                                        "certData is not encrypted for our key"));
        return PostJson.tree(text);
    }
}
