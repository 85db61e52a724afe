package org.onego.server.start;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onego.adapters.certificates.SourceSettings.Style;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Everything an operator can set; `docs/operating.md` explains each.
///
/// @param data folder of the embedded stores
/// @param packages folder with the packages
/// @param publicUrl under which departments and the host reach this server
/// @param mongodbUri a real MongoDB; without it an embedded server on a file in the data folder
/// @param database Flowable's database; without a URL, H2 on a file in the data folder
/// @param departmentPatience how long a department's system may take to answer a push
/// @param hostOrigins origins of host apps that may frame the pages
@ConfigurationProperties("onego")
public record OneGoProperties(
        @DefaultValue("data") Path data,
        @DefaultValue("packages") Path packages,
        @DefaultValue("http://localhost:8080") URI publicUrl,
        @Nullable String mongodbUri,
        Database database,
        @DefaultValue List<String> hostOrigins,
        HostApp host,
        @DefaultValue Certificates certificates,
        @DefaultValue Map<String, DepartmentConnection> departments,
        @DefaultValue("5s") Duration departmentPatience,
        @DefaultValue Desk desk,
        @DefaultValue Admin admin) {

    public record Database(
            @Nullable String url, @Nullable String user, @Nullable String password) {}

    /// 冀时办: the gateway that exchanges access links, and this app's credentials there.
    public record HostApp(
            @Nullable URI gateway, @Nullable String appId, @Nullable String appPassword) {}

    /// Where certificates are read.
    ///
    /// @param typeCodes certificate type → its code, where the package cannot know it
    /// @param keep how long an application's readings are kept in memory, at most
    /// @param whole for all look-ups of one application together
    public record Certificates(
            @DefaultValue Map<String, String> typeCodes,
            @DefaultValue("10m") Duration keep,
            @DefaultValue("30s") Duration whole,
            @DefaultValue Map<String, Source> sources) {}

    /// A certificate sharing service.
    ///
    /// @param account or access id
    /// @param password or access token
    /// @param types what it has; none: whatever no other source has
    /// @param typeCodes those that differ from the ones of all sources
    /// @param fields certificate type → attribute → what the source calls it
    /// @param deadline for one look-up
    /// @param rest how long what keeps failing is left alone
    public record Source(
            @DefaultValue("national") Style style,
            URI service,
            @DefaultValue("") String account,
            @DefaultValue("") String password,
            @Nullable String decryptKey,
            @Nullable String verifyKey,
            @DefaultValue Set<String> types,
            @DefaultValue Map<String, String> typeCodes,
            @DefaultValue Map<String, Map<String, String>> fields,
            @Nullable String fileFormat,
            @DefaultValue("5s") Duration deadline,
            @DefaultValue("1") int retries,
            @Nullable Long dailyCap,
            @DefaultValue("30s") Duration rest) {}

    /// A department's own system.
    ///
    /// @param url where it is; none for one that polls
    /// @param department id of the department that it speaks for
    /// @param signature how calls are signed, both ways
    /// @param secret shared secret, with `hmac-sha256`
    /// @param publicKey the department's public key, with `sm2-sm3`
    /// @param privateKey ours, with `sm2-sm3`
    public record DepartmentConnection(
            @Nullable URI url,
            String department,
            @DefaultValue("hmac-sha256") SignatureMethod signature,
            @Nullable String secret,
            @Nullable String publicKey,
            @Nullable String privateKey) {

        /// Without the keys.
        @Override
        public String toString() {
            return department + " at " + url + ", " + signature;
        }
    }

    /// How calls are signed.
    public enum SignatureMethod {
        HMAC_SHA256,
        SM2_SM3
    }

    /// Who may use the administration's interface.
    public record Admin(@DefaultValue List<Administrator> accounts) {}

    /// @param password encoded, e.g. `{bcrypt}…`
    public record Administrator(String id, String password) {}

    public record Desk(@DefaultValue List<Account> accounts) {}

    /// A clerk's account.
    ///
    /// @param password encoded, e.g. `{bcrypt}…`
    public record Account(String id, String name, String department, String password) {}
}
