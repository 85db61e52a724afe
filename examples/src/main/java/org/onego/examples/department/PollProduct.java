package org.onego.examples.department;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import org.onego.examples.web.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Asks the product again and again for cases, takes them for a while, and hands them to the book.
final class PollProduct implements AutoCloseable {

    private static final String CLAIMS = "/api/department/claims";

    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(5))
                    .build();
    private volatile String trouble = "";
    private final URI onego;
    private final String key;
    private final Signing signing;
    private final Polling polling;
    private final CaseBook book;
    private final HandleCases handling;
    private final Leases leases;
    private final Clock clock;
    private final Thread thread;

    /// @param every how often it asks
    /// @param lease for how long it takes a case
    record Polling(Duration every, Duration lease) {}

    PollProduct(
            URI onego,
            String key,
            Signing signing,
            Polling polling,
            CaseBook book,
            HandleCases handling,
            Leases leases,
            Clock clock) {
        this.onego = onego;
        this.key = key;
        this.signing = signing;
        this.polling = polling;
        this.book = book;
        this.handling = handling;
        this.leases = leases;
        this.clock = clock;
        this.thread = Thread.ofVirtual().name("poll-" + key).start(this::poll);
    }

    /// What went wrong when it last asked; empty when nothing did.
    String trouble() {
        return trouble;
    }

    private void poll() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                try {
                    ask();
                } catch (IOException | JacksonException e) {
                    trouble = e.getClass().getSimpleName();
                }
                Thread.sleep(polling.every());
            }
        } catch (InterruptedException _) { // the simulators stop
            Thread.currentThread().interrupt();
        }
    }

    private void ask() throws IOException, InterruptedException {
        byte[] body =
                Json.MAPPER.writeValueAsBytes(
                        Json.object()
                                .put("worker", "模拟业务系统")
                                .put("limit", 10)
                                .put("seconds", polling.lease().toSeconds()));
        HttpRequest.Builder request =
                HttpRequest.newBuilder(onego.resolve(CLAIMS))
                        .timeout(Duration.ofSeconds(15))
                        .header("Content-Type", "application/json; charset=utf-8")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        SignedCall.now(key, "POST", CLAIMS, "", body, clock)
                .headers(signing)
                .forEach(request::header);
        HttpResponse<String> answer =
                http.send(
                        request.build(),
                        HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        if (answer.statusCode() != 200) {
            trouble = "HTTP " + answer.statusCode();
            return;
        }
        trouble = "";
        for (JsonNode each : Json.MAPPER.readTree(answer.body()).path("cases")) {
            JsonNode data = each.path("data");
            String lease = Json.text(each, "lease");
            leases.put(Json.text(data, "caseId"), lease);
            switch (book.receive(lease, data)) {
                case CaseBook.Receipt.New(CaseFile file) -> handling.start(file.receipt());
                case CaseBook.Receipt.Known(CaseFile file) -> handling.start(file.receipt());
                case CaseBook.Receipt.Conflict(CaseFile _) ->
                        trouble = "the product gave one lease for two cases";
            }
        }
    }

    @Override
    public void close() {
        thread.interrupt();
        http.shutdownNow();
    }
}
