package org.onego.examples.department;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.onego.examples.web.Request;

/// How the product and a department know each other's calls, both ways:
///
/// `X-OneGo-Timestamp` is the time in Unix seconds, `X-OneGo-Signature` is
/// `base64(HMAC-SHA256(secret, METHOD \n PATH \n TIMESTAMP \n hex(SHA-256(body))))` with the path
/// as sent, without query, the hex in lower case, and the secret in UTF-8. A timestamp more than
/// 300 s away is refused.
final class Signature {

    static final String TIMESTAMP = "X-OneGo-Timestamp";
    static final String SIGNATURE = "X-OneGo-Signature";
    static final Duration TOLERANCE = Duration.ofMinutes(5);

    private final String secret;

    Signature(String secret) {
        this.secret = secret;
    }

    String of(String method, String path, String timestamp, byte[] body) {
        try {
            String digest =
                    HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            String covered = String.join("\n", method, path, timestamp, digest);
            return Base64.getEncoder()
                    .encodeToString(mac.doFinal(covered.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has SHA-256 and HmacSHA256.", e);
        }
    }

    /// Why a request is not to be believed; empty when it is.
    Optional<String> doubt(Request request, Clock clock) {
        String timestamp =
                Optional.ofNullable(request.header(TIMESTAMP.toLowerCase(Locale.ROOT))).orElse("");
        String given =
                Optional.ofNullable(request.header(SIGNATURE.toLowerCase(Locale.ROOT))).orElse("");
        if (!timestamp.matches("\\d{1,12}")) {
            return Optional.of(
                    TIMESTAMP + " must be the time in Unix seconds, not '" + timestamp + "'.");
        }
        Duration off =
                Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)), clock.instant())
                        .abs();
        if (off.compareTo(TOLERANCE) > 0) {
            return Optional.of(
                    TIMESTAMP
                            + " is "
                            + off.toSeconds()
                            + " s off; at most "
                            + TOLERANCE.toSeconds()
                            + " s are allowed.");
        }
        String right = of(request.method(), request.target(), timestamp, request.body());
        return MessageDigest.isEqual(
                        right.getBytes(StandardCharsets.UTF_8),
                        given.getBytes(StandardCharsets.UTF_8))
                ? Optional.empty()
                : Optional.of(
                        SIGNATURE
                                + " does not fit. It is base64(HMAC-SHA256(secret, METHOD\\nPATH\\nTIMESTAMP\\nhex(SHA-256(body)))).");
    }
}
