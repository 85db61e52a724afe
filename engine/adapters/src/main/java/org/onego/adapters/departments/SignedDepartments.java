package org.onego.adapters.departments;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.onego.casefile.progress.DepartmentGateway;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Hands cases over to departments' systems: a signed `POST {url}/cases` under an idempotency key.
public final class SignedDepartments implements DepartmentGateway {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final HttpClient http =
            HttpClient.newBuilder()
                    .connectTimeout(PATIENCE)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();
    private final JsonMapper json = JsonMapper.builder().build();
    private final Map<String, Connection> connections;
    private final URI publicUrl;
    private final InstantSource clock;

    /// @param url of the department's system
    /// @param secret shared with it
    public record Connection(URI url, String secret) {

        /// Without the secret.
        @Override
        public String toString() {
            return url.toString();
        }
    }

    /// @param connections by the name that packages use as `endpoint`
    /// @param publicUrl under which departments reach us
    public SignedDepartments(
            Map<String, Connection> connections, URI publicUrl, InstantSource clock) {
        this.connections = Map.copyOf(connections);
        this.publicUrl = publicUrl;
        this.clock = clock;
    }

    @Override
    public Receipt push(String endpoint, String key, Parcel parcel) {
        Connection connection = connections.get(endpoint);
        if (connection == null) {
            return new Receipt.Failed(
                    "no connection '"
                            + endpoint
                            + "' is configured; set onego.departments."
                            + endpoint
                            + ".url");
        }
        URI to = URI.create(connection.url() + "/cases");
        byte[] body = body(parcel).toString().getBytes(StandardCharsets.UTF_8);
        String timestamp = String.valueOf(clock.instant().getEpochSecond());
        HttpRequest request =
                HttpRequest.newBuilder(to)
                        .timeout(PATIENCE)
                        .header("Content-Type", "application/json; charset=utf-8")
                        .header("Idempotency-Key", key)
                        .header(Signature.TIMESTAMP, timestamp)
                        .header(
                                Signature.SIGNATURE,
                                new Signature(connection.secret())
                                        .of("POST", to.getRawPath(), timestamp, body))
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                        .build();
        try {
            int status = http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
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

    private ObjectNode body(Parcel parcel) {
        ObjectNode body = json.createObjectNode();
        body.put("caseId", parcel.caseId())
                .put("caseNumber", parcel.caseNumber())
                .put("applicationId", parcel.applicationId());
        body.putObject("item")
                .put("id", parcel.itemId())
                .put("title", parcel.itemTitle().zh())
                .put("code", parcel.itemCode());
        body.putObject("bundle")
                .put("id", parcel.bundle().id())
                .put("version", parcel.bundle().version())
                .put("title", parcel.bundleTitle().zh());
        body.putObject("applicant")
                .put("name", parcel.applicant().name())
                .put("idNo", parcel.applicant().idNo())
                .put("mobile", parcel.applicant().mobile());
        body.put("submittedAt", parcel.submittedAt().toString());
        body.set("document", parcel.document());
        body.set("origins", WriteOrigins.write(parcel.origins()));
        body.put("callback", publicUrl + "/api/department/cases/" + parcel.caseId() + "/events");
        return body;
    }
}
