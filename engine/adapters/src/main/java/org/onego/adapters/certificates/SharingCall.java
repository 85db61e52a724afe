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
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.onego.adapters.certificates.SharedCertificates.Settings;
import org.onego.casefile.application.NoCertificate;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// One call of the sharing service, with its session: logged in when it is needed, and once more
/// when the session has ended.
final class SharingCall {

    static final JsonMapper JSON = JsonMapper.builder().build();

    /// A certificate's data are a few kilobytes; whoever sends much more is not to be believed.
    private static final long LARGEST = 1024 * 1024;

    private static final String OK = "0";
    private static final String NOT_FOUND = "10";
    private static final String NOT_LOGGED_IN = "11";

    private final HttpClient http =
            HttpClient.newBuilder()
                    .connectTimeout(Duration.ofSeconds(5))
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();
    private final Settings settings;
    private final AtomicReference<@Nullable String> session = new AtomicReference<>();

    SharingCall(Settings settings) {
        this.settings = settings;
    }

    /// What came of a call.
    sealed interface Reply {

        /// @param rows the `dataList`
        record Data(JsonNode rows) implements Reply {}

        record NotFound() implements Reply {}

        record Failed(NoCertificate kind, String why) implements Reply {}
    }

    /// @param patience for all of it, logging in included
    Reply call(String name, ObjectNode asked, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        try {
            String open = session.get();
            if (open != null) {
                JsonNode answer = post(name, asked.put("sessionId", open), deadline);
                if (!status(answer).equals(NOT_LOGGED_IN)) {
                    return reply(answer);
                }
            }
            String fresh = logIn(deadline);
            session.set(fresh);
            return reply(post(name, asked.put("sessionId", fresh), deadline));
        } catch (CallFailed failed) {
            return new Reply.Failed(failed.kind, failed.why);
        }
    }

    private static Reply reply(JsonNode answer) throws CallFailed {
        String status = status(answer);
        return switch (status) {
            case OK -> {
                JsonNode rows = answer.path("data").path("dataList");
                if (!rows.isArray()) {
                    throw new CallFailed(NoCertificate.MALFORMED, "the answer has no dataList");
                }
                yield new Reply.Data(rows);
            }
            case NOT_FOUND -> new Reply.NotFound();
            default -> throw new CallFailed(NoCertificate.REFUSED, "it answered status " + status);
        };
    }

    private static String status(JsonNode answer) {
        JsonNode status = answer.path("head").path("status");
        return status.isString() ? status.stringValue() : status.toString();
    }

    private String logIn(long deadline) throws CallFailed {
        ObjectNode who =
                JSON.createObjectNode()
                        .put("account", settings.account())
                        .put("password", settings.password());
        JsonNode answer = post("login", who, deadline);
        JsonNode fresh = answer.path("sessionId");
        if (!status(answer).equals(OK) || !fresh.isString()) {
            throw new CallFailed(
                    NoCertificate.REFUSED,
                    "logging in failed with status "
                            + status(answer)
                            + "; see onego.certificates.user and .password");
        }
        return fresh.stringValue();
    }

    private JsonNode post(String name, ObjectNode asked, long deadline) throws CallFailed {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(settings.service() + "/" + name))
                        .header("Content-Type", "application/json; charset=utf-8")
                        .POST(
                                HttpRequest.BodyPublishers.ofString(
                                        asked.toString(), StandardCharsets.UTF_8))
                        .build();
        CompletableFuture<HttpResponse<byte[]>> answered =
                http.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST));
        HttpResponse<byte[]> answer = await(answered, deadline);
        if (answer.statusCode() != 200) {
            throw new CallFailed(
                    NoCertificate.UNAVAILABLE, "it answered HTTP " + answer.statusCode());
        }
        try {
            return JSON.readTree(answer.body());
        } catch (JacksonException _) {
            throw new CallFailed(NoCertificate.MALFORMED, "the answer is not JSON");
        }
    }

    /// The request's own time limit ends with the answer's first byte; this one ends with its last.
    private static HttpResponse<byte[]> await(
            CompletableFuture<HttpResponse<byte[]>> answered, long deadline) throws CallFailed {
        try {
            return answered.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException _) {
            answered.cancel(true);
            throw new CallFailed(NoCertificate.TIMEOUT, "no answer in time");
        } catch (ExecutionException failure) {
            throw failed(failure.getCause());
        } catch (InterruptedException _) {
            answered.cancel(true);
            Thread.currentThread().interrupt();
            throw new CallFailed(NoCertificate.TIMEOUT, "interrupted");
        }
    }

    private static CallFailed failed(@Nullable Throwable cause) {
        if (cause instanceof IOException failure
                && String.valueOf(failure.getMessage()).contains("capacity")) {
            return new CallFailed(
                    NoCertificate.MALFORMED, "the answer is larger than " + LARGEST + " bytes");
        }
        String what = cause == null ? "unknown" : cause.getClass().getSimpleName();
        return new CallFailed(NoCertificate.UNAVAILABLE, "it can't be reached (" + what + ")");
    }

    /// Leaves a call at whatever point it fails.
    private static final class CallFailed extends Exception {

        private final NoCertificate kind;
        private final String why;

        CallFailed(NoCertificate kind, String why) {
            super(why, null, false, false);
            this.kind = kind;
            this.why = why;
        }
    }
}
