package org.onego.adapters.certificates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onego.adapters.certificates.Asked.MOTHER;
import static org.onego.adapters.certificates.Asked.found;
import static org.onego.adapters.certificates.Asked.none;
import static org.onego.adapters.certificates.Asked.read;

import com.sun.net.httpserver.HttpServer;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onego.adapters.certificates.SourceSettings.Access;
import org.onego.adapters.certificates.SourceSettings.Limits;
import org.onego.adapters.certificates.SourceSettings.Style;
import org.onego.adapters.fixture.Packages;
import org.onego.adapters.fixture.Simulated;
import org.onego.casefile.application.NoCertificate;
import org.onego.casefile.consent.CertificateSource.Reading;
import org.onego.examples.certificates.DemoKeys;

/// What only the provincial style has: keys, statuses and field names, against the simulator and
/// against a server that answers what a test says.
class ProvincialConnectorTest {

    private HttpServer server;
    private volatile String answer = "";

    @BeforeEach
    void start() throws Exception {
        server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    exchange.getRequestBody().readAllBytes();
                    byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(200, bytes.length);
                    exchange.getResponseBody().write(bytes);
                    exchange.close();
                });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private CertificateSources source(
            @Nullable String decryptKey, Map<String, Map<String, String>> fields) {
        return new CertificateSources(
                java.util.List.of(
                        new SourceSettings(
                                "province",
                                Style.PROVINCIAL,
                                new Access(
                                        URI.create(
                                                "http://localhost:"
                                                        + server.getAddress().getPort()),
                                        "id",
                                        "token",
                                        decryptKey,
                                        null),
                                Set.of(),
                                Map.of("marriage-certificate", "M"),
                                fields,
                                "ofd",
                                Limits.USUAL)),
                java.time.Duration.ZERO,
                java.time.Duration.ofSeconds(30),
                _ -> 1,
                new io.micrometer.core.instrument.simple.SimpleMeterRegistry(),
                Packages.CLOCK);
    }

    private static String clear(String certData) {
        return "{\"head\":{\"status\":0,\"message\":\"数据获取成功\"},\"data\":{\"certData\":"
                + certData
                + "}}";
    }

    @Test
    void aSourceMayNameThingsInItsOwnWay() {
        answer =
                clear(
                        "[{'cert_identifier':'1.2','certno':'J1','holder_code':'%s','issue_date':'20230520','POXM':'王浩','secret':'x'}]"
                                .formatted(MOTHER)
                                .replace('\'', '"'));
        var marriage =
                found(
                        read(
                                source(
                                        null,
                                        Map.of(
                                                "marriage-certificate",
                                                Map.of("spouseName", "POXM"))),
                                "marriage-certificate",
                                MOTHER));
        assertThat(marriage.attributes().get("spouseName").stringValue()).isEqualTo("王浩");
        assertThat(marriage.attributes().propertyNames()).containsExactly("spouseName");
    }

    @ParameterizedTest
    @CsvSource({
        "10, NONE",
        "11, REFUSED",
        "12, REFUSED",
        "100, REFUSED",
        "102, REFUSED",
        "103, REFUSED",
        "113, NOT_CONFIGURED",
        "999, MALFORMED"
    })
    void eachStatusHasItsMeaning(String status, NoCertificate reason) {
        answer = "{\"head\":{\"status\":" + status + ",\"message\":\"" + MOTHER + "\"}}";
        Reading reading = read(source(null, Map.of()), "marriage-certificate", MOTHER);
        assertThat(none(reading)).isEqualTo(reason);
        assertThat(reading.toString())
                .as("what the service says in words is not believed fit for a log")
                .doesNotContain(MOTHER);
    }

    @Test
    void withoutTheKeyOrWithAnotherOneNothingIsRead() {
        try (Simulated simulated = new Simulated()) {
            SourceSettings usual = simulated.source(Style.PROVINCIAL);
            for (String key : new String[] {null, "1".repeat(64)}) {
                SourceSettings other =
                        new SourceSettings(
                                usual.name(),
                                usual.style(),
                                new Access(
                                        usual.access().service(),
                                        usual.access().account(),
                                        usual.access().secret(),
                                        key,
                                        DemoKeys.SERVICE_PUBLIC),
                                usual.types(),
                                usual.typeCodes(),
                                usual.fields(),
                                usual.fileFormat(),
                                usual.limits());
                assertThat(
                                none(
                                        read(
                                                simulated.certificates(other),
                                                "marriage-certificate",
                                                MOTHER)))
                        .isEqualTo(
                                key == null
                                        ? NoCertificate.NOT_CONFIGURED
                                        : NoCertificate.MALFORMED);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"\"zz\"", "\"\"", "\"04\"", "\"04abcd\"", "7", "null", "\"ff00ff00ff\""})
    void whatIsNotEncryptedDataIsMalformed(String certData) {
        answer = clear(certData.replace("'", "\""));
        assertThat(
                        none(
                                read(
                                        source(DemoKeys.PRODUCT_PRIVATE, Map.of()),
                                        "marriage-certificate",
                                        MOTHER)))
                .isEqualTo(NoCertificate.MALFORMED);
    }

    @Test
    void anAnswerWithoutASignatureIsForgedWhereOneWasAgreed() {
        answer = clear("[]");
        assertThat(
                        Sm2.with(DemoKeys.SERVICE_PUBLIC)
                                .signed(answer.getBytes(StandardCharsets.UTF_8), ""))
                .isFalse();
        assertThat(Sm2.with(DemoKeys.SERVICE_PUBLIC).signed(new byte[3], "30ff")).isFalse();
    }
}
