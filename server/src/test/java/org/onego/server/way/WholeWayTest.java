package org.onego.server.way;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.onego.bundle.pack.PackageReader;
import org.onego.bundle.pack.Persona;

/// Every persona of the newborn's package goes the whole way on a phone: from the host app through
/// the guide, the pages and the desk to the rating. Screenshots land in `target/screens`.
class WholeWayTest {

    private static final Path SCREENS = Path.of("target", "screens");
    private static final List<String> CLERKS = List.of("health", "cdc", "police", "medical", "tax");

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

    static Stream<Persona> personas() {
        var bundle =
                PackageReader.open(RunningProduct.ROOT.resolve("packages"))
                        .read("newborn")
                        .bundle();
        return java.util.Objects.requireNonNull(bundle, "the newborn's package has mistakes")
                .personas()
                .stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("personas")
    void everyPersonaGoesTheWholeWay(Persona persona) throws Exception {
        try (Page phone = chromium.phone()) {
            List<String> problems = problems(phone);
            PageWeight weight = PageWeight.of(phone);
            Citizen citizen = new Citizen(phone, persona, SCREENS);
            citizen.open(product.accessLink(persona.id(), ""));
            citizen.begin();
            citizen.answerGuide();
            citizen.agreeThatCertificatesAreRead();
            citizen.fillInAllPages();
            citizen.handInMaterials(picture);
            citizen.checkAndSubmit();
            assertThat(phone.url()).endsWith("/progress");
            String number = citizen.number();
            assertThat(number).startsWith("YJS");

            await().atMost(Duration.ofSeconds(90)).until(() -> everybodyIsDone(citizen));
            citizen.lookAtProgress();
            assertThat(phone.locator("h1").innerText()).isEqualTo("都办完了");
            assertThat(citizen.number()).isEqualTo(number);

            citizen.rateFirst(5);
            assertThat(phone.content()).contains("您的评价：非常满意");
            System.out.println(
                    "Measured: %s: heaviest page %d bytes compressed with all it needs, %d without assets"
                            .formatted(persona.id(), weight.heaviestCold(), weight.heaviestWarm()));
            assertThat(weight.heaviestCold())
                    .as("bytes of the heaviest page with all it needs")
                    .isLessThanOrEqualTo(30_000);
            assertThat(problems).as("errors in the browser's console").isEmpty();
        }
    }

    /// The clerks of every department do what there is to do.
    private static boolean everybodyIsDone(Citizen citizen) {
        for (String account : CLERKS) {
            try (Page screen = chromium.desktop()) {
                Clerk clerk = new Clerk(screen, product.at("/desk"), account, SCREENS);
                clerk.logIn();
                clerk.handleEverything();
            }
        }
        citizen.page().reload();
        return citizen.page().locator("h1").innerText().equals("都办完了");
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
}
