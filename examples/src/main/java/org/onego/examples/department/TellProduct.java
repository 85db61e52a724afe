package org.onego.examples.department;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.onego.examples.web.Json;
import tools.jackson.databind.JsonNode;

/// Calls the product back, signed, again and again until it has taken the event or refuses it.
final class TellProduct {

    /// How it ended.
    sealed interface Outcome {
        record Taken() implements Outcome {}

        /// The product answered that it will never take this: repeating would not help.
        record Refused(int status, String answer) implements Outcome {}
    }

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(5))
                    .build();
    private final Map<String, String> trouble = new ConcurrentHashMap<>();
    private final String key;
    private final Signing signing;
    private final Leases leases;
    private final Duration firstWait;
    private final Clock clock;

    /// @param firstWait before the first repetition; doubled each time, up to half a minute
    TellProduct(String key, Signing signing, Leases leases, Duration firstWait, Clock clock) {
        this.key = key;
        this.signing = signing;
        this.leases = leases;
        this.firstWait = firstWait;
        this.clock = clock;
    }

    Outcome tell(URI to, String receipt, String idempotencyKey, JsonNode event)
            throws InterruptedException {
        byte[] body = Json.MAPPER.writeValueAsBytes(event);
        Duration wait = firstWait;
        while (true) {
            String problem;
            try {
                HttpResponse<String> answer =
                        http.send(
                                request(to, idempotencyKey, body),
                                HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
                int status = answer.statusCode();
                if (status / 100 == 2) {
                    trouble.remove(receipt);
                    return new Outcome.Taken();
                }
                String said = gist(answer.body());
                problem = "HTTP " + status + " " + said;
                if (status < 500 && status != 408 && status != 429) {
                    trouble.put(receipt, problem);
                    return new Outcome.Refused(status, said);
                }
            } catch (IOException e) {
                problem =
                        e.getClass().getSimpleName()
                                + (e.getMessage() == null ? "" : ": " + e.getMessage());
            }
            trouble.put(receipt, problem);
            Thread.sleep(wait);
            wait =
                    wait.multipliedBy(2).compareTo(LONGEST_WAIT) > 0
                            ? LONGEST_WAIT
                            : wait.multipliedBy(2);
        }
    }

    /// What went wrong when it was last tried; empty when nothing did.
    String trouble(String receipt) {
        return trouble.getOrDefault(receipt, "");
    }

    /// The first words of an answer, without the tags of an error page.
    private static String gist(String body) {
        String words = body.replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ").strip();
        return words.length() > 160 ? words.substring(0, 160) + "…" : words;
    }

    private HttpRequest request(URI to, String idempotencyKey, byte[] body) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(to)
                        .timeout(PATIENCE)
                        .header("Content-Type", "application/json; charset=utf-8")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        SignedCall.now(key, "POST", to.getRawPath(), idempotencyKey, body, clock)
                .headers(signing)
                .forEach(request::header);
        leases.of(to).ifPresent(lease -> request.header(Leases.HEADER, lease));
        return request.build();
    }
}
