package org.onego.examples.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// What an item issues, as its `item.yaml` says under `results`.
public final class ItemResults {

    /// @param certificates ids of the certificate types that are issued
    /// @param elements subject of the item → elements that become known
    public record Results(
            List<String> certificates, Map<String, List<ElementDefinition>> elements) {
        public Results {
            certificates = List.copyOf(certificates);
            elements = Collections.unmodifiableMap(new LinkedHashMap<>(elements));
        }
    }

    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]*");

    private final Path folder;

    public ItemResults(Path folder) {
        this.folder = folder;
    }

    /// Empty when the item is not in this packages folder or issues nothing.
    public Results of(String packageId, String itemId) throws IOException {
        List<String> certificates = new ArrayList<>();
        Map<String, List<ElementDefinition>> produced = new LinkedHashMap<>();
        // What a caller sends must not become a path.
        if (ID.matcher(packageId).matches() && ID.matcher(itemId).matches()) {
            Path file =
                    folder.resolve(packageId).resolve("items").resolve(itemId).resolve("item.yaml");
            for (JsonNode result : Files.exists(file) ? read(file).path("results") : read("[]")) {
                if (!Yaml.text(result, "certificate").isEmpty()) {
                    certificates.add(Yaml.text(result, "certificate"));
                }
                for (Map.Entry<String, JsonNode> subject : result.path("produces").properties()) {
                    List<ElementDefinition> elements =
                            produced.computeIfAbsent(subject.getKey(), _ -> new ArrayList<>());
                    for (JsonNode element : subject.getValue()) {
                        elements.add(element(element.asString("")));
                    }
                }
            }
        }
        return new Results(certificates, produced);
    }

    private ElementDefinition element(String id) throws IOException {
        int dot = id.indexOf('.');
        if (dot < 1 || !ID.matcher(id.substring(0, dot)).matches()) {
            return new ElementDefinition(id, id, Yaml.MAPPER.createObjectNode(), List.of());
        }
        Path file = folder.resolve("elements").resolve(id.substring(0, dot) + ".yaml");
        JsonNode element =
                Files.exists(file)
                        ? read(file).path("elements").path(id.substring(dot + 1))
                        : read("{}");
        return new ElementDefinition(
                id,
                Yaml.text(element, "title"),
                element.path("schema"),
                codes(Yaml.text(element, "codes")));
    }

    private List<String> codes(String list) throws IOException {
        Path file = folder.resolve("codes").resolve(list + ".csv");
        if (!ID.matcher(list).matches() || !Files.exists(file)) {
            return List.of();
        }
        return Files.readAllLines(file).stream()
                .skip(1)
                .map(line -> line.split(",", 2)[0].replace("\"", "").strip())
                .filter(code -> !code.isEmpty())
                .toList();
    }

    private static JsonNode read(Path file) throws IOException {
        return read(Files.readString(file));
    }

    private static JsonNode read(String yaml) {
        return Yaml.MAPPER.readTree(yaml);
    }
}
