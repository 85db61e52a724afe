package org.onego.renderer.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.onego.bundle.GuideWays;
import org.onego.bundle.PublishedBundle;
import org.onego.bundle.element.Text;
import org.onego.bundle.element.Widget;
import org.onego.bundle.merge.Question;
import org.onego.bundle.merge.QuestionId;
import org.onego.bundle.pack.PackageReader;
import org.onego.bundle.schema.JsonSchemas;
import org.onego.bundle.schema.SchemaError;
import org.onego.bundle.schema.SchemaLint;
import org.onego.bundle.schema.Subschemas;
import org.onego.bundle.validate.FindDoubts;
import org.springframework.context.support.ResourceBundleMessageSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/// Every way in which an answer can be wrong is said in both languages, names the question, and
/// says how to put it right.
class ErrorTextTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final JsonSchemas SCHEMAS = new JsonSchemas();
    private static final String TITLE = "题目-Title";

    /// What asserts nothing by itself: it annotates, identifies, or holds other schemas whose
    /// keywords are reported in its place.
    private static final Set<String> SILENT =
            Set.of(
                    ("$schema $id $ref $anchor $dynamicRef $dynamicAnchor $comment $defs definitions $vocabulary"
                                    + " title description default deprecated readOnly writeOnly examples"
                                    + " contentEncoding contentMediaType contentSchema allOf if then else"
                                    + " dependentSchemas prefixItems properties patternProperties items")
                            .split(" "));

    /// Keyword → a schema and a value that fails it alone.
    private static final Map<String, List<String>> WRONG = new LinkedHashMap<>();

    static {
        wrong("type", "{'type':'integer'}", "'x'");
        wrong("enum", "{'enum':['1','2']}", "'3'");
        wrong("const", "{'const':true}", "false");
        wrong("multipleOf", "{'multipleOf':0.5}", "0.7");
        wrong("maximum", "{'maximum':3}", "4");
        wrong("exclusiveMaximum", "{'exclusiveMaximum':3}", "3");
        wrong("minimum", "{'minimum':3}", "2");
        wrong("exclusiveMinimum", "{'exclusiveMinimum':3}", "3");
        wrong("maxLength", "{'maxLength':3}", "'abcd'");
        wrong("minLength", "{'minLength':3}", "'ab'");
        wrong("pattern", "{'pattern':'^[0-9]{6}$'}", "'ab'");
        wrong("maxItems", "{'maxItems':1}", "[1,2]");
        wrong("minItems", "{'minItems':1}", "[]");
        wrong("uniqueItems", "{'uniqueItems':true}", "[1,1]");
        wrong("contains", "{'contains':{'const':1}}", "[2]");
        wrong("maxContains", "{'contains':{'const':1},'maxContains':1}", "[1,1]");
        wrong("minContains", "{'contains':{'const':1},'minContains':2}", "[1]");
        wrong("maxProperties", "{'maxProperties':1}", "{'a':1,'b':1}");
        wrong("minProperties", "{'minProperties':1}", "{}");
        wrong("required", "{'required':['a']}", "{}");
        wrong("dependentRequired", "{'dependentRequired':{'a':['b']}}", "{'a':1}");
        wrong("anyOf", "{'anyOf':[{'const':1},{'const':2}]}", "3");
        wrong("oneOf", "{'oneOf':[{'minimum':1},{'minimum':2}]}", "3");
        wrong("not", "{'not':{'const':1}}", "1");
        wrong("additionalProperties", "{'additionalProperties':false}", "{'a':1}");
        wrong("unevaluatedProperties", "{'unevaluatedProperties':false}", "{'a':1}");
        wrong("unevaluatedItems", "{'unevaluatedItems':false}", "[1]");
        wrong("propertyNames", "{'propertyNames':{'maxLength':1}}", "{'ab':1}");
        wrong("format", "{'format':'cn-mobile'}", "'1'");
    }

    private static void wrong(String keyword, String schema, String value) {
        WRONG.put(keyword, List.of(schema.replace('\'', '"'), value.replace('\'', '"')));
    }

    private static final ErrorText TEXT = text();

    private static ErrorText text() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages");
        messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
        messages.setFallbackToSystemLocale(false);
        return new ErrorText(messages);
    }

    private static Question question(Widget widget, String schema) {
        return new Question(
                new QuestionId("mother", "x"),
                new Text(TITLE, TITLE),
                null,
                (ObjectNode) JSON.readTree(schema),
                null,
                widget,
                List.of(),
                List.of(),
                new Question.Source.Asked());
    }

    @Test
    void theTableHasEveryKeywordThatCanFail() {
        Set<String> failing = new TreeSet<>(SchemaLint.KEYWORDS);
        failing.removeAll(SILENT);
        assertThat(new TreeSet<>(WRONG.keySet())).isEqualTo(failing);
    }

    static Stream<String> keywords() {
        return WRONG.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("keywords")
    void everyKeywordIsSaidWhateverTheQuestionLooksLike(String keyword) {
        List<String> wrong = WRONG.getOrDefault(keyword, List.of());
        JsonNode schema = JSON.readTree(wrong.getFirst());
        List<SchemaError> errors = SCHEMAS.compile(schema).validate(JSON.readTree(wrong.getLast()));
        assertThat(errors).isNotEmpty();
        Set<String> reported = new LinkedHashSet<>();
        for (SchemaError error : errors) {
            reported.add(error.keyword());
            for (Widget widget : Widget.values()) {
                Question question = question(widget, "{}");
                said(question, error.keyword(), error.expected());
            }
        }
        // A choice is reported as what one of its branches wants, names as what their schema wants.
        assertThat(WRONG.keySet()).containsAll(reported);
    }

    /// In both languages, with the question's name, and not in the words of last resort.
    private static void said(Question question, String keyword, JsonNode expected) {
        String chinese = TEXT.of(question, keyword, expected, Locale.SIMPLIFIED_CHINESE);
        String english = TEXT.of(question, keyword, expected, Locale.ENGLISH);
        for (Locale locale : List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)) {
            String text = TEXT.of(question, keyword, expected, locale);
            String other = TEXT.of(question, "unknown-keyword", expected, locale);
            assertThat(text)
                    .as("%s for %s", keyword, question.widget())
                    .contains(TITLE)
                    .isNotEqualTo(other)
                    .doesNotContain("{", "}", "null")
                    .hasSizeGreaterThan(TITLE.length() + 4);
        }
        assertThat(chinese).matches(".*[\\u4e00-\\u9fff].*。$");
        assertThat(english.replace(TITLE, "")).matches("\\p{ASCII}+\\.$");
    }

    static Stream<String> formats() {
        return new TreeSet<>(SCHEMAS.formats()).stream();
    }

    @ParameterizedTest
    @MethodSource("formats")
    void everyFormatIsSaidInWordsOfItsOwn(String format) {
        Question question = question(Widget.TEXT, "{}");
        said(question, "format", StringNode.valueOf(format));
        for (Locale locale : List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)) {
            assertThat(TEXT.of(question, "format", StringNode.valueOf(format), locale))
                    .isNotEqualTo(
                            TEXT.of(question, "format", StringNode.valueOf("nobody's"), locale));
        }
    }

    @Test
    void aDoubtIsSaidToo() {
        said(
                question(Widget.TEXT, "{}"),
                FindDoubts.CHECK,
                StringNode.valueOf("cn-certificate-id"));
    }

    @Test
    void theIdNumberIsAskedForInPlainWords() {
        assertThat(
                        TEXT.of(
                                question(Widget.ID_NUMBER, "{}"),
                                "format",
                                StringNode.valueOf("cn-id-number"),
                                Locale.SIMPLIFIED_CHINESE))
                .isEqualTo("“" + TITLE + "”不对。请输入18位身份证号码，最后一位可以是X。");
    }

    /// Nobody can correct what is said only as a regular expression.
    @Test
    void everyPatternOfEveryPackageIsSaidInWords() {
        Path packages = Path.of(System.getProperty("onego.root", "..")).resolve("packages");
        PackageReader reader = PackageReader.open(packages, SCHEMAS);
        int patterns = 0;
        List<String> silent = new ArrayList<>();
        for (String id : reader.packageIds()) {
            var compiled = reader.read(id).bundle();
            assertThat(compiled).as(id).isNotNull();
            PublishedBundle bundle =
                    new PublishedBundle(
                            java.util.Objects.requireNonNull(compiled), SCHEMAS::compile);
            for (var selection : GuideWays.of(bundle, 20).selections()) {
                for (Question question : bundle.form(selection).questions().values()) {
                    for (var each : Subschemas.all(question.schema())) {
                        JsonNode pattern = each.schema().path("pattern");
                        if (pattern.isString()) {
                            patterns++;
                            String text =
                                    TEXT.of(
                                            question,
                                            "pattern",
                                            pattern,
                                            Locale.SIMPLIFIED_CHINESE);
                            if (!text.contains("请这样写")) {
                                silent.add(id + " " + question.id() + " " + pattern);
                            }
                        }
                    }
                }
            }
        }
        assertThat(silent).isEmpty();
        assertThat(patterns).isGreaterThan(20);
    }
}
