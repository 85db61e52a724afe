package org.onego.adapters.certificates;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.onego.casefile.application.NoCertificate;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Posts JSON to a source and believes the answer only as far as it can be: not longer than the
/// deadline, not larger than a limit, and signed where that was agreed.
final class PostJson {

    /// The header with the signature over the answer's bytes, in hexadecimal digits.
    static final String SIGNATURE = "X-Signature";

    /// A certificate's data are a few kilobytes.
    static final long DATA = 1024 * 1024;

    /// A file comes as base64 inside JSON.
    static final long FILE = 20 * 1024 * 1024;

    static final JsonMapper JSON =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxStringLength((int) FILE)
                                                    .build())
                                    .build())
                    .build();

    private final HttpClient http =
            HttpClient.newBuilder()
                    .connectTimeout(Duration.ofSeconds(5))
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();
    private final URI service;
    private final @Nullable Sm2 signer;

    /// @param signer with the source's public key, or null where answers are not signed
    PostJson(URI service, @Nullable Sm2 signer) {
        this.service = service;
        this.signer = signer;
    }

    static long deadline(Duration patience) {
        return System.nanoTime() + patience.toNanos();
    }

    /// @param limit bytes of the answer
    /// @param deadline on the clock of [System#nanoTime()]
    JsonNode post(String call, ObjectNode asked, long limit, long deadline) throws CallFailed {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(service + "/" + call))
                        .header("Content-Type", "application/json; charset=utf-8")
                        .POST(
                                HttpRequest.BodyPublishers.ofString(
                                        asked.toString(), StandardCharsets.UTF_8))
                        .build();
        HttpResponse<byte[]> answer =
                await(
                        http.sendAsync(
                                request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), limit)),
                        limit,
                        deadline);
        if (answer.statusCode() == 429) {
            throw new CallFailed(NoCertificate.QUOTA, "it answered HTTP 429");
        }
        if (answer.statusCode() != 200) {
            throw new CallFailed(
                    NoCertificate.UNAVAILABLE, "it answered HTTP " + answer.statusCode());
        }
        if (signer != null
                && !signer.signed(
                        answer.body(), answer.headers().firstValue(SIGNATURE).orElse(""))) {
            throw new CallFailed(
                    NoCertificate.FORGED, "the answer is not signed with the key of the source");
        }
        return tree(answer.body());
    }

    static JsonNode tree(byte[] text) throws CallFailed {
        try {
            return JSON.readTree(text);
        } catch (JacksonException _) {
            throw new CallFailed(NoCertificate.MALFORMED, "the answer is not JSON");
        }
    }

    /// The request's own time limit ends with the answer's first byte; this one ends with its last.
    private static HttpResponse<byte[]> await(
            CompletableFuture<HttpResponse<byte[]>> answered, long limit, long deadline)
            throws CallFailed {
        try {
            return answered.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException _) {
            answered.cancel(true);
            throw new CallFailed(NoCertificate.TIMEOUT, "no answer in time");
        } catch (ExecutionException failure) {
            throw failed(failure.getCause(), limit);
        } catch (InterruptedException _) {
            answered.cancel(true);
            Thread.currentThread().interrupt();
            throw new CallFailed(NoCertificate.TIMEOUT, "interrupted");
        }
    }

    private static CallFailed failed(@Nullable Throwable cause, long limit) {
        if (cause instanceof IOException
                && String.valueOf(cause.getMessage()).contains("capacity")) {
            return new CallFailed(
                    NoCertificate.TOO_LARGE, "the answer is larger than " + limit + " bytes");
        }
        String what = cause == null ? "unknown" : cause.getClass().getSimpleName();
        return new CallFailed(NoCertificate.UNAVAILABLE, "it can't be reached (" + what + ")");
    }
}
