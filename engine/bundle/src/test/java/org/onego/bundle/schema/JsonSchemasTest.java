package org.onego.bundle.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onego.bundle.schema.SchemaProblem.Kind;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.StringNode;

/// Compiling schemas, refusing others, and what errors say.
class JsonSchemasTest {

    /// Half past midnight in China, still the day before in Greenwich.
    private static final InstantSource CLOCK =
            InstantSource.fixed(Instant.parse("2026-03-01T16:30:00Z"));

    private final JsonSchemas schemas = new JsonSchemas(CLOCK);

    @ParameterizedTest
    @CsvSource({
        "cn-id-number, 11010519491231002X, 110105194912310021",
        "cn-uscc, 11100000000013338W, 111000000000133380",
        "cn-mobile, 13800000001, 12800000001",
        "cn-mobile, 19900000000, 1380000000",
        "cn-region, 130600, 13060",
        "cn-region, 130600, 030600",
        "cn-bank-card, 4111111111111111, 4111111111111112",
        "past-date, 2026-03-02, 2026-03-03",
        "past-date, 2024-02-29, 2023-02-29",
        "past-date, 1949-12-31, 19491231",
        "past-date-time, 2026-03-02T00:30, 2026-03-02T00:31",
        "past-date-time, 2026-03-02T00:30, 2026-03-02",
        "local-date-time, 2030-01-01T23:59, 2030-01-01T24:00",
        "local-date-time, 2030-01-01T08:00, 2030-01-01T08:00Z",
        "date, 2030-01-01, 2030-13-01",
        "email, li@example.org, li",
    })
    void formatsAreAsserted(String format, String right, String wrong) {
        CompiledSchema schema = compile("{'format': '" + format + "'}");
        assertThat(schema.accepts(StringNode.valueOf(right))).isTrue();
        assertThat(schema.accepts(StringNode.valueOf(wrong))).isFalse();
        assertThat(schema.accepts(json("12"))).isTrue();
    }

    @Test
    void embeddedElementsAreFoundByTheirId() {
        CompiledSchema schema =
                compile(
                        "{'properties': {'a': {'$ref': 'element:person.name', 'maxLength': 3}},"
                                + " '$defs': {'element:person.name':"
                                + " {'$id': 'element:person.name', 'minLength': 2}}}");
        assertThat(schema.accepts(json("{'a': '张三'}"))).isTrue();
        assertThat(schema.accepts(json("{'a': '张'}"))).isFalse();
        assertThat(schema.accepts(json("{'a': '张三李四'}"))).isFalse();
    }

    @Test
    void theSameElementIdCanMeanAnotherSchemaInAnotherDocument() {
        String form =
                "{'$ref': 'element:a.b', '$defs': {'x': {'$id': 'element:a.b', 'const': %s}}}";
        CompiledSchema one = compile(form.formatted(1));
        CompiledSchema two = compile(form.formatted(2));
        assertThat(one.accepts(json("1"))).isTrue();
        assertThat(two.accepts(json("1"))).isFalse();
    }

    @Test
    void anErrorSaysWhereWhatAndWhatWasExpected() {
        CompiledSchema schema =
                compile(
                        "{'required': ['a'], 'additionalProperties': false, 'properties':"
                                + " {'a': {'minLength': 2}, 'b': {'items': {'enum': [1]}}},"
                                + " 'dependentRequired': {'b': ['c']}}");
        assertThat(schema.validate(json("{'b': [1, 2], 'd': 0}")))
                .containsExactlyInAnyOrder(
                        error("", "a", "required", "['a']"),
                        error("", "d", "additionalProperties", "false"),
                        error("", "c", "dependentRequired", "{'b': ['c']}"),
                        error("/b/1", "", "enum", "[1]"));
        assertThat(schema.validate(json("{'a': 'x'}")))
                .containsExactly(error("/a", "", "minLength", "2"));
        assertThat(schema.validate(json("{'a': 'xy'}"))).isEmpty();
    }

    @Test
    void aChangedSourceDoesNotChangeTheSchema() {
        var source = (tools.jackson.databind.node.ObjectNode) json("{'const': 1}");
        CompiledSchema schema = schemas.compile(source);
        source.put("const", 2);
        assertThat(schema.accepts(json("1"))).isTrue();
        assertThat(schema.source()).isEqualTo(json("{'const': 1}"));
    }

