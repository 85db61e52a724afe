package org.onego.examples.department;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.onego.examples.data.CertificateIdentifier;
import org.onego.examples.data.CertificateType;
import org.onego.examples.data.ElementDefinition;
import org.onego.examples.data.ItemResults;
import org.onego.examples.data.PackagesFolder;
import org.onego.examples.web.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/// Makes up what an approved item issues. The same case always gets the same.
final class SampleResult {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final ItemResults items;
    private final PackagesFolder packages;

    SampleResult(PackagesFolder packages) {
        this.items = new ItemResults(packages.path());
        this.packages = packages;
    }

    /// Adds to an event `result`: `{"<subject of the item>": {"<element>": value}}` for each
    /// element that the item produces, with values that the elements' schemas allow; and
    /// `certificates`: `[{"type", "number", "identifier", "issued"}]` for each certificate that it
    /// issues.
    void addTo(ObjectNode event, CaseFile file) throws IOException {
        RandomGenerator random = new SplittableRandom(file.caseId().hashCode());
        LocalDate today = LocalDate.ofInstant(file.receivedAt(), CHINA);
        ItemResults.Results issues =
                items.of(
                        Json.text(file.pushed().path("bundle"), "id"),
                        Json.text(file.pushed().path("item"), "id"));
        ObjectNode result = event.putObject("result");
        for (Map.Entry<String, List<ElementDefinition>> subject : issues.elements().entrySet()) {
            ObjectNode values = result.putObject(subject.getKey());
            for (ElementDefinition element : subject.getValue()) {
                values.set(element.id(), value(element, today, random));
            }
        }
        ArrayNode certificates = event.putArray("certificates");
        for (String typeId : issues.certificates()) {
            CertificateType type = packages.current().types().get(typeId);
            if (type != null) {
                String number = "YB" + SampleText.digits(10, random);
                certificates
                        .addObject()
                        .put("type", typeId)
                        .put("number", number)
                        .put(
                                "identifier",
                                CertificateIdentifier.of(
                                        type.typeCode(), type.issuerCode(), number, file.caseId()))
                        .put("issued", today.toString());
            }
        }
    }

    private static JsonNode value(
            ElementDefinition element, LocalDate today, RandomGenerator random) {
        JsonNode schema = element.schema();
        if (!element.codes().isEmpty()) {
            return StringNode.valueOf(element.codes().get(random.nextInt(element.codes().size())));
        }
        if (schema.has("const")) {
            return schema.path("const");
        }
        if (schema.path("enum").size() > 0) {
            return schema.path("enum").path(0);
        }
        JsonNode number = Json.MAPPER.valueToTree(Math.max(1, schema.path("minimum").asLong(1)));
        return switch (Json.text(schema, "type")) {
            case "boolean" -> Json.MAPPER.valueToTree(true);
            case "integer", "number" -> number;
            default -> StringNode.valueOf(text(schema, today, random));
        };
    }

    private static String text(JsonNode schema, LocalDate today, RandomGenerator random) {
        Optional<String> formatted =
                SampleText.ofFormat(Json.text(schema, "format"), today, random);
        if (formatted.isPresent()) {
            return formatted.get();
        }
        String pattern = Json.text(schema, "pattern");
        Optional<String> matching =
                pattern.isEmpty() ? Optional.empty() : SampleText.ofPattern(pattern, random);
        int shortest = schema.path("minLength").asInt(0);
        int longest = schema.path("maxLength").asInt(Math.max(12, shortest));
        return matching.orElseGet(() ->
                SampleText.digits(Math.min(longest, Math.max(12, shortest)), random)
                        .toUpperCase(Locale.ROOT));
    }
}
