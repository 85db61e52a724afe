package org.onego.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.onego.bundle.element.CertificateType;
import org.onego.bundle.pack.CompiledBundle;
import org.onego.bundle.pack.FixturePackages;
import org.onego.bundle.schema.JsonSchemas;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What `./onego merge` says.
class MergeReportTest {

    private static final JsonSchemas SCHEMAS = new JsonSchemas(FixturePackages.CLOCK);

    private static MergeReport report(String persona) {
        PublishedBundle moving = new PublishedBundle(FixturePackages.moving(), SCHEMAS::compile);
        return MergeReport.of(moving, persona, FixturePackages.CLOCK).orElseThrow();
    }

    @Test
    void theTextSaysWhereEveryAnswerComesFrom() {
        assertThat(report("mover-married").text(Locale.CHINA))
                .containsPattern("各事项原表单共有 +27  ░{40}\n")
                .containsPattern("姓名 +预填：居民身份证 +residence-permit/holder/name")
                .containsPattern("居住证号码? +由“居住证办理”产生 +vehicle-address/owner/permitNumber")
                .containsPattern("婚姻状况 +引导已答")
                .containsPattern("现住址 +手工填写")
                .containsPattern("租赁合同 +上传 +residence-permit");
        assertThat(report("mover-married").text(Locale.ENGLISH))
                .containsPattern("Marital status +guide +residence-permit/holder/marital");
    }

    @Test
    void columnsStandBelowOneAnother() {
        StringBuilder out = new StringBuilder();
        new Table().row("姓名", "7", "a").row("id", "10", "乙").print(out, 1);
        assertThat(out).hasToString(" 姓名   7  a\n id    10  乙\n");
    }

    @Test
    void theJsonHasTheSameFiguresAndWhatTheyCount() {
        MergeReport report = report("mover-married");
        ObjectNode json = report.json(Locale.CHINA);
        JsonNode summary = json.path("summary");
        assertThat(summary.propertyNames())
                .containsExactly(
                        "fields",
                        "questions",
                        "deferred",
                        "prefilled",
                        "typed",
                        "materialsBefore",
                        "materialsAfter");
        int fields = json.path("items").valueStream().mapToInt(i -> i.path("fields").asInt()).sum();
        assertThat(summary.path("fields").asInt()).isEqualTo(fields);
        assertThat(summary.path("questions").asInt()).isEqualTo(count(json, "asked", true));
        assertThat(summary.path("deferred").asInt()).isEqualTo(count(json, "deferred", false));
        assertThat(summary.path("prefilled").asInt() + summary.path("typed").asInt())
                .isEqualTo(summary.path("questions").asInt());
        assertThat(json.path("questions").path(0).path("origins").path(0).propertyNames())
                .containsExactly("item", "pointer");
        assertThat(json.path("conflicts").isEmpty()).isTrue();
    }

    private static int count(ObjectNode json, String source, boolean visible) {
        return (int)
                json.path("questions")
                        .valueStream()
                        .filter(question -> question.path("source").asString().equals(source))
                        .filter(question -> !visible || question.path("visible").asBoolean())
                        .count();
    }

    @Test
    void theAnswersOfAPersonaSatisfyTheSchemaOfTheReport() {
        MergeReport report = report("mover-single");
        JsonNode schema = report.json(Locale.CHINA).path("schema");
        assertThat(SCHEMAS.compile(schema).validate(report.run().answers().toDocument())).isEmpty();
        assertThat(SCHEMAS.compile(schema).accepts(JsonNodeFactory.instance.objectNode()))
                .isFalse();
    }

    @Test
    void aPackageWithoutPersonasIsReportedForAnybody() {
        var moving = FixturePackages.moving();
        var alone =
                new CompiledBundle(
                        moving.info(),
                        moving.guide(),
                        moving.subjects(),
                        moving.applicant(),
                        moving.items(),
                        moving.roles(),
                        moving.same(),
                        moving.notSame(),
                        moving.needs(),
                        moving.certificates(),
                        moving.shared(),
                        moving.pages(),
                        moving.submitText(),
                        moving.dictionary(),
                        List.of(),
                        List.of());
        PublishedBundle bundle = new PublishedBundle(alone, SCHEMAS::compile);
        MergeReport report = MergeReport.of(bundle, null, FixturePackages.CLOCK).orElseThrow();
        assertThat(report.summary().prefilled()).isZero();
        assertThat(report.text(Locale.CHINA)).contains("任何人");
        assertThat(MergeReport.of(bundle, "nobody", FixturePackages.CLOCK)).isEmpty();
    }

    @Test
    void everyTextIsThereInBothLanguagesAndUsed() throws IOException {
        TreeSet<Object> chinese = new TreeSet<>(properties("messages.properties").keySet());
        assertThat(new TreeSet<>(properties("messages_en.properties").keySet())).isEqualTo(chinese);
        Path reports =
                Path.of(System.getProperty("onego.root"))
                        .resolve("engine/bundle/src/main/java/org/onego/bundle");
        StringBuilder code = new StringBuilder();
        for (String report :
                List.of("MergeText", "ProjectReport", "ValidateReport", "PrefillText")) {
            code.append(Files.readString(reports.resolve(report + ".java")));
        }
        assertThat(chinese)
                .filteredOn(key -> !madeUp(key.toString()))
                .allSatisfy(key -> assertThat(code.toString()).contains("\"" + key + "\""));
        assertThat(Arrays.stream(OpenQuestion.Why.values()).map(why -> "prefill.why." + why))
                .allSatisfy(key -> assertThat(chinese).contains(key));
        assertThat(Arrays.stream(CertificateType.Edit.values()))
                .allSatisfy(edit ->
                        assertThat(chinese)
                                .contains("prefill.edit." + edit.name().toLowerCase(Locale.ROOT)));
    }

    /// Keys that end in the name of a constant.
    private static boolean madeUp(String key) {
        return key.startsWith("prefill.why.") || key.startsWith("prefill.edit.");
    }

    private static Properties properties(String file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader =
                new InputStreamReader(
                        Objects.requireNonNull(MergeReport.class.getResourceAsStream(file)),
                        StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties;
    }
}
