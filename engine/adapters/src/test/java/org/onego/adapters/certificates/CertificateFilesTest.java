package org.onego.adapters.certificates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onego.adapters.certificates.Asked.MOTHER;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.onego.adapters.certificates.SourceSettings.Style;
import org.onego.adapters.fixture.Simulated;
import org.onego.casefile.application.NoCertificate;
import org.onego.casefile.consent.CertificateSource.FileReading;

/// Certificates' files, against the simulator over HTTP.
class CertificateFilesTest {

    private static Simulated simulated;

    @BeforeAll
    static void start() {
        simulated = new Simulated();
    }

    @AfterAll
    static void stop() {
        simulated.close();
    }

    @AfterEach
    void recover() {
        simulated.recover();
    }

    private static CertificateSources sources(Style style, String format) {
        SourceSettings usual = simulated.source(style);
        return simulated.certificates(
                new SourceSettings(
                        usual.name(),
                        style,
                        usual.access(),
                        usual.types(),
                        usual.typeCodes(),
                        usual.fields(),
                        format,
                        usual.limits()));
    }

    private static FileReading.Fetched fetched(Style style, String format) {
        FileReading reading = Asked.file(sources(style, format), "marriage-certificate");
        assertThat(reading).isInstanceOf(FileReading.Fetched.class);
        return (FileReading.Fetched) reading;
    }

    @Test
    void aPdfIsMarkedWithItsPurposeOnEveryPage() throws Exception {
        FileReading.Fetched file = fetched(Style.NATIONAL, "pdf");
        assertThat(file.name()).isEqualTo("结婚证.pdf");
        try (PDDocument document = Loader.loadPDF(file.bytes())) {
            String text = new PDFTextStripper().getText(document).replaceAll("\\s", "");
            assertThat(text).contains("J130602-2023-000123");
            assertThat(text.split("仅供办理新生儿出生一件事使用2026-11-20", -1))
                    .as("again and again")
                    .hasSizeGreaterThan(4);
        }
    }

    @Test
    void aPictureBecomesAMarkedPage() throws Exception {
        FileReading.Fetched file = fetched(Style.NATIONAL, "png");
        assertThat(file.name()).isEqualTo("结婚证.pdf");
        try (PDDocument document = Loader.loadPDF(file.bytes())) {
            assertThat(new PDFTextStripper().getText(document)).contains("仅供办理新生儿出生一件事使用");
            assertThat(document.getPage(0).getResources().getXObjectNames()).isNotEmpty();
        }
    }

    /// Its seal covers its pages, and the service has written the purpose on the copy.
    @ParameterizedTest
    @ValueSource(strings = {"NATIONAL", "PROVINCIAL"})
    void anOfdStaysAsItIs(Style style) throws Exception {
        FileReading.Fetched file = fetched(style, "ofd");
        assertThat(file.name()).isEqualTo("结婚证.ofd");
        StringBuilder whole = new StringBuilder();
        try (ZipInputStream zip =
                new ZipInputStream(new java.io.ByteArrayInputStream(file.bytes()))) {
            assertThat(zip.getNextEntry().getName()).isEqualTo("OFD.xml");
            while (zip.getNextEntry() != null) {
                whole.append(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        assertThat(whole).contains("仅供“新生儿出生一件事”使用");
    }

    @ParameterizedTest
    @CsvSource({"error, UNAVAILABLE", "garbage, MALFORMED", "forged, FORGED", "big, TOO_LARGE"})
    void whatGoesWrongIsAReason(String mode, NoCertificate reason) {
        CertificateSources sources = sources(Style.NATIONAL, "pdf");
        var marriage = Asked.found(Asked.read(sources, "marriage-certificate", MOTHER));
        simulated.fault("marriage-certificate", mode, 0);
        assertThat(
                        sources.file(
                                Asked.type("marriage-certificate"),
                                marriage,
                                Asked.why("application"),
                                Duration.ofSeconds(20)))
                .isInstanceOfSatisfying(
                        FileReading.Missing.class,
                        missing -> assertThat(missing.kind()).isEqualTo(reason));
    }

    @Test
    void aDamagedFileIsNotHandedOn() {
        byte[] torn =
                Arrays.copyOf(
                        "%PDF-1.4 and then nothing".getBytes(StandardCharsets.US_ASCII), 4000);
        for (byte[] bytes : new byte[][] {torn, "hello, a text".getBytes(StandardCharsets.UTF_8)}) {
            assertThat(
                            MarkPurpose.on(
                                    new FileReading.Fetched("file.pdf", bytes),
                                    Asked.why("application")))
                    .isInstanceOf(FileReading.Missing.class);
        }
    }
}
