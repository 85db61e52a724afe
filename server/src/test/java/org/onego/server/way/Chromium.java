package org.onego.server.way;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// The machine's own Chromium. Where there is none, the tests that need it are skipped and say so.
final class Chromium implements AutoCloseable {

    private static final Path EXECUTABLE =
            Path.of(System.getenv().getOrDefault("ONEGO_CHROMIUM", "/usr/bin/chromium"));

    private final Playwright playwright;
    private final Browser browser;

    Chromium() {
        playwright =
                Playwright.create(
                        new Playwright.CreateOptions()
                                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser =
                playwright
                        .chromium()
                        .launch(
                                new BrowserType.LaunchOptions()
                                        .setExecutablePath(EXECUTABLE)
                                        .setArgs(
                                                List.of(
                                                        "--no-sandbox",
                                                        "--disable-background-networking",
                                                        "--disable-component-update",
                                                        "--disable-sync",
                                                        "--no-first-run")));
    }

    static boolean isMissing() {
        return !Files.isExecutable(EXECUTABLE);
    }

    static String whySkipped() {
        return "Skipped: browser tests, because "
                + EXECUTABLE
                + " is missing; install chromium and fonts-noto-cjk, or set ONEGO_CHROMIUM";
    }

    /// A phone of its own: no cookies of others, 390×844.
    Page phone() {
        return page(390, 844);
    }

    /// A clerk's screen.
    Page desktop() {
        return page(1280, 900);
    }

    /// A clerk's tablet, upright.
    Page tablet() {
        return page(768, 1024);
    }

    private Page page(int width, int height) {
        BrowserContext context =
                browser.newContext(
                        new Browser.NewContextOptions()
                                .setViewportSize(width, height)
                                .setLocale("zh-CN"));
        context.setDefaultTimeout(15_000);
        return context.newPage();
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
