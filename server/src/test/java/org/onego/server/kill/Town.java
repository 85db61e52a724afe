package org.onego.server.kill;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jsoup.nodes.Element;
import org.onego.bundle.merge.QuestionId;
import org.onego.bundle.pack.PackageReader;
import org.onego.bundle.pack.Persona;
import org.onego.server.way.Results;
import org.onego.server.way.RunningProduct;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A mother who applies again and again, and the clerks of every department; they use the pages as
/// they are, without scripts.
final class Town {

    private static final List<String> CLERKS = List.of("health", "cdc", "police", "medical", "tax");

    private final int simulatorsPort;
    private final Persona mother;

    Town(int simulatorsPort) {
        this.simulatorsPort = simulatorsPort;
        var bundle =
                PackageReader.open(RunningProduct.ROOT.resolve("packages"))
                        .read("newborn")
                        .bundle();
        this.mother =
                Objects.requireNonNull(bundle, "the newborn's package has mistakes")
                        .personas()
                        .getFirst();
    }

    /// Goes to the page with the button.
    Visitor readyToSubmit(ServerProcess server) throws IOException, InterruptedException {
        Visitor visitor = enter();
        visitor.send(form(visitor), Map.of());
        for (int steps = 0; !visitor.path().endsWith("/check"); steps++) {
            if (steps > 60) {
                throw new AssertionError(
                        "no way to the check page; stuck at "
                                + visitor.path()
                                + ": "
                                + visitor.page().select("#errors").text());
            }
            Element form = form(visitor);
            visitor.send(form, answers(form));
        }
        return visitor;
    }

    private static Element form(Visitor visitor) {
        Element form = visitor.page().select("main > form").last();
        return Objects.requireNonNull(form, () -> "no form at " + visitor.path());
    }

    static String submit(Visitor visitor) throws IOException, InterruptedException {
        visitor.send(form(visitor), Map.of("statement", "agreed"));
        return visitor.page().select(".lead.numbers").text();
    }

    /// The numbers of everything the mother has submitted.
    List<String> submitted(ServerProcess server) throws IOException, InterruptedException {
        return enter().page().select("a[href$=/progress]").eachText();
    }

    boolean allCompleted(ServerProcess server) throws IOException, InterruptedException {
        Visitor visitor = enter();
        for (String path : visitor.page().select("a[href$=/progress]").eachAttr("href")) {
            visitor.open(server.at(path));
            if (!visitor.page().select("h1").text().equals("都办完了")) {
                return false;
            }
        }
        return true;
    }

    void handleUntilItDies(ServerProcess server) {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                handleEverything(server);
            }
        } catch (IOException | InterruptedException died) {
            // that is what the test is about
        }
    }

    /// Every clerk takes every open case to its end.
    void handleEverything(ServerProcess server) throws IOException, InterruptedException {
        for (String account : CLERKS) {
            Visitor clerk = new Visitor();
            clerk.open(server.at("/desk/login"));
            clerk.send(
                    Objects.requireNonNull(clerk.page().selectFirst("main form")),
                    Map.of("username", account, "password", "demo"));
            for (String open : clerk.page().select("tbody a").eachAttr("href")) {
                clerk.open(server.at(open));
                for (Element step = step(clerk); step != null; step = step(clerk)) {
                    clerk.send(step, results(step));
                }
            }
        }
    }

    private static Element step(Visitor clerk) {
        Element button = clerk.page().selectFirst("section form[data-form] .button:not(.quiet)");
        return button == null ? null : button.closest("form");
    }

    private static Map<String, String> results(Element form) {
        Map<String, String> results = new LinkedHashMap<>();
        for (Element input : form.select("input[name]:not([type=hidden]),select[name]")) {
            results.put(input.attr("name"), Results.value(input.attr("name")));
        }
        return results;
    }

    /// Only what is still empty is answered, as the persona's file says.
    private Map<String, String> answers(Element form) {
        Map<String, String> answers = new LinkedHashMap<>();
        for (Element input :
                form.select("input[name]:not([type=hidden]),select[name],textarea[name]")) {
            String name = input.attr("name");
            if (name.equals("answer")) {
                answers.put(
                        name,
                        Objects.requireNonNull(
                                mother.guide()
                                        .get(form.select("input[name=question]").attr("value"))));
            } else if (name.contains(".") && isEmpty(form, input)) {
                answer(QuestionId.parse(name))
                        .ifPresent(value -> answers.put(name, value.asString()));
            }
        }
        if (form.selectFirst("button[value=granted]") != null) {
            answers.put("answer", "granted");
        }
        return answers;
    }

    private static boolean isEmpty(Element form, Element input) {
        String name = input.attr("name");
        if (input.attr("type").matches("radio|checkbox")) {
            return form.select("[name=" + name + "][checked]").isEmpty();
        }
        return input.tagName().equals("select")
                ? input.selectFirst("option[selected]") == null
                : input.attr("value").isEmpty() && input.wholeText().isBlank();
    }

    private java.util.Optional<JsonNode> answer(QuestionId id) {
        return mother.answers().getOrDefault(id.subject(), Map.of()).entrySet().stream()
                .filter(entry ->
                        (entry.getKey().namespace() + "_" + entry.getKey().name()).equals(id.key()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /// Through the host app, to the service's first page.
    private Visitor enter() throws IOException, InterruptedException {
        JsonMapper json = JsonMapper.builder().build();
        HttpRequest request =
                HttpRequest.newBuilder(
                                URI.create(
                                        "http://localhost:"
                                                + simulatorsPort
                                                + "/host/api/access-link"))
                        .header("Content-Type", "application/json")
                        .POST(
                                HttpRequest.BodyPublishers.ofString(
                                        json.createObjectNode()
                                                .put("persona", mother.id())
                                                .put("package", "newborn")
                                                .toString()))
                        .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            String link =
                    json.readTree(http.send(request, HttpResponse.BodyHandlers.ofString()).body())
                            .get("url")
                            .asString();
            Visitor visitor = new Visitor();
            visitor.open(link);
            return visitor;
        }
    }
}
