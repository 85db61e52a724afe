package org.onego.adapters.departments;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A call between us and a department's system, as its signature covers it, both ways:
/// `KEY\nMETHOD\nTARGET\nTIMESTAMP\nNONCE\nIDEMPOTENCY-KEY\nhex(digest(body))`. What is not there
/// is an empty line.
///
/// @param key name of the connection: whose signature it is
/// @param target path with query, as sent
/// @param timestamp in Unix seconds; five minutes off are believed
/// @param nonce good for one call
public record SignedCall(
        String key,
        String method,
        String target,
        String timestamp,
        String nonce,
        String idempotencyKey,
        byte[] body) {

    public static final String KEY = "X-OneGo-Key";
    public static final String TIMESTAMP = "X-OneGo-Timestamp";
    public static final String NONCE = "X-OneGo-Nonce";
    public static final String SIGNATURE = "X-OneGo-Signature";
    public static final String IDEMPOTENCY_KEY = "Idempotency-Key";
    public static final String LEASE = "X-OneGo-Lease";

    public static final Duration TOLERANCE = Duration.ofMinutes(5);

    /// What stands against believing the headers, before the signature is looked at; null when
    /// nothing does.
    public @Nullable String doubt(Instant now) {
        if (!timestamp.matches("\\d{1,12}")) {
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
        return nonce.matches("[A-Za-z0-9_-]{8,64}")
                ? null
                : NONCE + " must have 8 to 64 letters, digits, '-' or '_', anew for each call";
    }

    byte[] covered(String bodyDigest) {
        return String.join("\n", key, method, target, timestamp, nonce, idempotencyKey, bodyDigest)
                .getBytes(StandardCharsets.UTF_8);
    }
}
