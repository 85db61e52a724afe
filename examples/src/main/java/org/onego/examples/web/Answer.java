package org.onego.examples.web;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// What goes back for a request.
public sealed interface Answer {

    /// A reply with a body. `body` is sent as it is.
    @SuppressWarnings("ArrayRecordComponent") // never compared, only sent
    record Reply(int status, String type, byte[] body, Map<String, String> headers)
            implements Answer {
        public Reply {
            headers = Map.copyOf(headers);
        }

        public Reply withHeader(String name, String value) {
            Map<String, String> all = new LinkedHashMap<>(headers);
            all.put(name, value);
            return new Reply(status, type, body, all);
        }
    }

    /// Nothing ever comes: the connection stays open until the caller gives up, two minutes pass,
    /// or the server stops.
    record Silence() implements Answer {}

    /// The connection is closed without a word, as when a server is killed after it has done the
    /// work.
    record HangUp() implements Answer {}

    static Reply json(int status, JsonNode body) {
        return new Reply(
                status,
                "application/json; charset=utf-8",
                Json.MAPPER.writeValueAsBytes(body),
                Map.of());
    }

    static Reply json(JsonNode body) {
        return json(200, body);
    }

    static Reply text(int status, String type, String body) {
        return new Reply(
                status, type + "; charset=utf-8", body.getBytes(StandardCharsets.UTF_8), Map.of());
    }

    /// A refusal that says what is wrong and what to do.
    static Reply problem(int status, String code, String message) {
        return json(status, Json.object().put("code", code).put("message", message));
    }

    static Reply redirect(String to) {
        return text(302, "text/plain", "→ " + to).withHeader("Location", to);
    }
}
