package org.onego.server.way;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onego.bundle.pack.PackageReader;
import org.onego.bundle.pack.Persona;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What people do about their certificates, on phones: refuse, ask the family, wait for a slow
/// source, object, choose. Screenshots land in `target/screens/certificates`.
@Tag("full")
class CertificatesWayTest {

    private static final Path SCREENS = Path.of("target", "screens", "certificates");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static RunningProduct product;
    private static Chromium chromium;
    private static List<Persona> personas;

    @BeforeAll
    static void start(@TempDir Path data) throws IOException {
        if (Chromium.isMissing()) {
            System.out.println(Chromium.whySkipped());
            Assumptions.abort(Chromium.whySkipped());
        }
        Path packages = RunningProduct.ROOT.resolve("packages");
        personas =
                Objects.requireNonNull(
                                PackageReader.open(packages).read("newborn").bundle(),
                                "the newborn's package has mistakes")
                        .personas();
        Path changed = withTwoOpinions(packages, data.resolve("people"));
        product = RunningProduct.start(data, changed, "housing-fund", List.of());
        chromium = new Chromium();
    }

    @AfterAll
    static void stop() throws IOException {
        if (chromium != null) {
            chromium.close();
            product.close();
        }
    }

    /// The same people, of whom one's booklet and marriage registration disagree.
    private static Path withTwoOpinions(Path from, Path to) throws IOException {
        Files.walkFileTree(
                from,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(
                            Path folder, BasicFileAttributes attributes) throws IOException {
                        Files.createDirectories(to.resolve(from.relativize(folder).toString()));
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                            throws IOException {
                        Files.copy(file, to.resolve(from.relativize(file).toString()));
                        return FileVisitResult.CONTINUE;
                    }
                });
        Path mother = to.resolve("newborn/personas/mother-baoding.yaml");
        String text = Files.readString(mother);
        assertThat(text).contains("holderEducation: 大学本科");
        Files.writeString(mother, text.replace("holderEducation: 大学本科", "holderEducation: 高中"));
        return to;
    }

    private static Persona persona(String id) {
        return personas.stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
    }

    private static Citizen arrive(Page phone, String persona) {
        Citizen citizen = new Citizen(phone, persona(persona), SCREENS);
        citizen.open(link(persona, product.at("/jsb/newborn")));
        citizen.begin();
        citizen.answerGuide();
        return citizen;
    }

    /// As when the person taps a message or scans a code inside the host app.
    private static String link(String persona, String url) {
        ObjectNode asked =
                JSON.createObjectNode()
                        .put("persona", persona)
                        .put("package", "newborn")
                        .put("url", url);
        return JSON.readTree(post("/host/api/access-link", asked)).path("url").asString();
    }

    private static String post(String path, ObjectNode body) {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(product.simulator(path)))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                        .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static void slow(String type, long millis) {
        post(
                "/certificates/admin/faults",
                JSON.createObjectNode().put("type", type).put("mode", "ok").put("delayMs", millis));
    }

