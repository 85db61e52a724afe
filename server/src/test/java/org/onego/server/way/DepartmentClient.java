package org.onego.server.way;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.onego.adapters.departments.CallSignature;
import org.onego.adapters.departments.SignedCall;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A department's system as the tests need it: it signs right or wrong, now or earlier, and keeps
/// what went over the line.
final class DepartmentClient {

    static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<Exchange> exchanges;
    private final String onego;
    private final String name;
    private final CallSignature signature;

    /// @param name of its connection
    /// @param exchanges takes what went over the line, in order
    DepartmentClient(String onego, String name, CallSignature signature, List<Exchange> exchanges) {
        this.onego = onego;
        this.name = name;
        this.signature = signature;
        this.exchanges = exchanges;
    }

    /// One call and its answer.
    record Exchange(
            String method, String target, String body, int status, String type, String answer) {

        JsonNode json() {
            return JSON.readTree(answer);
        }

        /// The last part of the problem's type.
        String problem() {
            String type = json().path("type").asString("");
            return type.substring(type.lastIndexOf(':') + 1);
        }
    }

    Exchange get(String target) throws IOException, InterruptedException {
        return send(call("GET", target, "", new byte[0], Instant.now()), Map.of());
    }

    Exchange post(String target, String body) throws IOException, InterruptedException {
        return send(call("POST", target, "", bytes(body), Instant.now()), Map.of());
    }

    Exchange report(String caseId, String key, String lease, String body)
            throws IOException, InterruptedException {
        return send(
                call("POST", events(caseId), key, bytes(body), Instant.now()),
                lease.isEmpty() ? Map.of() : Map.of(SignedCall.LEASE, lease));
    }

    static String events(String caseId) {
        return "/api/department/cases/" + caseId + "/events";
    }

    SignedCall call(String method, String target, String key, byte[] body, Instant at) {
        return new SignedCall(
                name,
                method,
                target,
                String.valueOf(at.getEpochSecond()),
                UUID.randomUUID().toString(),
                key,
                body);
    }

    Exchange send(SignedCall call, Map<String, String> more)
            throws IOException, InterruptedException {
        return send(call, signature.sign(call), more);
    }

    Exchange send(SignedCall call, String signed, Map<String, String> more)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(onego + call.target()))
                        .header("Content-Type", "application/json")
                        .header(SignedCall.KEY, call.key())
                        .header(SignedCall.TIMESTAMP, call.timestamp())
                        .header(SignedCall.NONCE, call.nonce())
                        .header(SignedCall.SIGNATURE, signed)
                        .method(call.method(), HttpRequest.BodyPublishers.ofByteArray(call.body()));
        if (!call.idempotencyKey().isEmpty()) {
            request.header(SignedCall.IDEMPOTENCY_KEY, call.idempotencyKey());
        }
        more.forEach(request::header);
        HttpResponse<String> answer =
                http.send(
                        request.build(),
                        HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        Exchange exchange =
                new Exchange(
                        call.method(),
                        call.target(),
                        call.body().length > 10_000
                                ? "…"
                                : new String(call.body(), StandardCharsets.UTF_8),
                        answer.statusCode(),
                        answer.headers().firstValue("Content-Type").orElse(""),
                        answer.body());
        exchanges.add(exchange);
        return exchange;
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
