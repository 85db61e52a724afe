package org.onego.adapters.certificates;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onego.bundle.element.CertificateType;

/// One source of certificates, as an operator configures it.
///
/// @param name for logs, figures and messages
/// @param types what it has; empty: whatever no other source has
/// @param typeCodes certificate type → its code there, where packages don't know it
/// @param fileFormat of certificates' files: `ofd`, `pdf` or `png`
/// @param fields certificate type → attribute → what the source calls it, where that differs
public record SourceSettings(
        String name,
        Style style,
        Access access,
        Set<String> types,
        Map<String, String> typeCodes,
        Map<String, Map<String, String>> fields,
        String fileFormat,
        Limits limits) {

    public SourceSettings {
        types = Set.copyOf(types);
        typeCodes = Map.copyOf(typeCodes);
        fields = Map.copyOf(fields);
    }

    /// The two families of sharing services.
    public enum Style {
        /// 国办证照: a session, calls by name, answers in the clear.
        NATIONAL,
        /// 省级证照共享: an access id in every call, answers encrypted with SM2.
        PROVINCIAL
    }

    /// @param service the base of its calls, e.g. `https://host/certificates`
    /// @param account or access id
    /// @param secret password or access token
    /// @param decryptKey our private SM2 key, 64 hexadecimal digits; what is encrypted needs it
    /// @param verifyKey the source's public SM2 key, 128 or 130 hexadecimal digits; with it every
    ///   answer must be signed
    public record Access(
            URI service,
            String account,
            String secret,
            @Nullable String decryptKey,
            @Nullable String verifyKey) {

        /// Nothing secret.
        @Override
        public String toString() {
            return service.toString();
        }
    }

    /// @param deadline for one look-up, retries included
    /// @param retries after an answer that may be better the next time
    /// @param dailyCap calls a day that the source allows; null: it doesn't count
    /// @param rest how long a source that keeps failing is left alone
    public record Limits(Duration deadline, int retries, @Nullable Long dailyCap, Duration rest) {

        public static final Limits USUAL =
                new Limits(Duration.ofSeconds(5), 1, null, Duration.ofSeconds(30));
    }

    /// The code of a type there; null where nobody knows it. A register may go by its own id.
    @Nullable String code(CertificateType type) {
        String configured = typeCodes.get(type.id());
        String known = configured == null ? type.typeCode() : configured;
        return known == null && type.kind() == CertificateType.Kind.REGISTER ? type.id() : known;
    }

    /// What the source calls an attribute.
    String field(String type, String attribute) {
        return fields.getOrDefault(type, Map.of()).getOrDefault(attribute, attribute);
    }
}
