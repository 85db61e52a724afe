package org.onego.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Whatever stands in a package or on a line: `./onego check` and `./onego intersect` answer with a
/// place, within a minute and 512 MB, and never with a stack trace.
@Tag("full")
class HostilePackageTest {

    private static final String FORM = "permit/items/permit/form.schema.json";
    private static final Map<String, Case> CASES = new LinkedHashMap<>();

    /// @param place file and pointer that a finding must name; null where there is nothing wrong
    private record Case(String file, String content, @Nullable String place) {}

    private static String form(String field) {
        return """
        {"type":"object","properties":{"holder":{"type":"object","x-subject":"holder","properties":{
          "name":{"$ref":"element:person.name"},"reason":{"title":"事由",%s}}}}}\
        """
                .formatted(field);
    }

    private static final String REASON = FORM + "#/properties/holder/properties/reason";

    static {
        CASES.put("no schema", new Case(FORM, form("\"type\":\"text\""), REASON + "/type"));
        CASES.put(
                "a negative length",
                new Case(FORM, form("\"minLength\":-1"), REASON + "/minLength"));
        CASES.put(
                "a reference to nowhere",
                new Case(FORM, form("\"$ref\":\"#/$defs/none\""), REASON + "/$ref"));
        CASES.put(
                "a reference outside",
                new Case(FORM, form("\"$ref\":\"https://example.org/a.json\""), REASON + "/$ref"));
        CASES.put(
                "a reference to a file",
                new Case(FORM, form("\"$ref\":\"file:///etc/passwd\""), REASON + "/$ref"));
        CASES.put(
                "a circle of references",
                new Case(
                        FORM,
                        form("\"$ref\":\"#/properties/holder/properties/reason\""),
                        FORM + "#/"));
        CASES.put(
                "a pattern that explodes",
                new Case(
                        FORM,
                        form("\"type\":\"string\",\"pattern\":\"^(a+)+$\""),
                        REASON + "/pattern"));
        CASES.put(
                "a pattern that is none",
                new Case(FORM, form("\"type\":\"string\",\"pattern\":\"(\""), REASON + "/pattern"));
        CASES.put(
                "a key twice",
                new Case(FORM, "{\"type\":\"object\",\"type\":\"object\"}", FORM + "#/type"));
        CASES.put(
                "a key twice in YAML",
                new Case(
                        "permit/package.yaml",
                        "id: permit\nid: permit\n",
                        "permit/package.yaml#/id"));
        CASES.put(
                "a code twice",
                new Case("codes/sex.csv", "code,name\n1,男\n1,女\n", "codes/sex.csv"));
        CASES.put(
                "10,000 levels",
                new Case(
                        FORM,
                        form(
                                "\"not\":".concat("{\"not\":".repeat(9_999))
                                        + "{}"
                                        + "}".repeat(9_999)),
                        FORM));
        CASES.put(
                "10,000 levels of properties",
                new Case(
                        FORM,
                        form("\"properties\":{\"a\":{".repeat(5_000) + "}}".repeat(5_000)),
                        FORM));
        CASES.put(
                "10,000 levels of YAML",
                new Case(
                        "permit/package.yaml",
                        "id: " + "[".repeat(10_000) + "]".repeat(10_000),
                        "permit/package.yaml"));
        CASES.put("100,000 properties", new Case(FORM, properties(100_000), FORM));
        CASES.put("5,000 properties", new Case(FORM, properties(5_000), null));
    }

    private static String properties(int count) {
        StringBuilder fields = new StringBuilder();
        for (int i = 0; i < count; i++) {
            fields.append(i == 0 ? "" : ",").append("\"p").append(i).append("\":{\"title\":\"p\"}");
        }
        return "{\"type\":\"object\",\"properties\":{\"holder\":{\"type\":\"object\",\"x-subject\":\"holder\",\"properties\":{\"name\":{\"$ref\":\"element:person.name\"},\"sex\":{\"$ref\":\"element:person.sex\"},"
                + fields
                + "}}}}";
    }

    static Stream<String> cases() {
        return CASES.keySet().stream();
    }

    @TempDir private Path folder;

