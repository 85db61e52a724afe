package org.onego.bundle.schema.intersect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.onego.bundle.property.Choices;
import org.onego.bundle.property.Property;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The laws of an intersection, on generated schemas. The standard validator, asked about the
/// inputs, is the authority.
class LawsTest {

    private static final SchemaIntersection INTERSECTION = SchemaIntersection.standard();
    private static final Evaluation VALIDATOR = Evaluation.withFormats();

    private record Two(JsonNode a, JsonNode b, List<JsonNode> values) {}

    private static Two two(Choices choices) {
        return new Two(
                SchemaGenerator.schema(choices),
                SchemaGenerator.schema(choices),
                choices.list(1, 12, SchemaGenerator::value));
    }

    private static Intersection.Intersected intersected(JsonNode... schemas) {
        return switch (INTERSECTION.of(List.of(schemas))) {
            case Intersection.Intersected intersected -> intersected;
            case Intersection.NotIntersected(List<Problem> problems) ->
                    throw new AssertionError(problems.toString());
        };
    }

    private static boolean accepts(JsonNode schema, JsonNode value) {
        return accepts(question(schema), value);
    }

    private static Evaluation.Question question(JsonNode schema) {
        return VALIDATOR.of(schema, Json.object());
    }

    private static boolean accepts(Evaluation.Question question, JsonNode value) {
        return switch (question.about(value)) {
            case Evaluation.Answer.Accepted _ -> true;
            case Evaluation.Answer.Rejected _ -> false;
            case Evaluation.Answer.Undecided _ -> throw new AssertionError("undecided on " + value);
        };
    }

    @Test
    void anIntersectionAcceptsExactlyWhatBothAccept() {
        exactness(2500);
    }

    @Tag("full")
    @Test
    void anIntersectionAcceptsExactlyWhatBothAcceptManyTimes() {
        exactness(100_000);
    }

    private static void exactness(int runs) {
        Property.of("intersect(a,b) accepts x exactly when a and b do", LawsTest::two)
                .runs(runs)
                .holds(two -> {
                    Intersection.Intersected both = intersected(two.a(), two.b());
                    var a = question(two.a());
                    var b = question(two.b());
                    var result = question(both.schema());
                    boolean satisfied = false;
                    for (JsonNode value : two.values()) {
                        boolean expected = accepts(a, value) && accepts(b, value);
                        satisfied |= expected;
                        assertThat(accepts(result, value))
                                .as("%s on %s", both.schema(), value)
                                .isEqualTo(expected);
                    }
                    switch (both.verdict()) {
                        case Verdict.Empty(EmptyReason reason) -> {
                            assertThat(satisfied).as(reason.message()).isFalse();
                            assertThat(both.schema()).isEqualTo(Json.bool(false));
                        }
                        case Verdict.Satisfiable(JsonNode witness) -> {
                            assertThat(accepts(two.a(), witness)).isTrue();
                            assertThat(accepts(two.b(), witness)).isTrue();
                            assertThat(accepts(both.schema(), witness)).isTrue();
                        }
                        case Verdict.Unknown _ ->
                                assertThat(both.schema()).isNotEqualTo(Json.bool(false));
                    }
                });
    }

    @Test
    void theSameTwiceIsItsNormalFormAndThatStaysAsItIs() {
        Property.of(
                        "intersect(x,x) = intersect(x) = intersect(intersect(x))",
                        SchemaGenerator::schema)
                .runs(1000)
                .holds(x -> {
                    JsonNode normal = intersected(x).schema();
                    assertThat(intersected(x, x).schema()).isEqualTo(normal);
                    assertThat(intersected(normal).schema()).isEqualTo(normal);
                    assertThat(intersected(normal, normal).schema()).isEqualTo(normal);
                });
    }

    @Test
    void anIntersectionIsANormalForm() {
        Property.of("intersect(intersect(a,b)) = intersect(a,b)", LawsTest::two)
                .runs(1000)
                .holds(two -> {
                    JsonNode both = intersected(two.a(), two.b()).schema();
                    assertThat(intersected(both).schema()).isEqualTo(both);
                });
    }

