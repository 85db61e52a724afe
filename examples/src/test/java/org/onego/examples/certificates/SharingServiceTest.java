package org.onego.examples.certificates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.onego.examples.Running;
import org.onego.examples.web.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

final class SharingServiceTest {

    private static final String WIFE = "130602199503120027";
    private static final String HUSBAND = "130602199207080032";

    private static Running service;
    private String session = "";

    @BeforeAll
    static void start() throws Exception {
        service = Running.with();
    }

    @AfterAll
    static void stop() throws Exception {
        service.close();
    }

    @BeforeEach
    void logIn() throws Exception {
        session = login("demo").path("sessionId").asString();
    }

    @AfterEach
    void recover() throws Exception {
        delete("/certificates/admin/faults");
        delete("/certificates/admin/log");
    }

    @Test
    void tellsWhatACertificateSaysByItsHolder() throws Exception {
        JsonNode answer = ask("getCertificateDataByHolder", byHolder("结婚证", WIFE));

        assertThat(status(answer)).isEqualTo("0");
        JsonNode row = answer.path("data").path("dataList").path(0);
        assertThat(row.path("certificateHolderCode").asString()).isEqualTo(WIFE);
        assertThat(row.path("certificateHolderName").asString()).isEqualTo("赵敏");
        assertThat(row.path("certificateHolderTypeCode").asString()).isEqualTo("111");
        assertThat(row.path("certificateNumber").asString()).isEqualTo("J130602-2023-000123");
        assertThat(row.path("certificateIssuedDate").asString()).isEqualTo("2023-05-20");
        assertThat(row.path("certificateExpiringDate").isNull()).isTrue();
        assertThat(row.path("certificateStatus").asString()).isEqualTo("正常");
        assertThat(row.path("extendInfo").path("spouseName").asString()).isEqualTo("钱勇");
    }

    @Test
    void findsTheSameCertificateByTypeCodeAndByItsIdentifier() throws Exception {
        JsonNode types = ask("getCertificateType", Json.object()).path("data").path("dataList");
        JsonNode marriage = row(types, "certificateTypeId", "marriage-certificate");
        assertThat(marriage.path("testCode").asBoolean()).isTrue();
        assertThat(marriage.path("certificateType").asString()).isEqualTo("结婚证");
        assertThat(
                        row(types, "certificateTypeId", "identity-card")
                                .path("certificateTypeCode")
                                .asString())
                .isEqualTo("11100000000013127D001");

        JsonNode byCode =
                ask(
                        "getCertificateDataByHolder",
                        byHolder(marriage.path("certificateTypeCode").asString(), HUSBAND));
        JsonNode row = byCode.path("data").path("dataList").path(0);
        assertThat(row.path("certificateTypeCode").asString()).startsWith("TEST");

        ObjectNode wanted = Json.object();
        wanted.set("CertificateID", row.path("certificateIdentifier"));
        assertThat(ask("getCertificateDataByCertificateID", wanted).path("data"))
                .isEqualTo(byCode.path("data"));
    }

    @Test
    void retrievesThatCertificatesAreThereWithoutWhatTheySay() throws Exception {
        JsonNode rows =
                ask("retrieval", Json.object().put("CertificateHolderCode", WIFE))
                        .path("data")
                        .path("dataList");

        assertThat(rows).hasSize(2).noneMatch(row -> row.has("extendInfo"));
    }

