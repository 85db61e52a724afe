package org.onego.server.way;

import com.microsoft.playwright.ElementHandle;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
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
        for (ElementHandle input :
                page.querySelectorAll(
                        "form[data-form] :is(input:not([type=hidden]),select,textarea)")) {
            String name = input.getAttribute("name");
            if (name == null || name.equals("_csrf") || !input.isVisible()) {
                continue;
            }
            JsonNode answer = answer(QuestionId.parse(name));
            if (answer != null) {
                enter(input, answer);
            }
        }
    }

    private static void enter(ElementHandle input, JsonNode answer) {
        String type = input.getAttribute("type");
        String value = answer.asString();
        if ("radio".equals(type) || "checkbox".equals(type)) {
            boolean wanted =
                    answer.isArray()
                            ? answer.valueStream()
                                    .anyMatch(each ->
                                            each.asString().equals(input.getAttribute("value")))
                            : value.equals(input.getAttribute("value"));
            if (wanted) {
                input.check();
            }
        } else if (input.evaluate("input => input.tagName").equals("SELECT")) {
            if (input.inputValue().isEmpty()) {
                input.selectOption(value);
            }
        } else if (input.inputValue().isEmpty()) {
            input.fill(value);
        }
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
                page.setInputFiles("#" + id, picture);
                card.locator("ul.plain").waitFor();
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
        page.locator("main .button:not(.quiet)").last().click();
        page.waitForLoadState();
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