    @Test
    void theOrderOfTheInputsChangesNothingButTheOrder() {
        Property.of("intersect(a,b) = intersect(b,a)", LawsTest::two)
                .runs(1000)
                .holds(two -> {
                    Intersection.Intersected forward = intersected(two.a(), two.b());
                    Intersection.Intersected backward = intersected(two.b(), two.a());
                    var there = question(forward.schema());
                    var back = question(backward.schema());
                    for (JsonNode value : two.values()) {
                        assertThat(accepts(there, value)).isEqualTo(accepts(back, value));
                    }
                    if (!forward.schema().has("$defs") && !hasTwoRules(forward.schema())) {
                        assertThat(unordered(forward.schema()))
                                .isEqualTo(unordered(backward.schema()));
                    }
                });
    }

    /// Where the rules for properties of two schemas cannot be one, those of a third may join
    /// either of them.
    private static boolean hasTwoRules(JsonNode schema) {
        boolean here =
                schema.path("allOf")
                        .valueStream()
                        .anyMatch(each ->
                                each.has("properties")
                                        || each.has("patternProperties")
                                        || each.has("additionalProperties"));
        return here || schema.valueStream().anyMatch(LawsTest::hasTwoRules);
    }

    /// A text in which the order of names, branches and listed values does not show.
    private static String unordered(JsonNode schema) {
        if (schema.isArray()) {
            return schema.valueStream().map(LawsTest::unordered).sorted().toList().toString();
        }
        if (!schema.isObject()) {
            return Json.key(schema);
        }
        List<String> parts = new ArrayList<>();
        JsonNode plain = hoisted((ObjectNode) schema);
        plain.properties()
                .forEach(entry -> parts.add(entry.getKey() + "=" + unordered(entry.getValue())));
        return parts.stream().sorted().toList().toString();
    }

    /// Which of two stands beside the other keywords and which in the `allOf` is a matter of order
    /// as well: all go there.
    private static JsonNode hoisted(ObjectNode schema) {
        if (!schema.path("allOf").isArray()) {
            return schema;
        }
        ObjectNode rest = schema.deepCopy();
        var all = Json.array(schema.get("allOf").values());
        rest.remove("allOf");
        for (List<String> group :
                List.of(
                        List.of("pattern"),
                        List.of("format"),
                        List.of("not"),
                        List.of("anyOf"),
                        List.of("oneOf"),
                        List.of("if", "then", "else"),
                        List.of("contains", "minContains", "maxContains"),
                        List.of("properties", "patternProperties", "additionalProperties"))) {
            ObjectNode apart = Json.object();
            group.stream()
                    .filter(rest::has)
                    .forEach(keyword -> apart.set(keyword, rest.get(keyword)));
            group.forEach(rest::remove);
            if (!apart.isEmpty()) {
                all.add(apart);
            }
        }
        rest.set("everything", all);
        return rest;
    }

    @Test
    void threeAreTwoAndOne() {
        Property.of(
                        "intersect(a,b,c) accepts what intersect(intersect(a,b),c) does",
                        choices -> choices.list(3, 3, SchemaGenerator::schema).stream().toList())
                .runs(400)
                .holds(three -> {
                    JsonNode together = intersected(three.toArray(JsonNode[]::new)).schema();
                    JsonNode after =
                            intersected(
                                            intersected(three.get(0), three.get(1)).schema(),
                                            three.get(2))
                                    .schema();
                    var one = question(together);
                    var other = question(after);
                    for (JsonNode value : sampleValues()) {
                        assertThat(accepts(one, value))
                                .as("%s", value)
                                .isEqualTo(accepts(other, value));
                    }
                });
    }

    private static List<JsonNode> sampleValues() {
        return List.of(
                        "null",
                        "\"\"",
                        "\"ab\"",
                        "0",
                        "1",
                        "2.5",
                        "true",
                        "[]",
                        "[1]",
                        "[\"a\",\"ab\"]",
                        "{}",
                        "{\"a\":1}",
                        "{\"a\":\"a\",\"ab\":null}",
                        "{\"b\":[]}")
                .stream()
                .map(Suite.MAPPER::readTree)
                .toList();
    }
}