    @Test
    void handsOutAFileThatIsAPdfMarkedAsASample() throws Exception {
        JsonNode row =
                ask("getCertificateFileByHolder", byHolder("居民身份证", WIFE))
                        .path("data")
                        .path("dataList")
                        .path(0);
        byte[] file = Base64.getDecoder().decode(row.path("content").asString());
        assertThat(row.path("fileFormat").asString()).isEqualTo("pdf");
        try (PDDocument document = Loader.loadPDF(file)) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            assertThat(new PDFTextStripper().getText(document))
                    .contains("样例", "居民身份证", "持证主体：赵敏", WIFE, "仅供“办理新生儿出生一件事”使用");
        }
        String pdf = new String(file, StandardCharsets.ISO_8859_1);
        int table = Integer.parseInt(pdf.replaceAll("(?s).*startxref\n(\\d+)\n.*", "$1"));
        assertThat(pdf.substring(table)).startsWith("xref\n0 8\n");
        for (int i = 1;
                i < 8;
                i++) { // readers repair a wrong table silently, so it is looked at here
            int line = table + "xref\n0 8\n".length() + i * 20;
            int offset = Integer.parseInt(pdf.substring(line, line + 10));
            assertThat(pdf.substring(offset)).startsWith(i + " 0 obj\n");
        }
    }

    @Test
    void tellsRegisters() throws Exception {
        ObjectNode wanted =
                Json.object().put("RegisterType", "delivery-record").put("HolderCode", WIFE);
        JsonNode row = ask("getRegisterData", wanted).path("data").path("dataList").path(0);

        assertThat(row.path("extendInfo").path("weight").asInt()).isEqualTo(3250);
        assertThat(status(ask("getCertificateDataByHolder", byHolder("分娩信息", WIFE))))
                .as("a register is no certificate")
                .isEqualTo("113");
    }

    @Test
    void saysThatNothingIsThere() throws Exception {
        assertThat(status(ask("getCertificateDataByHolder", byHolder("结婚证", "130602198801010040"))))
                .isEqualTo("10");
        assertThat(status(ask("getCertificateDataByHolder", byHolder("驾驶证", WIFE))))
                .isEqualTo("113");
        assertThat(
                        status(
                                ask(
                                        "getCertificateDataByHolder",
                                        byHolder("结婚证", WIFE).put("CertificateNumber", "J-1"))))
                .isEqualTo("10");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"orgName", "username", "itemName", "itemCode", "businessCode", "UseFor"})
    void refusesWhoDoesNotSayWhoAsksAndWhy(String left) throws Exception {
        ObjectNode asked = complete(byHolder("结婚证", WIFE));
        asked.put(left, " ");
        JsonNode answer = Json.MAPPER.readTree(send("getCertificateDataByHolder", asked).body());

        assertThat(status(answer)).isEqualTo("12");
        assertThat(answer.path("head").path("message").asString()).contains(left);
        assertThat(answer.path("data").path("dataList")).isEmpty();
    }

    @Test
    void refusesWhoIsNotLoggedIn() throws Exception {
        assertThat(status(login("wrong"))).isEqualTo("11");
        String good = session;
        session = "made-up";
        assertThat(status(ask("retrieval", Json.object().put("CertificateHolderCode", WIFE))))
                .isEqualTo("11");
        session = good;
        service.clock.advance(Duration.ofMinutes(31));
        assertThat(status(ask("retrieval", Json.object().put("CertificateHolderCode", WIFE))))
                .isEqualTo("11");
    }

    @Test
    void remembersWhoAskedForWhatAndWhy() throws Exception {
        ask("getCertificateDataByHolder", byHolder("结婚证", WIFE));
        JsonNode log = service.getJson("/certificates/admin/log");

        assertThat(log).hasSize(1);
        assertThat(log.path(0).path("type").asString()).isEqualTo("marriage-certificate");
        assertThat(log.path(0).path("holder").asString()).isEqualTo(WIFE);
        assertThat(log.path(0).path("useFor").asString()).isEqualTo("办理新生儿出生一件事");
        assertThat(log.path(0).path("businessCode").asString()).isEqualTo("YJS1306002026112300001");
        assertThat(log.path(0).path("status").asString()).isEqualTo("0");
    }

    // --- faults
    // -----------------------------------------------------------------------------------------------------

    @Test
    void failsWithAnError() throws Exception {
        fault("{\"type\":\"marriage-certificate\",\"mode\":\"error\"}");

        assertThat(send("getCertificateDataByHolder", complete(byHolder("结婚证", WIFE))).statusCode())
                .isEqualTo(503);
        assertThat(status(ask("getCertificateDataByHolder", byHolder("居民身份证", WIFE))))
                .as("other types are well")
                .isEqualTo("0");
    }

    @Test
    void failsWithGarbage() throws Exception {
        fault("{\"type\":\"*\",\"mode\":\"garbage\"}");

        HttpResponse<String> answer =
                send("getCertificateDataByHolder", complete(byHolder("结婚证", WIFE)));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThatExceptionOfType(JacksonException.class)
                .isThrownBy(() -> Json.MAPPER.readTree(answer.body()));
    }

    @Test
    void failsBySilence() throws Exception {
        fault("{\"type\":\"*\",\"mode\":\"timeout\"}");

        var request =
                service.posting(
                                "/certificates/retrieval",
                                complete(Json.object().put("CertificateHolderCode", WIFE))
                                        .toString())
                        .timeout(Duration.ofMillis(400));
        assertThatExceptionOfType(HttpTimeoutException.class)
                .isThrownBy(() -> Running.send(request));
    }

    @Test
    void tellsSomebodyElses() throws Exception {
        fault("{\"type\":\"*\",\"mode\":\"foreign\"}");

        JsonNode row =
                ask("getCertificateDataByHolder", byHolder("结婚证", WIFE))
                        .path("data")
                        .path("dataList")
                        .path(0);
        assertThat(row.path("certificateHolderCode").asString()).isEqualTo(HUSBAND);
        assertThat(row.path("extendInfo").path("holderName").asString()).isEqualTo("钱勇");
        ObjectNode register =
                Json.object().put("RegisterType", "delivery-record").put("HolderCode", WIFE);
        assertThat(
                        ask("getRegisterData", register)
                                .path("data")
                                .path("dataList")
                                .path(0)
                                .path("holderCode")
                                .asString())
                .as("nobody else has one, so a stranger is made up")
                .isNotEqualTo(WIFE);
    }

    @Test
    void tellsAnExpiredAndARevokedOne() throws Exception {
        fault("{\"type\":\"identity-card\",\"mode\":\"expired\"}");
        fault("{\"type\":\"marriage-certificate\",\"mode\":\"revoked\"}");

        JsonNode expired =
                ask("getCertificateDataByHolder", byHolder("居民身份证", WIFE))
                        .path("data")
                        .path("dataList")
                        .path(0);
        assertThat(expired.path("certificateStatus").asString()).isEqualTo("已过期");
        assertThat(expired.path("certificateExpiringDate").asString())
                .isLessThan(service.clock.instant().toString());
        JsonNode revoked =
                ask("getCertificateDataByHolder", byHolder("结婚证", WIFE))
                        .path("data")
                        .path("dataList")
                        .path(0);
        assertThat(revoked.path("certificateStatus").asString()).isEqualTo("已注销");
    }

    @Test
    void answersMegabytes() throws Exception {
        fault("{\"type\":\"*\",\"mode\":\"big\"}");

        HttpResponse<String> answer =
                send("getCertificateDataByHolder", complete(byHolder("结婚证", WIFE)));
        assertThat(answer.body().getBytes(StandardCharsets.UTF_8)).hasSizeGreaterThan(50_000_000);
        assertThat(status(Json.MAPPER.readTree(answer.body()))).isEqualTo("0");
    }

    @Test
    void failsEveryFifthTimeAfterADelay() throws Exception {
        fault(
                "{\"type\":\"marriage-certificate\",\"mode\":\"error\",\"failRate\":0.2,\"delayMs\":20}");

        long began = System.nanoTime();
        StringBuilder seen = new StringBuilder();
        for (int i = 0; i < 10; i++) {
            int status =
                    send("getCertificateDataByHolder", complete(byHolder("结婚证", WIFE)))
                            .statusCode();
            seen.append(status == 200 ? '.' : 'x');
        }
        assertThat(seen).hasToString("....x....x");
        assertThat(Duration.ofNanos(System.nanoTime() - began))
                .isGreaterThan(Duration.ofMillis(200));
    }

    @Test
    void breaksTheLoginToo() throws Exception {
        fault("{\"type\":\"login\",\"mode\":\"error\"}");

        assertThat(
                        service.post(
                                        "/certificates/login",
                                        "{\"account\":\"demo\",\"password\":\"demo\"}")
                                .statusCode())
                .isEqualTo(503);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"none\",\"mode\":\"error\"}",
                "{\"type\":\"*\",\"mode\":\"explode\"}",
                "{\"type\":\"*\",\"mode\":\"error\",\"failRate\":2}"
            })
    void refusesFaultsThatMeanNothing(String fault) throws Exception {
        assertThat(service.post("/certificates/admin/faults", fault).statusCode()).isEqualTo(400);
        assertThat(service.getJson("/certificates/admin/faults")).isEmpty();
    }

    // --- asking
    // -----------------------------------------------------------------------------------------------------

    private static JsonNode login(String password) throws Exception {
        return service.postJson(
                "/certificates/login",
                Json.object().put("account", "demo").put("password", password).toString());
    }

    private JsonNode ask(String call, ObjectNode asked) throws Exception {
        return Json.MAPPER.readTree(send(call, complete(asked)).body());
    }

    private static HttpResponse<String> send(String call, ObjectNode asked) throws Exception {
        return service.post("/certificates/" + call, asked.toString());
    }

    private ObjectNode complete(ObjectNode asked) {
        return asked.put("sessionId", session)
                .put("UseFor", "办理新生儿出生一件事")
                .put("orgName", "保定市政务服务中心")
                .put("username", "王工")
                .put("itemName", "出生医学证明")
                .put("itemCode", "000123001001")
                .put("businessCode", "YJS1306002026112300001");
    }

    private static ObjectNode byHolder(String type, String holder) {
        return Json.object().put("CertificateType", type).put("CertificateHolderCode", holder);
    }

    private static void fault(String fault) throws Exception {
        assertThat(service.post("/certificates/admin/faults", fault).statusCode()).isEqualTo(200);
    }

    private static void delete(String path) throws Exception {
        Running.send(HttpRequest.newBuilder(service.at(path)).DELETE());
    }

    private static String status(JsonNode answer) {
        return answer.path("head").path("status").asString();
    }

    private static JsonNode row(JsonNode rows, String member, String value) {
        for (JsonNode row : rows) {
            if (row.path(member).asString("").equals(value)) {
                return row;
            }
        }
        throw new AssertionError("No row has " + member + " " + value + ": " + rows);
    }
}