    @ParameterizedTest
    @MethodSource("cases")
    void whateverStandsInAPackageIsAFindingWithItsPlace(String name) throws Exception {
        Case one = Objects.requireNonNull(CASES.get(name));
        copy(Called.ROOT.resolve("engine/bundle/src/test/resources/pack/base"), folder);
        Files.writeString(folder.resolve(one.file()), one.content());
        Called called = run("", "check", folder.resolve("permit").toString(), "--json");
        assertThat(called.err()).doesNotContain("\tat ", "Exception", "OutOfMemory");
        assertThat(called.code()).as(called.err()).isIn(0, Main.FINDINGS);
        List<String> places = new ArrayList<>();
        for (JsonNode finding : called.json().path("findings")) {
            assertThat(finding.path("advice").asString()).isNotBlank();
            places.add(finding.path("file").asString() + "#" + finding.path("pointer").asString());
        }
        if (one.place() != null) {
            assertThat(called.code()).isEqualTo(Main.FINDINGS);
            assertThat(places).anyMatch(place -> place.startsWith(one.place()));
        }
    }

    @Test
    void whateverStandsOnALineIsAnsweredAndTheNextOneFollows() throws Exception {
        String deep = "{\"not\":".repeat(10_000) + "{}" + "}".repeat(10_000);
        String circle = "{\"$ref\":\"#/$defs/a\",\"$defs\":{\"a\":{\"$ref\":\"#/$defs/a\"}}}";
        String tree = "{\"type\":\"object\",\"properties\":{\"next\":{\"$ref\":\"#\"}}}";
        String choice =
                "{\"oneOf\":[{\"minimum\":1},{\"maximum\":2},{\"multipleOf\":3},{\"const\":4}]}";
        List<String> lines =
                List.of(
                        "{\"schemas\":[" + deep + "]}",
                        "{\"schemas\":[" + properties(100_000) + ",true]}",
                        "{\"schemas\":[" + circle + "," + circle + "]}",
                        "{\"schemas\":[" + tree + "," + tree + "]}",
                        "{\"schemas\":[" + String.join(",", Collections.nCopies(30, choice)) + "]}",
                        "not json",
                        "{\"schemas\":[{\"pattern\":\"^(a+)+$\"},{\"const\":\""
                                + "a".repeat(60)
                                + "!\"}]}",
                        "{\"schemas\":[{\"type\":\"string\"},{\"type\":\"number\"}]}");
        Called called = run(String.join("\n", lines) + "\n", "intersect");
        assertThat(called.err()).doesNotContain("\tat ", "Exception", "OutOfMemory");
        assertThat(called.code()).isZero();
        List<JsonNode> answers =
                called.out()
                        .lines()
                        .map(line -> (JsonNode) JsonMapper.shared().readTree(line))
                        .toList();
        assertThat(answers).hasSameSizeAs(lines);
        assertThat(answers)
                .allMatch(answer ->
                        answer.has("verdict") && answer.has("schema") || answer.has("error"));
        assertThat(answers.get(0).has("error")).isTrue();
        assertThat(answers.get(2).has("error")).isTrue();
        assertThat(answers.get(3).path("verdict").asString()).isEqualTo("satisfiable");
        assertThat(answers.getLast().path("verdict").asString()).isEqualTo("empty");
    }

    private Called run(String input, String... arguments) throws Exception {
        Path in = Files.writeString(Files.createTempFile("line", ".in"), input);
        Path out = Files.createTempFile("line", ".out");
        Path err = Files.createTempFile("line", ".err");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:+UseSerialGC", "-Xmx512m", "-XX:+ExitOnOutOfMemoryError"));
        command.addAll(List.of("-Dlogback.configurationFile=logback-cli.xml"));
        command.addAll(List.of("-Dfile.encoding=UTF-8", "-Dstdout.encoding=UTF-8"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
        command.addAll(List.of(arguments));
        Process process =
                new ProcessBuilder(command)
                        .redirectInput(in.toFile())
                        .redirectOutput(out.toFile())
                        .redirectError(err.toFile())
                        .start();
        boolean ended = process.waitFor(60, TimeUnit.SECONDS);
        process.destroyForcibly();
        assertThat(ended).as("answered within a minute").isTrue();
        Called called =
                new Called(
                        process.exitValue(),
                        Files.readString(out, StandardCharsets.UTF_8),
                        Files.readString(err, StandardCharsets.UTF_8));
        for (Path file : List.of(in, out, err)) {
            Files.delete(file);
        }
        return called;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }
}
