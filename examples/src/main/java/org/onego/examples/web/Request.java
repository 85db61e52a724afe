package org.onego.examples.web;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// One HTTP request, read whole. Header names are lower-case; `variables` are the `{…}` of the
/// route that matched.
///
/// @param target the path as sent, not decoded: what a signature covers
@SuppressWarnings("ArrayRecordComponent") // never compared, only read
public record Request(
        String method,
        String target,
        Map<String, String> query,
        Map<String, String> headers,
        Map<String, String> variables,
        byte[] body) {

    public Request {
        query = Map.copyOf(query);
        headers = Map.copyOf(headers);
        variables = Map.copyOf(variables);
    }

    public String variable(String name) {
        String value = variables.get(name);
        if (value == null) {
            throw new IllegalArgumentException(
                    "The route of " + target + " has no {" + name + "}.");
        }
        return value;
    }

    public String query(String name) {
        return query.getOrDefault(name, "");
    }

    public @Nullable String header(String name) {
        return headers.get(name);
    }

    /// The body as a JSON object; empty when it is anything else.
    public Optional<ObjectNode> json() {
        try {
            JsonNode node = Json.MAPPER.readTree(body);
            return node instanceof ObjectNode object ? Optional.of(object) : Optional.empty();
        } catch (JacksonException _) {
            return Optional.empty();
        }
    }

    Request with(Map<String, String> found) {
        return new Request(method, target, query, headers, found, body);
    }
}