    private static List<String> problems(Page page) {
        List<String> problems = new ArrayList<>();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                problems.add(message.text());
            }
        });
        page.onPageError(problems::add);
        return problems;
    }

    @Test
    void whoRefusesFillsInByHandAndNothingIsRead() {
        try (Page phone = chromium.phone()) {
            Citizen mother = arrive(phone, "unmarried-mother");
            mother.look("consent");
            assertThat(phone.locator("main").innerText())
                    .contains("居民身份证", "用于办理", "每查一次都有记录", "不同意也能办");
            phone.locator("button[value=refused]").click();
            assertThat(phone.url()).contains("/p/");
            mother.look("by-hand");
            assertThat(phone.locator("form[data-form] input").count()).isPositive();
            phone.navigate(product.at("/me/reads"));
            mother.look("nothing-read");
            assertThat(phone.locator("main").innerText()).contains("还没有人查过");
        }
    }

    @Test
    void theOtherParentAgreesOnTheirOwnPhoneAndTakesItBack() {
        try (Page his = chromium.phone();
                Page hers = chromium.phone();
                Page strange = chromium.phone()) {
            List<String> problems = problems(hers);
            Citizen father = arrive(his, "father-applying");
            father.agreeThatCertificatesAreRead();
            assertThat(his.url()).endsWith("/family");
            father.look("family-offer");
            String family = his.url();
            his.locator("text=请妈妈授权").click();
            father.look("family-asked");
            assertThat(his.locator(".qr svg").count()).isEqualTo(1);
            String token = his.locator("code").innerText();
            his.locator("text=发消息提醒").click();
            assertThat(his.locator("[role=status]").innerText()).contains("提醒已发出");

            strange.navigate(link("unmarried-mother", token));
            assertThat(strange.locator("h1").innerText()).isEqualTo("这个链接不是给您的");
            new Citizen(strange, persona("unmarried-mother"), SCREENS).look("not-yours");

            Citizen mother = new Citizen(hers, persona("mother-baoding"), SCREENS);
            hers.navigate(link("mother-chenjing", token));
            mother.look("asked");
            assertThat(hers.locator("main").innerText()).contains("*伟", "分娩信息", "用于办理");
            hers.locator("button[value=granted]").click();
            mother.look("granted");
            assertThat(hers.locator("h1").innerText()).isEqualTo("您已同意");

            his.navigate(family);
            father.look("family-granted");
            assertThat(his.locator(".state").first().innerText()).isEqualTo("已同意");
            his.locator("text=继续填写").click();
            his.navigate(his.url().replaceAll("/p/.*", "/check"));
            his.waitForCondition(() -> {
                his.reload();
                return his.locator("main").innerText().contains("分娩信息");
            });
            father.look("check-with-hers");

            hers.navigate(product.at("/me/reads"));
            mother.look("who-read");
            assertThat(hers.locator("main").innerText()).contains("分娩信息", "授权", "*伟", "保定市");
            hers.navigate(token);
            hers.locator("button[value=withdrawn]").click();
            mother.look("withdrawn");
            assertThat(hers.locator("h1").innerText()).isEqualTo("您已撤回");
            his.reload();
            assertThat(his.locator("main").innerText()).doesNotContain("分娩信息");
            assertThat(problems).isEmpty();
        }
    }

    @Test
    void aSlowSourceFillsInLaterAndNeverWhatWasTyped() {
        slow("delivery-record", 2800);
        try (Page phone = chromium.phone()) {
            List<String> problems = problems(phone);
            Citizen mother = arrive(phone, "unmarried-mother");
            // She may have refused before; the page is still there.
            phone.navigate(phone.url().replaceAll("/(p/.*|consent|family|materials)$", "/consent"));
            Instant before = Instant.now();
            mother.agreeThatCertificatesAreRead();
            Duration waited = Duration.between(before, Instant.now());
            System.out.println(
                    "Measured: the first page with a source of 2.8 s came after %d ms"
                            .formatted(waited.toMillis()));
            phone.navigate(phone.url().replaceAll("/(p/.*|family)$", "/p/birth"));
            Locator late = phone.locator("#late");
            assertThat(late.innerText()).contains("还有证照正在查");
            mother.look("late-pending");
            String name =
                    phone.locator("form[data-form] input[type=text]").first().getAttribute("name");
            Locator typed = phone.locator("[name='" + name + "']");
            typed.fill("2999");
            late.locator("text=又替您填好了").waitFor();
            mother.look("late-filled");
            assertThat(late.getAttribute("aria-live")).isEqualTo("polite");
            assertThat(typed.inputValue()).isEqualTo("2999");
            assertThat(phone.locator("text=来自 分娩信息").count()).isPositive();
            assertThat(problems).isEmpty();
        } finally {
            slow("delivery-record", 0);
        }
    }

    @Test
    void aWrongCertificateIsCorrectedAndTwoOpinionsAreChosenFrom() {
        try (Page phone = chromium.phone()) {
            List<String> problems = problems(phone);
            Citizen mother = arrive(phone, "mother-baoding");
            mother.agreeThatCertificatesAreRead();
            String base = phone.url().replaceAll("/(p/.*|family|consent)$", "");
            phone.navigate(base);
            while (phone.locator("text=几份证照写得不一样").count() == 0) {
                assertThat(phone.url()).contains("/p/");
                mother.fillIn();
                mother.press();
            }
            mother.look("two-opinions");
            assertThat(phone.locator(".choice .from").allInnerTexts())
                    .contains("来自 居民户口簿", "来自 婚姻登记信息");
            phone.locator("label.choice:has-text('居民户口簿') input").check();
            phone.locator("text=就用这个").click();
            mother.look("chosen");
            assertThat(phone.locator("input[name=source]:checked").count()).isEqualTo(1);

            Locator wrong = phone.locator("a:has-text('不对？')").first();
            String name = wrong.getAttribute("href").replaceAll(".*/dispute/", "");
            wrong.click();
            mother.look("objection");
            assertThat(phone.locator("h1").innerText()).endsWith("不对？");
            phone.locator("text=提交更正").click();
            mother.look("objection-empty");
            assertThat(phone.locator(".error").count()).isPositive();
            phone.locator("[name='" + name + "']").fill("ZY20261007099");
            phone.locator("#note").fill("抄错了一位");
            phone.locator("text=提交更正").click();
            mother.look("objected");
            assertThat(phone.locator("text=您已更正，部门会核对").count()).isEqualTo(1);
            assertThat(problems).isEmpty();
        }
    }
}
