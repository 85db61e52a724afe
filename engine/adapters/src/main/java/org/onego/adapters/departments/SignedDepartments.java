package org.onego.adapters.departments;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.onego.casefile.application.Ids;
import org.onego.casefile.handover.DepartmentGateway;
import org.onego.casefile.result.CaseView;
import tools.jackson.databind.json.JsonMapper;

/// Hands cases over to departments' systems: a signed `POST {url}/cases` under an idempotency key.
public final class SignedDepartments implements DepartmentGateway {

    private final HttpClient http;
    private final JsonMapper json = JsonMapper.builder().build();
    private final Map<String, Connection> connections;
    private final WriteCase write;
    private final Duration patience;
    private final Ids ids;
    private final InstantSource clock;

    /// @param url of the department's system, or null for one that polls
    public record Connection(@Nullable URI url, CallSignature signature) {}

    /// @param connections by the name that packages use as `endpoint`
    /// @param patience how long a department may take to answer
    public SignedDepartments(
            Map<String, Connection> connections,
            WriteCase write,
            Duration patience,
            Ids ids,
            InstantSource clock) {
        this.connections = Map.copyOf(connections);
        this.write = write;
        this.patience = patience;
        this.ids = ids;
        this.clock = clock;
        this.http =
                HttpClient.newBuilder()
                        .connectTimeout(patience)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .build();
    }

    @Override
    public Receipt push(String endpoint, String key, CaseView view) {
        Connection connection = connections.get(endpoint);
        if (connection == null || connection.url() == null) {
            return new Receipt.Failed(
                    "no connection '"
                            + endpoint
                            + "' is configured; set onego.departments."
                            + endpoint
                            + ".url");
        }
        URI to = URI.create(connection.url() + "/cases");
        byte[] body = json.writeValueAsBytes(write.write(view));
        try {
            int status =
                    http.send(
                                    request(endpoint, connection, to, key, body),
                                    HttpResponse.BodyHandlers.discarding())
                            .statusCode();
            return status >= 200 && status < 300
                    ? new Receipt.Acknowledged()
                    : new Receipt.Failed("it answered HTTP " + status);
        } catch (IOException unreachable) {
            return new Receipt.Failed(
                    "it can't be reached (" + unreachable.getClass().getSimpleName() + ")");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return new Receipt.Failed("interrupted");
        }
    }

    private HttpRequest request(
            String endpoint, Connection connection, URI to, String key, byte[] body) {
        SignedCall call =
                new SignedCall(
                        endpoint,
                        "POST",
                        to.getRawPath(),
                        String.valueOf(clock.instant().getEpochSecond()),
                        ids.next(),
                        key,
                        body);
        return HttpRequest.newBuilder(to)
                .timeout(patience)
                .header("Content-Type", "application/json; charset=utf-8")
                .header(SignedCall.IDEMPOTENCY_KEY, key)
                .header(SignedCall.KEY, endpoint)
                .header(SignedCall.TIMESTAMP, call.timestamp())
                .header(SignedCall.NONCE, call.nonce())
                .header(SignedCall.SIGNATURE, connection.signature().sign(call))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
    }
}
