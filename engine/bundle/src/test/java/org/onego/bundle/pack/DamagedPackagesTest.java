package org.onego.bundle.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onego.bundle.property.Choices;
import org.onego.bundle.property.Property;
import org.onego.bundle.schema.JsonSchemas;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// However the files of a package are damaged, reading it comes to findings and never to an
/// exception; and a package without an error has a bundle.
class DamagedPackagesTest {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final YAMLMapper YAML = new YAMLMapper();

    private final Path base =
            Path.of(System.getProperty("onego.root"))
                    .resolve("engine/bundle/src/test/resources/pack/base");
    private final JsonSchemas schemas = new JsonSchemas(FixturePackages.CLOCK);

    @TempDir Path temp;

    /// A file and what stands in it now.
    private record Damage(String file, String content) {}

    @Test
    void aValueOfAnotherKindIsAFinding() throws IOException {
        List<String> files = files("yaml", "json");
        Property.of("a tree with one value replaced is read", choices -> replaceOne(choices, files))
                .runs(300)
                .holds(this::isRead);
    }

    @Test
    void aDamagedTextIsAFinding() throws IOException {
        List<String> files = files("yaml", "json", "csv");
        Property.of("a file with some letters changed is read", choices -> scratch(choices, files))
                .runs(150)
                .holds(this::isRead);
    }

    private void isRead(Damage damage) throws IOException {
        Path root = Files.createTempDirectory(temp, "damaged");
        WrongPackagesTest.copy(base, root);
        Files.writeString(root.resolve(damage.file()), damage.content());
        PackageReader reader = PackageReader.open(root, schemas);
        PackageResult result = reader.read("permit");
        boolean errors = result.findings().stream().anyMatch(Finding::isError);
        assertThat(result.bundle() == null).isEqualTo(errors);
        for (Finding finding : result.findings()) {
            assertThat(finding.message()).isNotBlank();
            assertThat(finding.advice()).isNotBlank();
            assertThat(finding.file()).isNotBlank();
        }
    }

    private Damage replaceOne(Choices choices, List<String> files) {
        String file = choices.pick(files);
        JsonNode tree = read(file);
        List<Runnable> ways = new ArrayList<>();
        collect(choices, tree, ways);
        choices.pick(ways).run();
        String text = file.endsWith(".json") ? tree.toString() : YAML.writeValueAsString(tree);
        return new Damage(file, text);
    }

    private JsonNode read(String file) {
        try {
            String text = Files.readString(base.resolve(file));
            return file.endsWith(".json")
                    ? JsonMapper.shared().readTree(text)
                    : YAML.readTree(text);
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
    }

    /// Every place in the tree, each with a way to damage it.
    private static void collect(Choices choices, JsonNode node, List<Runnable> ways) {
        if (node instanceof ObjectNode object) {
            for (String key : List.copyOf(object.propertyNames())) {
                ways.add(() -> object.set(key, other(choices)));
                ways.add(() -> object.remove(key));
                ways.add(() -> object.set(key + "x", object.remove(key)));
                collect(choices, object.get(key), ways);
            }
            ways.add(() -> object.set("more", other(choices)));
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                int at = i;
                ways.add(() -> array.set(at, other(choices)));
                collect(choices, array.get(i), ways);
            }
            ways.add(() -> array.add(other(choices)));
            ways.add(array::removeAll);
        }
    }

    private static JsonNode other(Choices choices) {
        return choices.pick(
                JSON.nullNode(),
                JSON.numberNode(-1),
                JSON.numberNode(1.5),
                JSON.booleanNode(true),
                JSON.stringNode(""),
                JSON.stringNode("permit"),
                JSON.stringNode("/holder/name"),
                JSON.stringNode("element:person.name"),
                JSON.stringNode("#/properties/holder"),
                JSON.objectNode(),
                JSON.objectNode().put("zh", "文字"),
                JSON.objectNode().put("$ref", "#"),
                JSON.objectNode().put("x-subject", "holder"),
                JSON.objectNode().put("if", true).put("then", false),
                JSON.arrayNode(),
                JSON.arrayNode().add("permit"));
    }

    private Damage scratch(Choices choices, List<String> files) {
        String file = choices.pick(files);
        StringBuilder text = new StringBuilder();
        try {
            text.append(Files.readString(base.resolve(file)));
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
        int times = choices.between(1, 3);
        for (int i = 0; i < times; i++) {
            int at = choices.between(0, text.length() - 1);
            switch (choices.between(0, 2)) {
                case 0 -> text.deleteCharAt(at);
                case 1 -> text.insert(at, choices.text(1, 2, "{}[]:,\"'\n #&*!|>%@`/-?\t\u0000中"));
                default -> text.setCharAt(at, choices.text(1, 1, "{}[]:,\"'\n #-x0").charAt(0));
            }
        }
        return new Damage(file, text.toString());
    }

    private List<String> files(String... endings) throws IOException {
        try (Stream<Path> all = Files.walk(base)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> base.relativize(file).toString())
                    .filter(file -> Stream.of(endings).anyMatch(file::endsWith))
                    .sorted()
                    .toList();
        }
    }
}
