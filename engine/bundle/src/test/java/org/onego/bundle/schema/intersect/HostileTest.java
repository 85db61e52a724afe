package org.onego.bundle.schema.intersect;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Whatever is given: an exact answer or a problem with its place, in bounded time and on an
/// ordinary stack.
class HostileTest {

    private static final SchemaIntersection INTERSECTION = SchemaIntersection.standard();

    /// Generous for a loaded machine; without bounds these would take hours, or the memory.
    private static final Duration LIMIT = Duration.ofSeconds(60);

    /// Half of what a thread usually has.
    private static final long STACK = 512 * 1024;

    private static Intersection of(JsonNode... schemas) {
        return Assertions.assertTimeoutPreemptively(
                LIMIT,
                () -> {
                    AtomicReference<Intersection> answer = new AtomicReference<>();
                    AtomicReference<Throwable> thrown = new AtomicReference<>();
                    Thread thread =
                            new Thread(
                                    null,
                                    () -> answer.set(INTERSECTION.of(List.of(schemas))),
                                    "small stack",
                                    STACK);
                    thread.setUncaughtExceptionHandler((_, throwable) -> thrown.set(throwable));
                    thread.start();
                    thread.join();
                    assertThat(thrown.get()).isNull();
                    return Objects.requireNonNull(answer.get());
                });
    }

    private static Intersection of(String... schemas) {
        return of(List.of(schemas).stream().map(Suite.MAPPER::readTree).toArray(JsonNode[]::new));
    }

    private static Problem problem(Intersection intersection) {
        assertThat(intersection).isInstanceOf(Intersection.NotIntersected.class);
        return ((Intersection.NotIntersected) intersection).problems().getFirst();
    }

