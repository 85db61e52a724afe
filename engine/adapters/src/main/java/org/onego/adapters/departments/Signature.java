package org.onego.adapters.departments;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// How calls between us and a department's system are signed, both ways.
///
/// The signature is base64(HMAC-SHA256(secret, `METHOD\nPATH\nTIMESTAMP\nhex(SHA-256(body))`)); the
/// timestamp is in Unix seconds and may be off by five minutes.
public final class Signature {

    public static final String TIMESTAMP = "X-OneGo-Timestamp";
    public static final String SIGNATURE = "X-OneGo-Signature";

    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private final byte[] secret;

    public Signature(String secret) {
        this.secret = secret.getBytes(StandardCharsets.UTF_8);
    }

    public String of(String method, String path, String timestamp, byte[] body) {
        try {
            String digest =
                    HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            String covered = String.join("\n", method, path, timestamp, digest);
            return Base64.getEncoder()
                    .encodeToString(mac.doFinal(covered.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every JDK has SHA-256 and HmacSHA256", missing);
        }
    }

    /// What stands against believing a call, or null when nothing does.
    public @Nullable String doubt(
            String method,
            String path,
            @Nullable String timestamp,
            @Nullable String signature,
            byte[] body,
            Instant now) {
        if (timestamp == null || !timestamp.matches("\\d{1,12}")) {
            return TIMESTAMP + " must be the time in Unix seconds";
        }
        Duration off =
                Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)), now).abs();
        if (off.compareTo(TOLERANCE) > 0) {
            return TIMESTAMP
                    + " is "
                    + off.toSeconds()
                    + " s off; at most "
                    + TOLERANCE.toSeconds()
                    + " s are allowed";
        }
        byte[] expected = of(method, path, timestamp, body).getBytes(StandardCharsets.UTF_8);
        byte[] given = signature == null ? new byte[0] : signature.getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(expected, given) ? null : SIGNATURE + " does not fit the call";
    }
}
