package org.onego.server.way;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;

/// A clerk at the desk who handles whatever lies there.
final class Clerk {

    private final Page page;
    private final String desk;
    private final String account;
    private final Path screens;
    private int shots;

    Clerk(Page page, String desk, String account, Path screens) {
        this.page = page;
        this.desk = desk;
        this.account = account;
        this.screens = screens;
    }

    void logIn() {
        page.navigate(desk);
        look("login");
        page.fill("#username", account);
        page.fill("#password", "demo");
        page.locator("main button.button").click();
    }

    /// Takes every open case of the department to its end.
    ///
    /// @return how many cases were handled
    int handleEverything() {
        int handled = 0;
        page.navigate(desk);
        while (page.locator("tbody a").count() > 0) {
            look("queue");
            page.locator("tbody a").first().click();
            look("case");
            Locator step = page.locator("section form[data-form] .button:not(.quiet)");
            while (step.count() > 0) {
                fillInResult();
                step.first().click();
                page.waitForLoadState();
                if (page.locator("#errors").count() > 0) {
                    throw new AssertionError(
                            "the desk refuses the result: " + page.locator("#errors").innerText());
                }
                look("step");
            }
            handled++;
            page.navigate(desk);
        }
        return handled;
    }

    /// Values that fit the newborn's results: a birth certificate number, the child's id number, a
    /// household number.
    private void fillInResult() {
        for (Locator input :
                page.locator("form[data-form] input:visible, form[data-form] select:visible")
                        .all()) {
            String name = input.getAttribute("name");
            if (name == null || name.equals("_csrf") || !input.inputValue().isEmpty()) {
                continue;
            }
            input.fill(Results.value(name));
        }
    }

    void look(String name) {
        shots++;
        page.screenshot(
                new Page.ScreenshotOptions()
                        .setPath(
                                screens.resolve("desk-" + account)
                                        .resolve("%02d-%s.png".formatted(shots, name)))
                        .setFullPage(true));
    }
}