    private static Intersection.Intersected answer(Intersection intersection) {
        assertThat(intersection).isInstanceOf(Intersection.Intersected.class);
        return (Intersection.Intersected) intersection;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "1;; 1 is not a schema: an object, true or false.",
                "null;; null is not a schema: an object, true or false.",
                "[];; [] is not a schema: an object, true or false.",
                "'{\"type\":\"strin\"}'; /type; \"strin\" is not a type or a list of types (null, boolean, object, array, number, string, integer).",
                "'{\"properties\":{\"a\":{\"minLength\":-1}}}'; /properties/a/minLength; -1 is not a count: an integer from 0.",
                "'{\"properties\":{\"a/b\":7}}'; /properties; {\"a/b\":7} is not an object of schemas.",
                "'{\"items\":[{}]}'; /items; [{}] is not a schema: an object, true or false.",
                "'{\"anyOf\":[]}'; /anyOf; [] is not a list of at least one schema.",
                "'{\"pattern\":\"(\"}'; /pattern; \"(\" is not a regular expression of ECMA-262.",
                "'{\"patternProperties\":{\"[\":{}}}'; /patternProperties; {\"[\":{}} is not an object from regular expressions of ECMA-262 to schemas.",
                "'{\"multipleOf\":0}'; /multipleOf; 0 is not a number greater than 0.",
                "'{\"required\":[\"a\",\"a\"]}'; /required; [\"a\",\"a\"] is not a list of different names.",
                "'{\"$schema\":\"http://json-schema.org/draft-04/schema#\"}'; /$schema; \"http://json-schema.org/draft-04/schema#\" is not a dialect that is read. Use 2020-12 or draft-07.",
                "'{\"$defs\":{\"a\":{\"$anchor\":\"x\"},\"b\":{\"$anchor\":\"x\"}}}'; /$defs/b; has the same name 'onego-input://1/#x' as the schema at '/$defs/a'. Rename one of them."
            })
    void whatIsNoSchemaIsAProblemWithItsPlace(String schema, String pointer, String message) {
        Problem problem = problem(of("{}", schema));
        assertThat(problem).isEqualTo(new Problem(1, pointer == null ? "" : pointer, message));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "#/$defs/nobody",
                "#nobody",
                "https://elsewhere.example/schema.json",
                "other.json#/a",
                "#/$defs/a/7",
                "file:///etc/passwd",
                "::not a uri::",
                "#/%zz",
                "http://[",
                "urn:x:y"
            })
    void aReferenceToNowhereIsAProblem(String reference) {
        ObjectNode schema = Json.object("$ref", Json.text(reference));
        Problem problem =
                problem(of(Json.object(), Json.object("properties", Json.object("p", schema))));
        assertThat(problem.pointer()).isEqualTo("/properties/p/$ref");
        assertThat(problem.message())
                .startsWith("'" + reference + "' leads to nothing in this schema");
    }

    @Test
    void aReferenceThatOnlyLeadsToItselfIsAProblem() {
        assertThat(problem(of("{\"$ref\":\"#\"}")).message())
                .startsWith("refers to itself for the same value");
        assertThat(
                        problem(
                                        of(
                                                "{\"$ref\":\"#/$defs/a\",\"$defs\":{\"a\":{\"allOf\":[{\"$ref\":\"#/$defs/b\"}]},\"b\":{\"not\":{\"$ref\":\"#/$defs/a\"}}}}"))
                                .pointer())
                .startsWith("/$defs/");
    }

    @ParameterizedTest
    @CsvSource({"properties", "items", "not", "anyOf", "allOf", "if", "const"})
    void tenThousandLevelsAreAProblem(String keyword) {
        JsonNode schema = nested(keyword, 10_000);
        assertThat(problem(of(schema, schema)).message())
                .startsWith("The schema is nested deeper than");
    }

    @ParameterizedTest
    @CsvSource({"properties", "items", "not", "anyOf", "allOf", "oneOf", "if", "const"})
    void asManyLevelsAsAreAllowedAreAnswered(String keyword) {
        int levels = keyword.equals("properties") || keyword.endsWith("Of") ? 120 : 240;
        JsonNode schema = nested(keyword, levels);
        answer(of(schema, Json.object("type", Json.text("object"))));
    }

    private static JsonNode nested(String keyword, int levels) {
        JsonNode schema =
                Json.object("type", Json.array(List.of(Json.text("object"), Json.text("array"))));
        for (int i = 0; i < levels; i++) {
            schema =
                    switch (keyword) {
                        case "properties" -> Json.object("properties", Json.object("a", schema));
                        case "anyOf", "allOf", "oneOf" ->
                                Json.object(keyword, Json.array(List.of(schema)));
                        default -> Json.object(keyword, schema);
                    };
        }
        return schema;
    }

    @Test
    void manyPropertiesAreAnswered() {
        properties(10_000);
    }

    @Tag("full")
    @Test
    void aHundredThousandPropertiesAreAnswered() {
        properties(100_000);
    }

    private static void properties(int number) {
        ObjectNode left = Json.object();
        ObjectNode right = Json.object();
        for (int i = 0; i < number; i++) {
            left.set("p" + i, Json.object("minLength", Json.number(1)));
            right.set("p" + (i + number / 2), Json.object("maxLength", Json.number(5)));
        }
        JsonNode both =
                answer(of(Json.object("properties", left), Json.object("properties", right)))
                        .schema();
        assertThat(both.path("properties").size()).isEqualTo(number + number / 2);
        assertThat(both.at("/properties/p" + (number - 1)))
                .isEqualTo(Suite.MAPPER.readTree("{\"minLength\":1,\"maxLength\":5}"));
    }

    @ParameterizedTest
    @CsvSource({"1e1000000000", "-1e-1000000000"})
    void numbersTooLongToCalculateWithAreAProblem(String number) {
        assertThat(
                        problem(of("{\"multipleOf\":3}", "{\"minimum\":%s}".formatted(number)))
                                .message())
                .contains("digits");
    }

    @Test
    void patternsWithoutEndDecideNothing() {
        String texts =
                IntStream.range(0, 2000)
                        .mapToObj(i -> "\"" + "a".repeat(40) + i + "!\"")
                        .collect(Collectors.joining(","));
        Intersection.Intersected both =
                answer(of("{\"enum\":[%s]}".formatted(texts), "{\"pattern\":\"^(a+)+$\"}"));
        assertThat(both.verdict()).isInstanceOf(Verdict.Unknown.class);
        assertThat(both.schema().toString()).contains("^(a+)+$");
    }

    @Test
    void patternsForNamesWithoutEndDecideNothing() {
        ObjectNode names = Json.object();
        ObjectNode patterns = Json.object();
        for (int i = 0; i < 200; i++) {
            names.set("a".repeat(40) + i + "!", Json.object("type", Json.text("string")));
            patterns.set("^(a+)+%d$".formatted(i), Json.object("type", Json.text("number")));
        }
        ObjectNode right = Json.object("patternProperties", patterns);
        right.put("additionalProperties", false);
        assertThat(answer(of(Json.object("properties", names), right)).verdict())
                .isNotInstanceOf(Verdict.Empty.class);
    }

    @Test
    void choicesAreNeverMultipliedWithoutEnd() {
        // Six choices of four: 4096 pairs if multiplied.
        JsonNode[] choices =
                IntStream.range(0, 6)
                        .mapToObj(i ->
                                Json.object(
                                        "oneOf",
                                        Json.array(
                                                IntStream.range(0, 4)
                                                        .mapToObj(j ->
                                                                Json.object(
                                                                        "properties",
                                                                        Json.object(
                                                                                "p" + i,
                                                                                Json.object(
                                                                                        "const",
                                                                                        Json.number(
                                                                                                j)))))
                                                        .toList())))
                        .toArray(JsonNode[]::new);
        JsonNode both = answer(of(choices)).schema();
        assertThat(both.toString()).hasSizeLessThan(6_000);
    }

    @Test
    void definitionsThatDoubleAreNotWrittenOut() {
        ObjectNode definitions = Json.object();
        for (int i = 0; i < 40; i++) {
            JsonNode next = Definitions.reference("d" + (i + 1));
            definitions.set(
                    "d" + i,
                    Json.object("properties", Json.object().set("a", next).set("b", next)));
        }
        definitions.set("d40", Json.object("type", Json.text("string")));
        ObjectNode schema = Definitions.reference("d0");
        schema.set("$defs", definitions);
        JsonNode both = answer(of(schema, Json.object("type", Json.text("object")))).schema();
        assertThat(both.toString()).hasSizeLessThan(200_000);
    }

    @Test
    void aLongChainOfReferencesIsAnswered() {
        ObjectNode definitions = Json.object();
        for (int i = 0; i < 10_000; i++) {
            definitions.set("d" + i, Definitions.reference("d" + (i + 1)));
        }
        definitions.set("d10000", Json.object("type", Json.text("string")));
        ObjectNode schema = Definitions.reference("d0");
        schema.set("$defs", definitions);
        assertThat(answer(of(schema, Json.object("maxLength", Json.number(3)))).verdict())
                .isNotInstanceOf(Verdict.Empty.class);
    }

    @Test
    void manyBranchesAgainstManyPropertiesAreAnswered() {
        List<JsonNode> branches =
                IntStream.range(0, 400)
                        .<JsonNode>mapToObj(i ->
                                Json.object("required", Json.array(List.of(Json.text("p" + i)))))
                        .toList();
        ObjectNode properties = Json.object();
        IntStream.range(0, 800)
                .forEach(i -> properties.set("p" + i, Json.object("type", Json.text("string"))));
        ObjectNode left = Json.object("properties", properties);
        left.put("type", "object");
        assertThat(answer(of(left, Json.object("anyOf", Json.array(branches)))).verdict())
                .isNotInstanceOf(Verdict.Empty.class);
    }

    @Test
    void aNumberThatIsNoneIsAProblem() {
        JsonNode infinite =
                tools.jackson.databind.node.DoubleNode.valueOf(Double.POSITIVE_INFINITY);
        assertThat(problem(of(Json.object("minimum", infinite))).message()).contains("digits");
    }
}
