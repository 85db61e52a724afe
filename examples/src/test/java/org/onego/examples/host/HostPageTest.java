package org.onego.examples.host;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.onego.examples.Running;

/// The host's pages in a real browser, over a stand-in for the product that has three pages.
final class HostPageTest {

    private static Playwright playwright;
    private static Browser browser;
    private static HttpServer product;
    private static Running host;
    private Page page;

    @BeforeAll
    static void start() throws Exception {
        Path chromium =
                Path.of(
                        Optional.ofNullable(System.getenv("ONEGO_CHROMIUM"))
                                .orElse("/usr/bin/chromium"));
        Assumptions.assumeTrue(
                Files.isExecutable(chromium), "Skipped: there is no browser at " + chromium);
        product = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        product.createContext(
                "/",
                exchange -> {
                    String path = exchange.getRequestURI().getPath();
                    byte[] body =
                            """
                            <!doctype html><meta charset="utf-8"><title>%1$s</title><h1>%1$s</h1><p>%2$s</p>
                            <a href="/second">second</a>
                            <button onclick="parent.postMessage({type: 'onego:close'}, '*')">finish</button>
                            <script>parent.postMessage({type: 'onego:title', title: 'title of %1$s'}, '*')</script>
                            """
                                    .formatted(path, exchange.getRequestURI().getQuery())
                                    .getBytes(StandardCharsets.UTF_8);
                    exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
                    exchange.sendResponseHeaders(200, body.length);
                    exchange.getResponseBody().write(body);
                    exchange.close();
                });
        product.start();
        host = Running.with("--onego", "http://localhost:" + product.getAddress().getPort());
        playwright =
                Playwright.create(
                        new Playwright.CreateOptions()
                                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser =
                playwright
                        .chromium()
                        .launch(
                                new BrowserType.LaunchOptions()
                                        .setExecutablePath(chromium)
                                        .setArgs(
                                                List.of(
                                                        "--no-sandbox",
                                                        "--disable-background-networking",
                                                        "--disable-component-update",
                                                        "--disable-sync",
                                                        "--no-first-run")));
    }

    @AfterAll
    static void stop() throws Exception {
        if (playwright != null) {
            playwright.close();
        }
        if (product != null) {
            product.stop(0);
        }
        if (host != null) {
            host.close();
        }
    }

    @BeforeEach
    void openPage() {
        page = browser.newPage(new Browser.NewPageOptions().setViewportSize(1280, 920));
        page.onPageError(error -> {
            throw new AssertionError(error);
        });
    }

    @AfterEach
    void closePage() {
        page.close();
    }

    @Test
    void goesBackThroughTheServiceAndThenToTheHost() {
        openServiceInPhone();
        FrameLocator service = page.frameLocator("iframe");
        assertThat(service.locator("h1")).hasText("/jsb/sample");
        assertThat(service.locator("p")).hasText(Pattern.compile("accessLink=[\\w-]{24}"));
        assertThat(title()).hasText("title of /jsb/sample");

        service.getByText("second").click();
        assertThat(title()).hasText("title of /second");
        button("返回").click();
        assertThat(service.locator("h1")).hasText("/jsb/sample");
        button("返回").click();
        assertThat(page.locator("iframe")).hasCount(0);
        assertThat(page.locator(".tile")).hasText("样样例");
    }

    @Test
    void isClosedByTheHostAndByTheService() {
        openServiceInPhone();
        button("关闭").click();
        assertThat(page.locator("iframe")).hasCount(0);

        page.locator("[data-package=sample]").click();
        page.frameLocator("iframe").getByText("finish").click();
        assertThat(page.locator("iframe")).hasCount(0);
    }

    @Test
    void showsAMessageWhileAServiceIsOpenAndOpensWhatItPointsTo() throws Exception {
        openServiceInPhone();
        var push =
                host.posting(
                                "/gateway/message/push",
                                "{\"idcard\":\"130602199503120027\",\"title\":\"办理进度\",\"text\":\"<b>已受理</b>\",\"url\":\"http://localhost:"
                                        + product.getAddress().getPort()
                                        + "/progress\"}")
                        .header("C-App-Id", "demo")
                        .header("appPwd", "demo");
        Running.send(push);

        Locator toast = page.locator(".toast");
        assertThat(toast).containsText("<b>已受理</b>");
        toast.click();
        assertThat(page.frameLocator("iframe").locator("h1")).hasText("/progress");
    }

    @Test
    void takesTheWholeWindowWithoutAFrameAndKnowsTheCitizenAfterwards() {
        page.setViewportSize(390, 844);
        page.navigate(host.at("/host/m").toString());
        page.locator("[data-persona='sample/wife']").click();
        page.getByRole(AriaRole.SWITCH).click();
        page.locator("[data-package=sample]").click();
        assertThat(page.locator("h1")).hasText("/jsb/sample");
        assertThat(page.locator("p")).hasText(Pattern.compile("uiStyle=elder"));

        page.goBack();
        assertThat(page.locator(".who")).containsText("赵敏");
        assertThat(page.getByRole(AriaRole.SWITCH)).hasAttribute("aria-checked", "true");
    }

    private void openServiceInPhone() {
        page.navigate(host.at("/host/").toString());
        page.locator("[data-persona='sample/wife']").click();
        page.locator("[data-package=sample]").click();
    }

    private Locator title() {
        return page.locator(".bar h2");
    }

    private Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }
}
