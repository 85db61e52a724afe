package org.onego.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// The commands over a package, on the packages of the repository.
class CommandsTest {

    private static final String NEWBORN = Called.packaged("newborn");

    @TempDir private Path folder;

    private String file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content).toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"newborn", "catering", "retirement"})
    void mergeShowsSchemaLayoutOriginsConflictsAndSummary(String id) {
        Called text = Called.with("merge", Called.packaged(id));
        assertThat(text.code()).as(text.err()).isZero();
        assertThat(text.out()).contains("一张表单", "整合后要回答", "问题");
        Called called = Called.with("merge", Called.packaged(id), "--json");
        JsonNode json = called.json();
        assertThat(json.propertyNames())
                .contains(
                        "bundle",
                        "persona",
                        "summary",
                        "items",
                        "questions",
                        "materials",
                        "conflicts",
                        "schema",
                        "uiSchema",
                        "roles");
        assertThat(json.path("questions").valueStream())
                .isNotEmpty()
                .allMatch(question -> !question.path("origins").isEmpty());
        assertThat(json.at("/uiSchema/type").asString()).isEqualTo("VerticalLayout");
        assertThat(json.at("/schema/$schema").asString()).contains("2020-12");
    }

    @Test
    void mergeOfSomeItemsIsAboutTheseOnly() {
        JsonNode json =
                Called.with("merge", NEWBORN, "--items", "vaccination,birth-certificate", "--json")
                        .json();
        assertThat(json.path("items").valueStream().map(item -> item.path("id").asString()))
                .containsExactly("birth-certificate", "vaccination");
        assertThat(json.path("questions").valueStream())
                .allSatisfy(question ->
                        assertThat(question.path("origins").valueStream())
                                .allMatch(origin ->
                                        List.of("vaccination", "birth-certificate")
                                                .contains(origin.path("item").asString())));
    }

    @Test
    void anAnswerToTheGuideChangesTheRoles() {
        JsonNode mother = Called.with("merge", NEWBORN, "--json").json();
        JsonNode father =
                Called.with("merge", NEWBORN, "--json", "--answer", "applicantIs=father").json();
        assertThat(mother.path("applicant").asString()).isEqualTo("mother");
        assertThat(father.path("applicant").asString()).isEqualTo("father");
        assertThat(father.path("roles")).isNotEqualTo(mother.path("roles"));
    }

    @Test
    void projectGivesEveryItemItsDocument() throws IOException {
        String answers =
                file(
                        "answers.yaml",
                        """
                        guide: {parents: married, applicantIs: mother, child: newborn, household: mother, ethnic: same}
                        answers:
                          mother: {person.name: 李婷, contact_mobile: "13800000001"}
                        """);
        Called called = Called.with("project", NEWBORN, "--answers", answers, "--json");
        assertThat(called.code()).as(called.err()).isZero();
        JsonNode documents = called.json().path("documents");
        assertThat(documents.at("/vaccination/mother/name").asString()).isEqualTo("李婷");
        assertThat(documents.at("/birth-certificate/mother/name").asString()).isEqualTo("李婷");
        Called text = Called.with("project", NEWBORN, "--answers", answers);
        assertThat(text.out()).contains("预防接种证办理", "/mother/name", "李婷");
    }

    @Test
    void answersAloneAreAFileToo() throws IOException {
        String answers = file("answers.json", "{\"mother\": {\"person_name\": \"王婷\"}}");
        Called called =
                Called.with(
                        "project",
                        NEWBORN,
                        "--answers",
                        answers,
                        "--persona",
                        "mother-baoding",
                        "--items",
                        "vaccination",
                        "--json");
        assertThat(called.json().at("/documents/vaccination/mother/name").asString())
                .isEqualTo("王婷");
        assertThat(called.json().path("documents").propertyNames()).containsExactly("vaccination");
    }

    @Test
    void validateSaysInPlainWordsWhichQuestionIsWrongAndWhoRefusesIt() {
        String[] call = {
            "validate",
            NEWBORN,
            "--persona",
            "mother-baoding",
            "--answer",
            "mother.contact_mobile=12"
        };
        Called right = Called.with("validate", NEWBORN, "--persona", "mother-baoding");
        assertThat(right.code()).as(right.out()).isZero();
        assertThat(right.out()).contains("全部正确");

        Called wrong = Called.with(call);
        assertThat(wrong.code()).isEqualTo(Main.FINDINGS);
        assertThat(wrong.out())
                .contains("“手机号码”", "11位手机号码", "mother.contact_mobile", "vaccination");
        Called english =
                Called.with(
                        Stream.concat(Stream.of(call), Stream.of("--lang", "en"))
                                .toArray(String[]::new));
        assertThat(english.out()).contains("11 digits");

        JsonNode error =
                Called.with(
                                Stream.concat(Stream.of(call), Stream.of("--json"))
                                        .toArray(String[]::new))
                        .json()
                        .at("/errors/0");
        assertThat(error.path("question").asString()).isEqualTo("mother.contact_mobile");
        assertThat(error.path("keyword").asString()).isEqualTo("format");
        assertThat(error.path("message").asString()).contains("手机号码");
        assertThat(error.at("/fields/0").propertyNames()).containsExactly("item", "pointer");
    }

    @Test
    void whatIsNotAskedIsSaid() throws IOException {
        String answers = file("answers.json", "{\"mother\": {\"person_nam\": \"李婷\"}}");
        Called called =
                Called.with(
                        "project", NEWBORN, "--answers", answers, "--persona", "mother-baoding");
        assertThat(called.code()).isEqualTo(Main.FINDINGS);
        assertThat(called.out()).contains("mother.person_nam", "did you mean 'person_name'?");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'{\"a\": {\"b\": 1}, \"a\": {}}' | Duplicate",
                "'{\"mother\": 7}'                | no mapping",
                "'[1]'                            | no mapping",
                "'{\"mother\": '                  | line",
                "'{\"guide\": [], \"answers\": {}}' | no mapping",
                "'{\"answers\": {}, \"chosen\": 1}' | no list",
                "'{\"answers\": {}, \"rows\": {\"child\": -1}}' | no number of rows",
                "'{\"answers\": {}, \"chosn\": []}' | did you mean 'chosen'?",
            })
    void aFileThatIsNotAnswersIsAFindingWithItsPlace(String content, String message)
            throws IOException {
        Called called = Called.with("validate", NEWBORN, "--answers", file("a.json", content));
        assertThat(called.code()).isEqualTo(Main.FINDINGS);
        assertThat(called.err()).contains("ERROR a.json", message).doesNotContain("\tat ");
    }

    @Test
    void aFileThatIsMissingIsAFinding() {
        Called called = Called.with("validate", NEWBORN, "--answers", folder + "/none.yaml");
        assertThat(called.code()).isEqualTo(Main.FINDINGS);
        assertThat(called.err()).contains("none.yaml", "missing");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "merge nowhere                                  | is no package",
                "merge NEWBORN --persona mother-baodin          | did you mean 'mother-baoding'?",
                "merge NEWBORN --items vacination               | did you mean 'vaccination'?",
                "merge NEWBORN --items=                         | no item",
                "merge NEWBORN --answer parents=divorced        | is no option of the guide's question 'parents'",
                "merge NEWBORN --answer parent=married          | did you mean 'parents'?",
                "merge NEWBORN --answer nonsense                | KEY=VALUE",
                "merge NEWBORN --answer mother.nothing=1        | is no question of this form",
                "merge NEWBORN --persona none                   | the guide still asks",
                "merge NEWBORN --lang fr                        | is no language",
                "project NEWBORN                                | There are no answers",
                "validate NEWBORN                               | There are no answers",
                "check                                          | Missing required parameter",
                "sound                                          | Missing required parameter",
                "marge NEWBORN                                  | Unmatched argument",
            })
    void whoeverCallsItWronglyIsToldHow(String call, String message) {
        Called called =
                Called.with(
                        Stream.of(call.split(" +"))
                                .map(word -> word.equals("NEWBORN") ? NEWBORN : word)
                                .toArray(String[]::new));
        assertThat(called.code()).as(called.out() + called.err()).isEqualTo(Main.USAGE);
        assertThat(called.err())
                .contains(message, "Usage: ./onego")
                .contains("--help' says more")
                .doesNotContain("\tat ", "Exception");
        assertThat(called.out()).isEmpty();
    }

    @Test
    void checkSaysItsFindingsToProgramsToo() throws IOException {
        JsonNode right = Called.with("check", NEWBORN, "--json").json();
        assertThat(right.path("errors").asInt(-1)).isZero();
        Path broken = folder.resolve("broken");
        Files.createDirectory(broken);
        Files.writeString(broken.resolve("package.yaml"), "id: broken\nid: broken\n");
        Called called = Called.with("check", broken.toString(), "--json");
        assertThat(called.code()).isEqualTo(Main.FINDINGS);
        assertThat(called.json().path("findings").valueStream())
                .anySatisfy(finding -> {
                    assertThat(finding.path("severity").asString()).isEqualTo("error");
                    assertThat(finding.path("file").asString()).isEqualTo("broken/package.yaml");
                    assertThat(finding.path("pointer").asString()).isEqualTo("/id");
                    assertThat(finding.path("message").asString()).contains("Duplicate");
                    assertThat(finding.path("advice").asString()).isNotBlank();
                });
    }
}
