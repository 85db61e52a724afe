package org.onego.server.way;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.onego.bundle.merge.QuestionId;
import org.onego.bundle.pack.PackageReader;
import org.onego.bundle.pack.Persona;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A mother who applies again and again, and the clerks of every department; they use the pages as
/// they are, without scripts.
public final class Town {

    private static final List<String> CLERKS = List.of("health", "cdc", "police", "medical", "tax");

    /// The smallest picture: what its content shows is all that the server looks at.
    private static final byte[] PICTURE =
            Base64.getDecoder()
                    .decode(
                            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    private final int simulatorsPort;
    private final String onego;
    private final Persona mother;

    /// @param onego address of the server
    public Town(int simulatorsPort, String onego) {
        this.simulatorsPort = simulatorsPort;
        this.onego = onego;
        var bundle =
                PackageReader.open(RunningProduct.ROOT.resolve("packages"))
                        .read("newborn")
                        .bundle();
        this.mother =
                Objects.requireNonNull(bundle, "the newborn's package has mistakes")
                        .personas()
                        .getFirst();
    }

    public String motherIdNo() {
        return mother.person().idNo();
    }

    /// Goes to the page with the button.
    public Visitor readyToSubmit() throws IOException, InterruptedException {
        return readyToSubmit(false);
    }

    /// @param all chooses all items that may be chosen; else as the page has it
    public Visitor readyToSubmit(boolean all) throws IOException, InterruptedException {
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
            for (Element missing = missing(visitor); missing != null; missing = missing(visitor)) {
                visitor.upload(missing, "material.png", PICTURE);
            }
            Element form = form(visitor);
            List<String> items = form.select("input[name=item]").eachAttr("value");
            visitor.send(
                    form,
                    answers(form),
                    all && !items.isEmpty() ? Map.of("item", items) : Map.of());
        }
        return visitor;
    }

    /// A document that is asked for and not yet there.
    private String at(String path) {
        return onego + path;
    }

    private static @Nullable Element missing(Visitor visitor) {
        return visitor.page()
                .select("section:has(input[type=file]):not(:has(ul.plain)) form")
                .first();
    }

    static Element form(Visitor visitor) {
        Element form = visitor.page().select("main > form").last();
        return Objects.requireNonNull(form, () -> "no form at " + visitor.path());
    }

    public static String submit(Visitor visitor) throws IOException, InterruptedException {
        visitor.send(form(visitor), Map.of("statement", "agreed"));
        return visitor.page().select(".lead.numbers").text();
    }

    /// The numbers of everything the mother has submitted.
    public List<String> submitted() throws IOException, InterruptedException {
        return enter().page().select("a[href$=/progress]").eachText();
    }

    public boolean allCompleted() throws IOException, InterruptedException {
        Visitor visitor = enter();
        for (String path : visitor.page().select("a[href$=/progress]").eachAttr("href")) {
            visitor.open(at(path));
            if (!visitor.page().select("h1").text().equals("都办完了")) {
                return false;
            }
        }
        return true;
    }

    public void handleUntilItDies() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                handleEverything();
            }
        } catch (IOException | InterruptedException died) {
            // that is what the test is about
        }
    }

    /// Every clerk takes every open case to its end.
    public void handleEverything() throws IOException, InterruptedException {
        for (String account : CLERKS) {
            Visitor clerk = new Visitor();
            clerk.open(at("/desk/login"));
            clerk.send(
                    Objects.requireNonNull(clerk.page().selectFirst("main form")),
                    Map.of("username", account, "password", "demo"));
            for (String open : clerk.page().select("tbody a").eachAttr("href")) {
                clerk.open(at(open));
                for (Element step = step(clerk); step != null; step = step(clerk)) {
                    clerk.send(step, results(step));
                }
            }
        }
    }

    private static @Nullable Element step(Visitor clerk) {
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
    Map<String, String> answers(Element form) {
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
                answer(Parts.question(name))
                        .ifPresent(value ->
                                answers.put(
                                        name,
                                        Parts.of(
                                                name,
                                                value,
                                                input.select("option").eachAttr("value"))));
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
    public Visitor enter() throws IOException, InterruptedException {
        return enter(mother.id());
    }

    public Visitor enter(String persona) throws IOException, InterruptedException {
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
                                                .put("persona", persona)
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
