package org.onego.server.way;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onego.bundle.merge.QuestionId;
import org.onego.bundle.pack.Persona;
import tools.jackson.databind.JsonNode;

/// A persona with a phone, who does what a person would do.
final class Citizen {

    private final Page page;
    private final Persona persona;
    private final Path screens;
    private int shots;

    Citizen(Page page, Persona persona, Path screens) {
        this.page = page;
        this.persona = persona;
        this.screens = screens;
    }

    Page page() {
        return page;
    }

    /// Opens the service with a fresh link from the host app.
    void open(String link) {
        page.navigate(link);
        look("start");
    }

    void begin() {
        press();
    }

    /// Answers the guide as the persona's file says, then takes the items that are ticked already.
    void answerGuide() {
        while (page.url().contains("/guide")) {
            Locator question = page.locator("input[name=question]");
            if (question.count() > 0) {
                String id = question.inputValue();
                look("guide-" + id);
                page.locator("input[name=answer][value='" + persona.guide().get(id) + "']").check();
            } else {
                look("items");
            }
            press();
        }
    }

    void agreeThatCertificatesAreRead() {
        if (page.url().endsWith("/consent")) {
            look("consent");
            page.locator("button[value=granted]").click();
        }
    }

    /// Fills in every page with what the persona types by hand.
    void fillInAllPages() {
        if (page.url().endsWith("/family")) {
            look("family");
            press();
        }
        while (page.url().contains("/p/")) {
            look("page-" + page.url().replaceAll(".*/p/", "").replaceAll("\\W.*", ""));
            fillIn();
            String before = page.url();
            press();
            if (page.url().startsWith(before.replaceAll("\\?.*", ""))
                    && page.locator("#errors").count() > 0) {
                throw new AssertionError(
                        "the page "
                                + before
                                + " comes back with errors: "
                                + page.locator("#errors").innerText());
            }
        }
    }

    /// Only what is still empty: prefilled answers stay as they are.
    void fillIn() {
        Set<String> done = new HashSet<>();
        for (String name = next(done); name != null; name = next(done)) {
            done.add(name);
            JsonNode answer = answer(Parts.question(name));
            if (answer != null) {
                enter(name, answer);
            }
        }
    }

    /// The next of the page's questions; some appear only after others are answered.
    private @Nullable String next(Set<String> done) {
        return page
                .locator("form[data-form] :is(input:not([type=hidden]),select,textarea)[name]")
                .all()
                .stream()
                .filter(input ->
                        input.isEnabled()
                                && input.locator("xpath=ancestor::*[@hidden]").count() == 0)
                .map(input -> input.getAttribute("name"))
                .filter(name -> !name.equals("_csrf") && !done.contains(name))
                .findFirst()
                .orElse(null);
    }

    private void enter(String name, JsonNode answer) {
        Locator inputs = page.locator("[name='" + name + "']");
        String type = String.valueOf(inputs.first().getAttribute("type"));
        List<String> offered =
                inputs.first().locator("option").all().stream()
                        .map(option -> String.valueOf(option.getAttribute("value")))
                        .toList();
        String value = Parts.of(name, answer, offered);
        if (type.equals("radio") || type.equals("checkbox")) {
            List<String> wanted =
                    answer.isArray()
                            ? answer.valueStream().map(JsonNode::asString).toList()
                            : List.of(value);
            for (Locator input : inputs.all()) {
                if (wanted.contains(String.valueOf(input.getAttribute("value")))) {
                    input.check();
                }
            }
        } else if (!inputs.inputValue().isEmpty()) {
            return;
        } else if (inputs.getAttribute("data-search") != null) {
            search(inputs, value);
        } else if (inputs.evaluate("input => input.tagName").equals("SELECT")) {
            inputs.selectOption(value);
            if (name.contains(":") && !value.equals(answer.asString())) {
                String below =
                        name.replaceAll("\\d$", "") + (name.charAt(name.length() - 1) - '0' + 1);
                page.waitForSelector("[name='" + below + "']");
            }
        } else {
            inputs.fill(value);
        }
    }

    /// In a long list: types the beginning of the name, and takes what is found.
    private void search(Locator select, String value) {
        String name = select.locator("option[value='" + value + "']").innerText();
        Locator field = page.locator("#" + select.getAttribute("id").replaceAll("-list$", ""));
        field.click();
        field.fill(name);
        page.locator("[role=option]", new Page.LocatorOptions().setHasText(name)).first().click();
    }

    private @Nullable JsonNode answer(QuestionId id) {
        var about = persona.answers().getOrDefault(id.subject(), java.util.Map.of());
        return about.entrySet().stream()
                .filter(entry ->
                        (entry.getKey().namespace() + "_" + entry.getKey().name()).equals(id.key()))
                .map(java.util.Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    /// Uploads one picture for each document that is still wanted.
    void handInMaterials(Path picture) {
        look("materials");
        List<String> wanted =
                page.locator("input[type=file]").all().stream()
                        .map(input -> input.getAttribute("id"))
                        .toList();
        for (String id : wanted) {
            Locator card =
                    page.locator(".card", new Page.LocatorOptions().setHas(page.locator("#" + id)));
            if (card.locator("ul.plain").count() == 0) {
                page.waitForNavigation(() -> page.setInputFiles("#" + id, picture));
            }
        }
        press();
    }

    void checkAndSubmit() {
        look("check");
        page.locator("input[name=statement]").check();
        press();
    }

    void lookAtProgress() {
        page.reload();
        look("progress");
    }

    String number() {
        return page.locator(".lead.numbers").innerText();
    }

    void rateFirst(int level) {
        page.locator("a[href*='/rate/']").first().click();
        look("rate");
        page.locator("input[name=level][value='" + level + "']").check();
        press();
        look("rated");
    }

    /// The one clear action of the page.
    void press() {
        page.waitForNavigation(() -> page.locator("main .button:not(.quiet)").last().click());
    }

    void look(String name) {
        shots++;
        page.screenshot(
                new Page.ScreenshotOptions()
                        .setPath(
                                screens.resolve(persona.id())
                                        .resolve("%02d-%s.png".formatted(shots, name)))
                        .setFullPage(true));
    }
}
