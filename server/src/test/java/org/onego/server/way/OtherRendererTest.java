package org.onego.server.way;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.onego.bundle.PersonaRun;
import org.onego.bundle.PublishedBundle;
import org.onego.bundle.guide.GuideOutcome;
import org.onego.bundle.merge.Answers;
import org.onego.bundle.merge.MergedForm;
import org.onego.bundle.merge.Question;
import org.onego.bundle.merge.QuestionId;
import org.onego.bundle.pack.Persona;
import org.onego.designer.PackageShelf;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.StringNode;

/// The merged form over HTTP is plain JSON Schema and JSON Forms: a renderer that nobody here has
/// written shows it, with every question, and hides and shows what depends on an answer.
@Tag("full")
class OtherRendererTest {

    private static RunningProduct product;
    private static Chromium chromium;
    private static String script;

    @BeforeAll
    static void start(@TempDir Path data) throws IOException {
        if (Chromium.isMissing()) {
            System.out.println(Chromium.whySkipped());
            assumeTrue(false);
        }
        script = OtherRenderer.script().orElse("");
        assumeTrue(!script.isEmpty());
        product = RunningProduct.start(data);
        chromium = new Chromium();
    }

    @AfterAll
    static void stop() throws IOException {
        if (chromium != null) {
            chromium.close();
        }
        if (product != null) {
            product.close();
        }
    }

    private record Case(PublishedBundle bundle, PersonaRun run, JsonNode answer) {

        MergedForm form() {
            return run.form();
        }
    }

    private static Case open(String id) throws IOException, InterruptedException {
        PublishedBundle bundle = product.bean(PackageShelf.class).find(id).orElseThrow();
        Persona persona =
                bundle.compiled().personas().stream()
                        .filter(each ->
                                PersonaRun.guide(bundle, each) instanceof GuideOutcome.Complete)
                        .findFirst()
                        .orElseThrow();
        PersonaRun run = PersonaRun.of(bundle, persona, Clock.systemUTC()).orElseThrow();
        Map<String, String> query = new TreeMap<>(persona.guide());
        bundle.repeated(run.form())
                .forEach(rows -> query.put(rows.subject(), String.valueOf(rows.rows())));
        query.put("items", String.join(",", run.form().selection().items()));
        String parameters =
                query.entrySet().stream()
                        .map(each ->
                                each.getKey()
                                        + "="
                                        + URLEncoder.encode(
                                                each.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"));
        HttpResponse<String> response =
                HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(
                                                URI.create(
                                                        product.at(
                                                                "/api/packages/"
                                                                        + id
                                                                        + "/form?"
                                                                        + parameters)))
                                        .build(),
                                HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return new Case(bundle, run, JsonMapper.shared().readTree(response.body()));
    }

    private static Page show(JsonNode answer, Answers data) {
        Page page = chromium.desktop();
        page.setContent("<meta charset=utf-8><div id=form></div>");
        page.evaluate(
                "script => { const s = document.createElement('script'); s.textContent = script; document.head.append(s); }",
                script);
        page.evaluate(
                "form => show(JSON.parse(form))",
                "{\"schema\":%s,\"uiSchema\":%s,\"data\":%s}"
                        .formatted(
                                answer.get("schema"), answer.get("uiSchema"), data.toDocument()));
        page.waitForSelector(".control");
        return page;
    }

    /// Scope → label of every control that can be seen.
    private static Map<String, String> shown(Page page) {
        JsonNode seen =
                JsonMapper.shared()
                        .readTree(
                                (String)
                                        page.evaluate(
                                                """
                                                () => JSON.stringify(Object.fromEntries(
                                                  [...document.querySelectorAll('[id^="#/properties/"]')]
                                                    .filter(e => e.querySelector('label') && e.offsetParent)
                                                    .map(e => [e.id, e.querySelector('label').textContent])))
                                                """));
        Map<String, String> labels = new LinkedHashMap<>();
        seen.properties().forEach(each -> labels.put(each.getKey(), each.getValue().asString()));
        return labels;
    }

    /// What the renderer shows as a table carries no scope, only its title.
    private static List<String> tables(Page page) {
        return page.locator("header > label:visible").allTextContents().stream().sorted().toList();
    }

    private static String scope(QuestionId question) {
        return "#/properties/" + question.subject() + "/properties/" + question.key();
    }

    private static void agrees(Case one, Page page, Answers answers) {
        Map<String, String> shown = shown(page);
        Set<String> expected = new TreeSet<>();
        List<String> lists = new ArrayList<>();
        for (QuestionId id : one.bundle().state(one.form(), answers).visible()) {
            Question question = Objects.requireNonNull(one.form().question(id));
            String title = question.title().zh();
            if (question.schema().path("type").asString("").equals("array")) {
                lists.add(title);
            } else {
                expected.add(scope(id));
                assertThat(shown.getOrDefault(scope(id), title)).startsWith(title);
            }
        }
        assertThat(new TreeSet<>(shown.keySet())).isEqualTo(expected);
        assertThat(tables(page)).isEqualTo(lists.stream().sorted().toList());
        assertThat(page.content()).doesNotContain("No applicable renderer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"newborn", "catering", "retirement"})
    void everyQuestionIsThereWithItsLabelAndNoOther(String id) throws Exception {
        Case one = open(id);
        try (Page page = show(one.answer(), Answers.NONE)) {
            agrees(one, page, Answers.NONE);
        }
        try (Page page = show(one.answer(), one.run().answers())) {
            agrees(one, page, one.run().answers());
        }
        System.out.printf(
                "Measured: JSON Forms shows %d questions of %s, as the engine does%n",
                one.run().state().visible().size(), id);
    }

    @Test
    void whatDependsOnAnAnswerShowsAndHides() throws Exception {
        Case one = open("newborn");
        QuestionId how = QuestionId.parse("mother.delivery_mode");
        QuestionId where = QuestionId.parse("mother.delivery_address");
        try (Page page = show(one.answer(), one.run().answers().without(how))) {
            assertThat(shown(page)).containsKey(scope(how)).doesNotContainKey(scope(where));
            String list = "[id='" + scope(how) + "'] select";
            List<String> values =
                    page.locator(list + " option").all().stream()
                            .map(option -> option.getAttribute("value"))
                            .filter(value -> value != null && !value.isEmpty())
                            .toList();
            boolean hides = false;
            boolean shows = false;
            for (String value : values) {
                page.selectOption(list, value);
                page.waitForFunction("value => data.mother.delivery_mode === value", value);
                Answers now = one.run().answers().with(how, StringNode.valueOf(value));
                agrees(one, page, now);
                boolean there = shown(page).containsKey(scope(where));
                shows |= there;
                hides |= !there;
            }
            assertThat(shows).as("shown for some answer").isTrue();
            assertThat(hides).as("hidden for some answer").isTrue();
        }
    }
}
