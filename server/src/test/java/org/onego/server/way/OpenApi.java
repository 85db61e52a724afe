package org.onego.server.way;

import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.onego.adapters.departments.CasePayload;
import org.onego.bundle.schema.CompiledSchema;
import org.onego.bundle.schema.JsonSchemas;
import org.onego.server.way.DepartmentClient.Exchange;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// An OpenAPI 3.1 document as a judge: its schemas are JSON Schema 2020-12, so the validator of the
/// product reads them. What a schema does not declare counts as wrong.
final class OpenApi {

    private final JsonNode document;
    private final JsonSchemas schemas = new JsonSchemas(InstantSource.system());

    OpenApi(JsonNode document) {
        this.document = document;
    }

    /// The records whose schemas are in the document.
    private static final List<Class<?>> RECORDS = records();

    private static List<Class<?>> records() {
        List<Class<?>> all = new ArrayList<>(List.of(CasePayload.class));
        all.addAll(List.of(CasePayload.class.getDeclaredClasses()));
        for (String name :
                List.of(
                        "Answers",
                        "ClaimController",
                        "ReportBody",
                        "DepartmentApi",
                        "AdminController")) {
            try {
                Class<?> found = Class.forName("org.onego.server.department." + name);
                all.add(found);
                all.addAll(List.of(found.getDeclaredClasses()));
            } catch (ClassNotFoundException gone) {
                throw new IllegalStateException(gone);
            }
        }
        return all.stream().filter(Class::isRecord).toList();
    }

    /// The generator does not see that what is not `@Nullable` is always there, nor what can be any
    /// JSON.
    static JsonNode completed(JsonNode generated) {
        for (Class<?> each : RECORDS) {
            if (generated.path("components").path("schemas").path(each.getSimpleName())
                    instanceof ObjectNode schema) {
                for (RecordComponent part : each.getRecordComponents()) {
                    anything(schema.path("properties"), part);
                }
                List<String> always =
                        Arrays.stream(each.getRecordComponents())
                                .filter(part ->
                                        !part.getAnnotatedType()
                                                .isAnnotationPresent(Nullable.class))
                                .map(RecordComponent::getName)
                                .sorted()
                                .toList();
                if (!always.isEmpty()) {
                    always.forEach(schema.putArray("required")::add);
                }
            }
        }
        return generated;
    }

    /// Any JSON: the generator takes it for an object.
    private static void anything(JsonNode properties, RecordComponent part) {
        if (part.getType() == JsonNode.class) {
            ((ObjectNode) properties).putObject(part.getName());
        } else if (part.getGenericType().getTypeName().contains(JsonNode.class.getName())
                && properties.path(part.getName()).path("additionalProperties")
                        instanceof ObjectNode values) {
            values.putObject("additionalProperties");
        }
    }

    /// What of an exchange the document does not allow; what was refused needs only the right
    /// answer.
    List<String> problems(Exchange exchange) {
        Optional<JsonNode> operation = operation(exchange);
        if (operation.isEmpty()) {
            return List.of("no such operation");
        }
        List<String> problems = new ArrayList<>();
        JsonNode responses = operation.get().path("responses");
        String status = String.valueOf(exchange.status());
        JsonNode response =
                responses.has(status)
                        ? responses.path(status)
                        : responses.path(status.charAt(0) + "XX");
        if (response.isMissingNode()) {
            return List.of("answer " + status + " is not declared");
        }
        String type = exchange.type().replaceAll(";.*", "");
        problems.addAll(
                check("answer", response.path("content").path(type), type, exchange.answer()));
        if (exchange.status() < 300 && !exchange.body().isEmpty()) {
            problems.addAll(
                    check(
                            "request",
                            operation
                                    .get()
                                    .path("requestBody")
                                    .path("content")
                                    .path("application/json"),
                            "application/json",
                            exchange.body()));
        }
        return problems;
    }

    private Optional<JsonNode> operation(Exchange exchange) {
        String path = URI.create(exchange.target()).getPath();
        return document.path("paths").properties().stream()
                .filter(each -> pattern(each.getKey()).matcher(path).matches())
                .map(Map.Entry::getValue)
                .filter(each -> each.has(exchange.method().toLowerCase(Locale.ROOT)))
                .map(each -> each.path(exchange.method().toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    private static Pattern pattern(String template) {
        return Pattern.compile(template.replaceAll("\\{[^}]+}", "[^/]+"));
    }

    private List<String> check(String what, JsonNode content, String type, String text) {
        if (content.isMissingNode()) {
            return List.of(what + " of type " + type + " is not declared");
        }
        CompiledSchema schema = schemas.compile(closed(content.path("schema")));
        return schema.validate(DepartmentClient.JSON.readTree(text)).stream()
                .map(error -> what + ": " + error)
                .toList();
    }

    /// The schema with everything it refers to, closed against what it does not declare.
    private ObjectNode closed(JsonNode schema) {
        ObjectNode whole = (ObjectNode) schema.deepCopy();
        whole.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        whole.set("components", document.path("components").deepCopy());
        close(whole);
        return whole;
    }

    private static void close(JsonNode node) {
        if (node instanceof ObjectNode object
                && object.path("properties").isObject()
                && !object.has("additionalProperties")
                && object.path("type").asString("").equals("object")) {
            object.put("additionalProperties", false);
        }
        node.forEach(OpenApi::close);
    }
}
