package org.onego.adapters.certificates;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.onego.adapters.certificates.SharingCall.Reply;
import org.onego.bundle.element.CertificateType;
import org.onego.casefile.application.NoCertificate;
import org.onego.casefile.audit.AuditRecord;
import org.onego.casefile.consent.CertificateSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The sharing service as a source of certificates: `getCertificateDataByHolder` for certificates,
/// `getRegisterData` for registers, each with the five elements (五要素).
public final class SharedCertificates implements CertificateSource {

    /// Characters of `UseFor` that the service takes.
    private static final int PURPOSE = 200;

    private final Settings settings;
    private final SharingCall calls;
    private final InstantSource clock;

    /// @param service the base of its calls, e.g. `http://host/certificates`
    /// @param typeCodes certificate type → its code, where packages don't know it
    public record Settings(
            URI service, String account, String password, Map<String, String> typeCodes) {
        public Settings {
            typeCodes = Map.copyOf(typeCodes);
        }

        /// Without the password.
        @Override
        public String toString() {
            return service.toString();
        }
    }

    public SharedCertificates(Settings settings, InstantSource clock) {
        this.settings = settings;
        this.calls = new SharingCall(settings);
        this.clock = clock;
    }

    @Override
    public Reading read(
            CertificateType type, String holderIdNo, AuditRecord why, Duration patience) {
        return switch (type.kind()) {
            case CERTIFICATE ->
                    typeCode(type)
                            .map(code -> certificate(type, code, holderIdNo, why, patience))
                            .orElseGet(() ->
                                    new Reading.Failed(
                                            NoCertificate.NOT_CONFIGURED,
                                            "its type code is not known; set onego.certificates.type-codes."
                                                    + type.id()));
            case REGISTER -> register(type, holderIdNo, why, patience);
        };
    }

    private Optional<String> typeCode(CertificateType type) {
        String configured = settings.typeCodes().get(type.id());
        return Optional.ofNullable(configured == null ? type.typeCode() : configured);
    }

    private Reading certificate(
            CertificateType type,
            String code,
            String holderIdNo,
            AuditRecord why,
            Duration patience) {
        ObjectNode asked = asked(why);
        asked.put("CertificateType", code)
                .put("CertificateHolderCode", holderIdNo)
                .put("CertificateNumber", "");
        return reading(
                calls.call("getCertificateDataByHolder", asked, patience),
                row -> Rows.certificate(type.id(), row, now()));
    }

    private Reading register(
            CertificateType type, String holderIdNo, AuditRecord why, Duration patience) {
        ObjectNode asked = asked(why);
        asked.put("RegisterType", type.id()).put("HolderCode", holderIdNo);
        return reading(
                calls.call("getRegisterData", asked, patience),
                row -> Rows.record(type.id(), row, now()));
    }

    private static ObjectNode asked(AuditRecord why) {
        String purpose = why.purpose();
        return SharingCall.JSON
                .createObjectNode()
                .put("UseFor", purpose.substring(0, Math.min(purpose.length(), PURPOSE)))
                .put("orgName", why.orgName())
                .put("username", why.user())
                .put("itemName", why.itemName())
                .put("itemCode", why.itemCode())
                .put("businessCode", why.businessCode());
    }

    private static Reading reading(Reply reply, Rows.Reader reader) {
        return switch (reply) {
            case Reply.Failed(NoCertificate kind, String why) -> new Reading.Failed(kind, why);
            case Reply.NotFound() -> new Reading.NotFound();
            case Reply.Data(JsonNode rows) -> Rows.read(rows, reader);
        };
    }

    private Instant now() {
        return clock.instant();
    }
}
