package org.onego.examples.department;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.onego.examples.web.Request;

/// A call between the product and a department as its signature covers it, both ways: key, method,
/// target (path and query as sent), timestamp in Unix seconds, nonce, idempotency key and
/// `hex(digest(body))`, a line each; what is not there is an empty line.
@SuppressWarnings("ArrayRecordComponent") // never compared, only read
public record SignedCall(
        String key,
        String method,
        String target,
        String timestamp,
        String nonce,
        String idempotencyKey,
        byte[] body) {

    static final String KEY = "X-OneGo-Key";
    static final String TIMESTAMP = "X-OneGo-Timestamp";
    static final String NONCE = "X-OneGo-Nonce";
    static final String SIGNATURE = "X-OneGo-Signature";
    static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    static final Duration TOLERANCE = Duration.ofMinutes(5);

    static SignedCall of(Request request) {
        return new SignedCall(
                header(request, KEY),
                request.method(),
                request.target(),
                header(request, TIMESTAMP),
                header(request, NONCE),
                header(request, IDEMPOTENCY_KEY),
                request.body());
    }

    /// To be made now.
    static SignedCall now(
            String key,
            String method,
            String target,
            String idempotencyKey,
            byte[] body,
            Clock clock) {
        return new SignedCall(
                key,
                method,
                target,
                String.valueOf(clock.instant().getEpochSecond()),
                UUID.randomUUID().toString(),
                idempotencyKey,
                body);
    }

    /// The headers that prove it; an empty idempotency key is left out.
    Map<String, String> headers(Signing signing) {
        Map<String, String> headers =
                new LinkedHashMap<>(
                        Map.of(
                                KEY, key,
                                TIMESTAMP, timestamp,
                                NONCE, nonce,
                                SIGNATURE, signing.sign(this)));
        if (!idempotencyKey.isEmpty()) {
            headers.put(IDEMPOTENCY_KEY, idempotencyKey);
        }
        return headers;
    }

    /// Why a request is not to be believed; empty when it is.
    static Optional<String> doubt(Request request, String key, Signing signing, Clock clock) {
        SignedCall call = of(request);
        if (!call.key.equals(key)) {
            return Optional.of(KEY + " must be '" + key + "', not '" + call.key + "'.");
        }
        if (!call.timestamp.matches("\\d{1,12}")) {
            return Optional.of(
                    TIMESTAMP + " must be the time in Unix seconds, not '" + call.timestamp + "'.");
        }
        Duration off =
                Duration.between(
                                Instant.ofEpochSecond(Long.parseLong(call.timestamp)),
                                clock.instant())
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
        return signing.fits(call, header(request, SIGNATURE))
                ? Optional.empty()
                : Optional.of(
                        SIGNATURE
                                + " does not fit. It covers the key, the method, the target, the timestamp, the nonce, the idempotency key and hex(digest(body)), a line each.");
    }

    byte[] covered(String bodyDigest) {
        return String.join("\n", key, method, target, timestamp, nonce, idempotencyKey, bodyDigest)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String header(Request request, String name) {
        return Optional.ofNullable(request.header(name.toLowerCase(Locale.ROOT))).orElse("");
    }
}