    @Test
    void booleansAreSchemas() {
        assertThat(compile("true").accepts(json("1"))).isTrue();
        assertThat(compile("false").accepts(json("1"))).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'type': 'text'}                             | NOT_A_SCHEMA   | /type",
                "{'minLength': -1}                            | NOT_A_SCHEMA   | /minLength",
                "{'properties': {'a': 3}}                     | NOT_A_SCHEMA   | /properties/a",
                "{'$ref': '#/$defs/a'}                        | DANGLING_REF   | /$ref",
                "{'$ref': '#a'}                               | DANGLING_REF   | /$ref",
                "{'$ref': 'element:a.b'}                      | DANGLING_REF   | /$ref",
                "{'items': {'$ref': 'https://example.org/a'}} | OUTSIDE_REF    | /items/$ref",
                "{'$ref': 'classpath:secret.json'}            | OUTSIDE_REF    | /$ref",
                "{'$ref': 'file:///etc/passwd'}               | OUTSIDE_REF    | /$ref",
                "{'$ref': 'other.json'}                       | OUTSIDE_REF    | /$ref",
                "{'$schema': 'http://json-schema.org/draft-04/schema#'} | OUTSIDE_REF | /$schema",
                "{'$ref': '#'}                                | CIRCULAR_REF   | ''",
                "{'$defs': {'a': {'not': {'$ref': '#/$defs/a'}}}} | CIRCULAR_REF | /$defs/a",
                "{'format': 'id-number'}                      | UNKNOWN_FORMAT | /format",
                "{'pattern': '('}                             | BAD_PATTERN    | /pattern",
                "{'pattern': '\\\\a'}                         | BAD_PATTERN    | /pattern",
                "{'patternProperties': {'[': true}} | BAD_PATTERN | /patternProperties/[",
                "{'items': {'pattern': '^(a+)+$'}}            | SLOW_PATTERN   | /items/pattern",
                "{'pattern': '\\\\p{Klingon}'}               | BAD_PATTERN    | /pattern",
            })
    void whatCannotBeRightIsRefused(String schema, Kind kind, String at) {
        assertThat(schemas.tryCompile(json(schema)))
                .isInstanceOfSatisfying(
                        Compilation.Refused.class,
                        refused -> {
                            SchemaProblem problem = refused.problems().getFirst();
                            assertThat(problem.kind()).isEqualTo(kind);
                            assertThat(problem.at()).isEqualTo(JsonPointer.compile(at));
                            assertThat(problem.message()).isNotBlank();
                            assertThat(problem.advice()).isNotBlank();
                        });
        assertThatThrownBy(() -> schemas.compile(json(schema)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatLooksLikeAReferenceInAValueIsNone() {
        CompiledSchema schema = compile("{'const': {'$ref': 'https://example.org'}}");
        assertThat(schema.accepts(json("{'$ref': 'https://example.org'}"))).isTrue();
    }

    @Test
    void aSchemaMayContainItselfDeeperDown() {
        CompiledSchema tree = compile("{'type': 'object', 'properties': {'next': {'$ref': '#'}}}");
        assertThat(tree.accepts(json("{'next': {'next': {}}}"))).isTrue();
        assertThat(tree.accepts(json("{'next': {'next': 1}}"))).isFalse();
    }

    @Test
    void misspeltKeywordsAreFound() {
        assertThat(
                        SchemaLint.unknownKeywords(
                                json(
                                        "{'maxLenght': 1, 'x-subject': 'a', 'properties':"
                                                + " {'maxLenght': {'titel': ''}}}")))
                .isEqualTo(
                        List.of(
                                new SchemaLint.UnknownKeyword(
                                        JsonPointer.compile("/maxLenght"), "maxLenght"),
                                new SchemaLint.UnknownKeyword(
                                        JsonPointer.compile("/properties/maxLenght/titel"),
                                        "titel")));
    }

    private CompiledSchema compile(String schema) {
        return schemas.compile(json(schema));
    }

    private static SchemaError error(String at, String property, String keyword, String expected) {
        return new SchemaError(JsonPointer.compile(at), property, keyword, json(expected));
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text.replace('\'', '"'));
    }
}
