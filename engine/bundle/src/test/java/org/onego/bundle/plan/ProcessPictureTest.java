package org.onego.bundle.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.onego.bundle.fixture.Bundles;
import org.onego.bundle.item.Handling;
import org.onego.bundle.item.Item;
import org.onego.bundle.pack.CompiledBundle;
import org.onego.bundle.pack.CompiledBundle.BundleItem;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class ProcessPictureTest {

    private static final CompiledBundle NEWBORN = Bundles.newborn();
    private static final List<String> ALL =
            NEWBORN.items().stream().map(BundleItem::item).map(Item::id).toList();

    @Test
    void everyItemShowsItsTitleDepartmentAndState() {
        Document svg =
                parse(
                        ProcessPicture.svg(
                                NEWBORN,
                                ALL,
                                Map.of(
                                        "birth-certificate",
                                        ItemState.APPROVED,
                                        "vaccination",
                                        ItemState.CORRECTION),
                                Locale.CHINESE));
        assertThat(texts(svg, "text"))
                .contains("出生医学证明", "health局", "已办好", "预防接种证", "等您补正", "出生登记")
                .doesNotContain("办理中");
        assertThat(elements(svg, "rect")).hasSize(6);
        assertThat(elements(svg, "rect").getFirst().getAttribute("fill"))
                .isEqualTo(ItemState.APPROVED.fill());
        assertThat(elements(svg, "polyline")).hasSize(4);
    }

    @Test
    void itTellsItselfInWords() {
        Document svg =
                parse(
                        ProcessPicture.svg(
                                NEWBORN,
                                List.of("birth-certificate", "social-card"),
                                Map.of("birth-certificate", ItemState.ACTIVE),
                                Locale.CHINESE));
        Element root = svg.getDocumentElement();
        assertThat(root.getAttribute("role")).isEqualTo("img");
        assertThat(root.getAttribute("aria-labelledby"))
                .isEqualTo(
                        elements(svg, "title").getFirst().getAttribute("id")
                                + " "
                                + elements(svg, "desc").getFirst().getAttribute("id"));
        assertThat(texts(svg, "title")).containsExactly("新生儿出生“一件事”：办理进度图");
        assertThat(texts(svg, "desc")).containsExactly("出生医学证明（办理中）；社会保障卡申领，排在出生医学证明之后。");
    }

    @Test
    void everyStateHasItsOwnWordsInBothLanguages() throws IOException {
        for (ItemState state : ItemState.values()) {
            assertThat(properties("messages.properties")).containsKey(state.key());
        }
        assertThat(properties("messages.properties").keySet())
                .isEqualTo(properties("messages_en.properties").keySet());
        Document svg =
                parse(
                        ProcessPicture.svg(
                                NEWBORN,
                                List.of("vaccination"),
                                Map.of("vaccination", ItemState.WAITING),
                                Locale.ENGLISH));
        assertThat(texts(svg, "text")).contains("Waits for others");
    }

    @Test
    void wordsAreReadableOnTheirColours() {
        for (ItemState state : ItemState.values()) {
            assertThat(contrast(state.fill(), state.stroke())).as(state.name()).isGreaterThan(4.5);
        }
    }

    @Test
    void whatPeopleWroteIsEscaped() {
        CompiledBundle bundle =
                Bundles.of(
                        List.of(Bundles.item("odd", "<b>&\"'", "d", new Handling.Hosted(), 1)),
                        List.of());
        assertThat(
                        texts(
                                parse(
                                        ProcessPicture.svg(
                                                bundle, List.of("odd"), Map.of(), Locale.CHINESE)),
                                "text"))
                .contains("<b>&\"'");
    }

    @Test
    void longTextsAreBrokenWithinTheirBox() {
        assertThat(WrapText.wrap("城乡居民基本医疗保险参保登记", 10)).containsExactly("城乡居民基本医", "疗保险参保登记");
        assertThat(WrapText.wrap("保定市公安局（户籍派出所）", 11)).containsExactly("保定市公安局", "（户籍派出所）");
        assertThat(WrapText.wrap("Household registration of the newborn", 9))
                .containsExactly("Household", "registration", "of the newborn");
        assertThat(WrapText.wrap("", 9)).isEmpty();
    }

    private static Properties properties(String name) throws IOException {
        Properties properties = new Properties();
        try (InputStream file =
                Objects.requireNonNull(ProcessPicture.class.getResourceAsStream(name))) {
            properties.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        }
        return properties;
    }

    /// After WCAG 2.2.
    private static double contrast(String light, String dark) {
        return (luminance(light) + 0.05) / (luminance(dark) + 0.05);
    }

    private static double luminance(String colour) {
        double[] weights = {0.2126, 0.7152, 0.0722};
        double luminance = 0;
        for (int i = 0; i < 3; i++) {
            double part = Integer.parseInt(colour.substring(1 + 2 * i, 3 + 2 * i), 16) / 255.0;
            luminance +=
                    weights[i]
                            * (part <= 0.04045
                                    ? part / 12.92
                                    : Math.pow((part + 0.055) / 1.055, 2.4));
        }
        return luminance;
    }

    private static Document parse(String svg) {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(svg)));
        } catch (Exception failure) {
            throw new AssertionError(svg, failure);
        }
    }

    private static List<String> texts(Document svg, String name) {
        return elements(svg, name).stream().map(Element::getTextContent).toList();
    }

    private static List<Element> elements(Document svg, String name) {
        NodeList found = svg.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }
}
