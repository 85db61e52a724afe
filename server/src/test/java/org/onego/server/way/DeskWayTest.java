package org.onego.server.way;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onego.bundle.pack.PackageReader;
import org.onego.bundle.pack.Persona;
import tools.jackson.databind.JsonNode;

/// One case through the desk: found, assigned, passed on, corrected by the citizen on the phone,
/// laid before another department, decided, with its letters. Pictures land in
/// `target/screens/desk`.
class DeskWayTest {

    private static final Path SCREENS = Path.of("target", "screens", "desk");
    private static final String PERSONA = "mother-baoding";

    private static RunningProduct product;
    private static Chromium chromium;
    private static Path picture;

    @BeforeAll
    static void start(@TempDir Path data) throws IOException {
        if (Chromium.isMissing()) {
            System.out.println(Chromium.whySkipped());
            Assumptions.abort(Chromium.whySkipped());
        }
        picture = data.resolve("material.png");
        ImageIO.write(
                new BufferedImage(60, 40, BufferedImage.TYPE_INT_RGB), "png", picture.toFile());
        product = RunningProduct.start(data);
        chromium = new Chromium();
    }

    @AfterAll
    static void stop() throws IOException {
        if (chromium != null) {
            chromium.close();
            product.close();
        }
    }

    @Test
    void aCaseGoesThroughTheDesk() throws Exception {
        Page phone = chromium.phone();
        Page first = logIn(chromium.desktop(), "health");
        Page second = logIn(chromium.tablet(), "health2");
        List<String> problems = problems(first, second, phone);
        submit(phone);

        // Found by name, which stays out of the address.
        first.navigate(product.at("/desk"));
        first.fill("#find", "李婷");
        press(first, ".filters > .button");
        assertThat(first.locator("tbody tr").count()).isEqualTo(1);
        assertThat(first.url()).doesNotContain("李").doesNotContain("%E6%9D%8E").contains("find=");
        first.locator(".save summary").click();
        first.fill("input[name=name]", "李家");
        press(first, ".save .button");
        assertThat(first.locator(".tabs .saved").innerText()).contains("李家");
        look(first, "queue");
        first.fill("#find", "没有这个人");
        press(first, ".filters > .button");
        assertThat(first.locator("tbody tr").count()).isZero();
        press(first, ".tabs .saved");
        assertThat(first.locator("tbody tr").count()).isEqualTo(1);

        // By the keyboard alone: to the case, pick it, assign it to oneself.
        first.locator("h1").click();
        first.keyboard().press("j");
        first.keyboard().press("x");
        press(first, ".bulk .button");
        assertThat(first.locator(".notice").innerText()).contains("分派了 1 件");
        first.navigate(product.at("/desk?scope=MINE"));
        press(first, "tbody a.open");
        String address = first.url();
        assertThat(first.content()).contains("由您经办");
        look(first, "case");
        first.locator("iframe.preview").scrollIntoViewIfNeeded();
        assertThat(
                        first.frameLocator("iframe.preview")
                                .locator("img")
                                .evaluate("image => image.naturalWidth"))
                .as("the width of the picture in the preview")
                .isEqualTo(60);
        first.locator("iframe.preview")
                .screenshot(
                        new Locator.ScreenshotOptions().setPath(SCREENS.resolve("preview.png")));

        // Whoever comes second is told who has it.
        second.navigate(address);
        assertThat(second.locator(".notice").first().innerText()).contains("正由 赵敏 经办");
        assertThat(second.locator("section form[data-form]").count()).isZero();

        // Passed on with a reason.
        first.locator("summary", new Page.LocatorOptions().setHasText("转给同事")).click();
        first.selectOption("#transfer-to", "health2");
        first.fill("#transfer-reason", "下午休假");
        press(first, "form[action$='/transfer'] .button");
        assertThat(first.content()).contains("赵敏 转给 李静：下午休假");
        second.navigate(product.at("/desk"));
        look(second, "queue-tablet");
        second.navigate(address);
        assertThat(second.content()).contains("由您经办");

        correct(second, phone, address);

        // Accepted, with its letter.
        press(second, "form[action$='/accept'] .button");
        letter(second, "ACCEPTED");
        look(second, "case-accepted");

        askForAnOpinion(second, address);
        aLoginThatExpiresLosesNothing(second, address);

        // Decided, delivered; pressing twice does it once.
        second.locator("section form[data-form] input:visible").first().fill("X130012345");
        second.evaluate(
                "document.querySelectorAll('form').forEach(form => form.addEventListener('submit', () => delete form.dataset.sent))");
        second.locator("form[action$='/approve'] .button").dblclick();
        second.waitForURL(Pattern.compile(".*done=approve.*"));
        assertThat(second.locator(".state").first().innerText()).isEqualTo("已批准");
        letter(second, "APPROVED");
        look(second, "case-decided");
        press(second, "form[action$='/deliver'] .button");
        assertThat(second.locator(".state").first().innerText()).isEqualTo("已办结");

        phone.navigate(phone.url().replaceAll("/(correct|progress).*", "/progress"));
        phone.locator("a[href*='/letters/']").first().waitFor();
        APIResponse letter =
                phone.request()
                        .get(
                                product.at(
                                        Objects.requireNonNull(
                                                phone.locator("a[href*='/letters/']")
                                                        .first()
                                                        .getAttribute("href"))));
        assertThat(new String(letter.body(), 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
        look(phone, "progress");
        assertThat(problems).as("errors in the browsers' consoles").isEmpty();
    }

    private void submit(Page phone) throws Exception {
        Citizen citizen = new Citizen(phone, persona(), SCREENS);
        citizen.open(product.accessLink(PERSONA, ""));
        citizen.begin();
        citizen.answerGuide();
        citizen.agreeThatCertificatesAreRead();
        citizen.fillInAllPages();
        citizen.handInMaterials(picture);
        citizen.checkAndSubmit();
        assertThat(phone.url()).endsWith("/progress");
    }

    /// The clerk marks, the citizen is told and corrects just that, the clerk gets it back.
    private void correct(Page clerk, Page phone, String address) throws Exception {
        clerk.navigate(address);
        press(clerk, "a[href$='/correct']");
        press(clerk, "main .button");
        assertThat(clerk.locator("#errors").innerText()).contains("请至少选一项");
        Locator mark = clerk.locator(".mark").filter(new Locator.FilterOptions().setHasText("名"));
        mark.first().locator("input[type=text]").fill("与出生记录不一致");
        look(clerk, "mark");
        press(clerk, "main .button");
        assertThat(clerk.locator(".state").first().innerText()).isEqualTo("待补正");
        letter(clerk, "CORRECTION");

        await().atMost(Duration.ofSeconds(20))
                .until(() -> product.messages(PERSONA).toString().contains("需要您补正"));
        JsonNode messages = product.messages(PERSONA);
        for (JsonNode message : messages) {
            assertThat(message.get("text").asString())
                    .doesNotContain("李婷", "王一诺", "130602", "1380000");
        }
        JsonNode told =
                messages.valueStream()
                        .filter(each -> each.get("text").asString().contains("需要您补正"))
                        .findFirst()
                        .orElseThrow();
        phone.navigate(product.accessLink(PERSONA, told.get("url").asString()));
        assertThat(phone.url()).contains("/correct/birth-certificate");
        assertThat(phone.locator("form .field").count())
                .as("the question and the remark")
                .isEqualTo(2);
        assertThat(phone.content()).contains("与出生记录不一致");
        look(phone, "correct");
        press(phone, "main button[value=send]");
        assertThat(phone.locator("#errors").innerText()).contains("还没有改");
        look(phone, "correct-errors");
        phone.locator("form .field input[type=text]").first().fill("王一宁");
        press(phone, "main button[value=send]");
        assertThat(phone.url()).contains("/progress");
        assertThat(phone.content()).contains("补正已提交");
        look(phone, "progress-corrected");

        clerk.navigate(address);
        assertThat(clerk.content()).contains("王一宁").contains("已补正，重新交给部门");
    }

    private void askForAnOpinion(Page clerk, String address) {
        clerk.navigate(address);
        clerk.locator("summary", new Page.LocatorOptions().setHasText("请别人会签")).click();
        clerk.selectOption("#whom", "police");
        clerk.fill("#asked", "孩子的名字可以这样登记吗？");
        clerk.locator(".tick")
                .filter(new Locator.FilterOptions().setHasText("名"))
                .first()
                .locator("input")
                .check();
        press(clerk, "form[action$='/cosign'] .button");
        assertThat(clerk.content()).contains("等待答复");

        Page police = logIn(chromium.desktop(), "police");
        press(police, "a[href='/desk/opinions']");
        look(police, "opinions");
        press(police, "main section a");
        assertThat(police.content())
                .contains("孩子的名字可以这样登记吗？")
                .contains("王一宁")
                .as("what was not shared")
                .doesNotContain("李婷")
                .doesNotContain("130602199503120027");
        look(police, "opinion");
        police.locator("input[value=AGREE_IF]").check();
        press(police, "main .button");
        assertThat(police.locator(".error").innerText()).contains("写明理由");
        police.locator("input[value=AGREE_IF]").check();
        police.fill("#text", "请附父母双方的同意书");
        press(police, "main .button");
        assertThat(police.content()).contains("已答复");
        // The case itself stays another department's.
        assertThat(police.navigate(address).status()).isEqualTo(404);

        clerk.navigate(address);
        assertThat(clerk.content()).contains("孙浩：有条件同意 请附父母双方的同意书");
    }

    private void aLoginThatExpiresLosesNothing(Page clerk, String address) {
        clerk.navigate(address);
        clerk.fill("#note", "已电话核对，等父亲的同意书");
        clerk.context().clearCookies();
        press(clerk, "form[action$='/note'] .button");
        assertThat(clerk.content()).contains("登录已过期");
        clerk.fill("#username", "health2");
        clerk.fill("#password", "demo");
        press(clerk, "main .button");
        assertThat(clerk.url()).isEqualTo(address.replaceAll("\\?.*", ""));
        assertThat(clerk.inputValue("#note")).isEqualTo("已电话核对，等父亲的同意书");
        press(clerk, "form[action$='/note'] .button");
        assertThat(clerk.content()).contains("李静：已电话核对，等父亲的同意书");
    }

    /// The newest letter of the page, as a file.
    private static void letter(Page clerk, String name) {
        String href =
                Objects.requireNonNull(
                        clerk.locator("a[href*='/notices/']").last().getAttribute("href"));
        APIResponse answer = clerk.request().get(product.at(href));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers().get("content-type")).isEqualTo("application/pdf");
        try {
            Files.createDirectories(SCREENS);
            Files.write(SCREENS.resolve(name + ".pdf"), answer.body());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Page logIn(Page page, String account) {
        page.navigate(product.at("/desk"));
        page.fill("#username", account);
        page.fill("#password", "demo");
        press(page, "main .button");
        return page;
    }

    private static void press(Page page, String what) {
        page.locator(what).first().click();
        page.waitForLoadState();
    }

    private static List<String> problems(Page... pages) {
        List<String> problems = new ArrayList<>();
        for (Page page : pages) {
            page.onConsoleMessage(message -> {
                if (message.type().equals("error")) {
                    problems.add(message.text());
                }
            });
            page.onPageError(problems::add);
        }
        return problems;
    }

    private static void look(Page page, String name) {
        page.screenshot(
                new Page.ScreenshotOptions()
                        .setPath(SCREENS.resolve(name + ".png"))
                        .setFullPage(true));
    }

    private static Persona persona() {
        return Objects.requireNonNull(
                        PackageReader.open(RunningProduct.ROOT.resolve("packages"))
                                .read("newborn")
                                .bundle())
                .personas()
                .stream()
                .filter(each -> each.id().equals(PERSONA))
                .findFirst()
                .orElseThrow();
    }
}
