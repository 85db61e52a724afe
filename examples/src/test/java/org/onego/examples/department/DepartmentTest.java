package org.onego.examples.department;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.BufferedReader;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onego.examples.CommandLine;
import org.onego.examples.Running;
import org.onego.examples.web.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

final class DepartmentTest {

    private static final String CASES = "/department/social-security/cases";
    private static final String NAME = "social-security";
    private static final String NONCE = "nonce-for-tests";
    private static final String OUR_PUBLIC_KEY =
            "04fb9e95c2dad00fb95f928939bd6a76876c163d1710b21d29da32fb68b6d16b16"
                    + "a0700a617743426e7b3869154327a625461c5c4637debc3d556dc7486b1e3d97";
    private static final String ADMIN = "/department/social-security/admin";

    @TempDir Path data;
    private Product product;

    @BeforeEach
    void startProduct() throws Exception {
        product = Product.start();
    }

    @AfterEach
    void stopProduct() {
        product.close();
    }

    @Test
    void takesASignedCaseAndTellsThatItIsAcceptedAndApproved() throws Exception {
        try (Running department = start()) {
            HttpResponse<String> answer = push(department, "key-1", aCase("C-1"));
            assertThat(answer.statusCode()).isEqualTo(202);
            String receipt = Json.MAPPER.readTree(answer.body()).path("receipt").asString();
            assertThat(receipt).matches("SB\\d{14}");

            Product.Event accepted = product.next();
            assertThat(accepted.path()).isEqualTo("/api/department/cases/C-1/events");
            assertThat(accepted.signed()).isTrue();
            assertThat(accepted.key()).isEqualTo(receipt + "-accepted");
            assertThat(accepted.body().path("state").asString()).isEqualTo("ACCEPTED");
            assertThat(accepted.body().path("at").asString()).matches("\\d{4}-.*T.*\\+08:00");
            assertThat(accepted.body().path("by").asString()).isNotEmpty();

            Product.Event approved = product.next();
            assertThat(approved.signed()).isTrue();
            assertThat(approved.key()).isEqualTo(receipt + "-approved");
            assertThat(approved.body().path("state").asString()).isEqualTo("APPROVED");
            JsonNode result = approved.body().path("result").path("cardholder");
            assertThat(result.path("card.number").asString()).matches("[A-Z]\\d{8}");
            assertThat(result.path("card.account").asString()).matches("\\d{19}");
            assertThat(result.path("card.bank").asString()).isIn("CCB", "ICBC");
            assertThat(result.path("card.issuedOn").asString()).matches("\\d{4}-\\d{2}-\\d{2}");
            assertThat(result.path("card.active").isBoolean()).isTrue();
            JsonNode issued = approved.body().path("certificates").path(0);
            assertThat(issued.path("type").asString()).isEqualTo("identity-card");
            assertThat(issued.path("identifier").asString())
                    .startsWith("1.2.156.3005.2.11100000000013127D001.");

            Product.Event delivered = product.next();
            assertThat(delivered.key()).isEqualTo(receipt + "-delivered");
            assertThat(delivered.body().path("state").asString()).isEqualTo("DELIVERED");
        }
    }

    @Test
    void rejectsTheNextCaseWhenToldTo() throws Exception {
        try (Running department = start()) {
            department.post(ADMIN + "/next", "{\"decision\":\"rejected\",\"reason\":\"照片不合要求\"}");
            push(department, "key-1", aCase("C-1"));

            product.next();
            Product.Event rejected = product.next();
            assertThat(rejected.body().path("state").asString()).isEqualTo("REJECTED");
            assertThat(rejected.body().path("reason").asString()).isEqualTo("照片不合要求");
            assertThat(rejected.body().has("result")).isFalse();

            push(department, "key-2", aCase("C-2"));
            product.next();
            assertThat(product.next().body().path("state").asString()).isEqualTo("APPROVED");
        }
    }

    @Test
    void refusesWhatIsNotSignedForThisRequest() throws Exception {
        try (Running department = start()) {
            long now = department.clock.instant().getEpochSecond();
            byte[] body = bytes(aCase("C-1").toString());
            SignedCall right = call(CASES, now, body);
            Signing signing = new Signing.Hmac("demo-secret");

            assertThat(send(department, right, new Signing.Hmac("other"))).isEqualTo(401);
            for (SignedCall other :
                    List.of(
                            call("/elsewhere", now, body),
                            new SignedCall(NAME, "PUT", CASES, right.timestamp(), NONCE, "k", body),
                            new SignedCall(
                                    NAME, "POST", CASES, right.timestamp(), NONCE, "other", body),
                            call(CASES, now, bytes(aCase("C-1") + " ")),
                            call(CASES, now - 1, body))) {
                assertThat(
                                Running.send(
                                                headers(department, body, right)
                                                        .header(
                                                                SignedCall.SIGNATURE,
                                                                signing.sign(other)))
                                        .statusCode())
                        .as(other.toString())
                        .isEqualTo(401);
            }
            assertThat(send(department, call(CASES, now - 301, body), signing)).isEqualTo(401);
            assertThat(
                            send(
                                    department,
                                    new SignedCall(NAME, "POST", CASES, "soon", NONCE, "k", body),
                                    signing))
                    .isEqualTo(401);
            assertThat(department.post(CASES, aCase("C-1").toString()).statusCode()).isEqualTo(401);
            assertThat(cases(department)).isEmpty();

            assertThat(send(department, right, signing)).isEqualTo(202);
        }
    }

    private static SignedCall call(String target, long time, byte[] body) {
        return new SignedCall(NAME, "POST", target, String.valueOf(time), NONCE, "k", body);
    }

    private static HttpRequest.Builder headers(Running department, byte[] body, SignedCall call) {
        return department
                .posting(CASES, new String(body, StandardCharsets.UTF_8))
                .header(SignedCall.KEY, call.key())
                .header(SignedCall.TIMESTAMP, call.timestamp())
                .header(SignedCall.NONCE, call.nonce())
                .header(SignedCall.IDEMPOTENCY_KEY, call.idempotencyKey());
    }

    private static int send(Running department, SignedCall call, Signing signing) throws Exception {
        return Running.send(
                        headers(department, call.body(), call)
                                .header(SignedCall.SIGNATURE, signing.sign(call)))
                .statusCode();
    }

    @Test
    void computesTheSignatureOfTheKnownExample() {
        // openssl dgst -sha256 -hmac secret -binary | base64, over the seven lines
        assertThat(
                        new Signing.Hmac("secret")
                                .sign(
                                        new SignedCall(
                                                "fund",
                                                "POST",
                                                "/a",
                                                "1700000000",
                                                "nonce-0001",
                                                "k",
                                                bytes("{}"))))
                .isEqualTo("SnI372j+Uw/eGnfwmVG62icPBEE+THE1V/lQA/Jhh4I=");
    }

    @Test
    void signsWithSm2SoThatOnlyTheRightKeyFits() {
        Signing ours = new Signing.Sm2(CommandLine.DEMO_PRIVATE_KEY, OUR_PUBLIC_KEY);
        SignedCall call = call(CASES, 1_700_000_000, bytes("{}"));
        String signature = ours.sign(call);
        assertThat(ours.fits(call, signature)).isTrue();
        assertThat(ours.fits(call(CASES, 1_700_000_001, bytes("{}")), signature)).isFalse();
        assertThat(ours.fits(call, "bm8gc2lnbmF0dXJl")).isFalse();
        assertThat(
                        new Signing.Sm2(CommandLine.DEMO_PRIVATE_KEY, CommandLine.DEMO_PUBLIC_KEY)
                                .fits(call, signature))
                .isFalse();
    }

    /// The citizen has put something right, or taken it back: the same case, not another one.
    @Test
    void takesWhatHasBecomeOfACase() throws Exception {
        try (Running department = start("--department-auto", "false")) {
            String first = receipt(push(department, "key-1", aCase("C-1")));
            assertThat(product.next().body().path("state").asString()).isEqualTo("ACCEPTED");
            ObjectNode withdrawn = aCase("C-1").put("state", "WITHDRAWN");
            assertThat(receipt(push(department, "key-2", withdrawn))).isEqualTo(first);
            assertThat(cases(department)).hasSize(1);
            assertThat(cases(department).path(0).path("pushed").path("state").asString())
                    .isEqualTo("WITHDRAWN");
            assertThat(product.isQuiet()).isTrue();
        }
    }

    @Test
    void storesOnceAKey() throws Exception {
        try (Running department = start("--department-auto", "false")) {
            String first = push(department, "key-1", aCase("C-1")).body();
            HttpResponse<String> second = push(department, "key-1", aCase("C-1"));

            assertThat(second.statusCode()).isEqualTo(202);
            assertThat(second.body()).isEqualTo(first);
            assertThat(push(department, "key-1", aCase("C-2")).statusCode()).isEqualTo(409);
            assertThat(push(department, "", aCase("C-2")).statusCode()).isEqualTo(400);
            assertThat(push(department, "key-2", Json.object().put("caseId", "../x")).statusCode())
                    .isEqualTo(400);
            assertThat(cases(department)).hasSize(1);
        }
    }

    @Test
    void tellsAgainUntilTheProductTakesIt() throws Exception {
        product.answer(503, 500, 429);
        try (Running department = start()) {
            push(department, "key-1", aCase("C-1"));

            for (int status : new int[] {503, 500, 429, 204}) {
                Product.Event event = product.next();
                assertThat(event.answered()).isEqualTo(status);
                assertThat(event.body().path("state").asString()).isEqualTo("ACCEPTED");
                assertThat(event.key()).endsWith("-accepted");
            }
            assertThat(product.next().body().path("state").asString()).isEqualTo("APPROVED");
        }
    }

    @Test
    void waitsForAProductThatIsNotThere() throws Exception {
        int port = product.port();
        product.close();
        try (Running department = Running.with(options("http://localhost:" + port))) {
            push(department, "key-1", aCase("C-1"));
            awaitTrouble(department);

            product = new Product(port);
            assertThat(product.next().body().path("state").asString()).isEqualTo("ACCEPTED");
            assertThat(product.next().body().path("state").asString()).isEqualTo("APPROVED");
        }
    }

    @Test
    void stopsWhenTheProductRefusesAndGoesOnWhenAsked() throws Exception {
        product.answer(404);
        try (Running department = start()) {
            String receipt = receipt(push(department, "key-1", aCase("C-1")));
            assertThat(product.next().answered()).isEqualTo(404);
            awaitTrouble(department);
            assertThat(product.isQuiet()).isTrue();

            // The first round may be just about to end; asking again does no harm.
            do {
                department.post(ADMIN + "/cases/" + receipt + "/tell", "{}");
            } while (product.isQuiet());
            assertThat(product.next().body().path("state").asString()).isEqualTo("ACCEPTED");
        }
    }

    @Test
    void decidesByHandWhenItIsNotAutomatic() throws Exception {
        try (Running department = start("--department-auto", "false")) {
            String receipt = receipt(push(department, "key-1", aCase("C-1")));
            assertThat(product.next().body().path("state").asString()).isEqualTo("ACCEPTED");
            assertThat(cases(department).path(0).path("decision").asString()).isEmpty();

            String decide = ADMIN + "/cases/" + receipt + "/decide";
            assertThat(department.post(decide, "{\"decision\":\"rejected\"}").statusCode())
                    .as("a rejection needs a reason")
                    .isEqualTo(400);
            assertThat(department.post(decide, "{\"decision\":\"approved\"}").statusCode())
                    .isEqualTo(200);
            assertThat(department.post(decide, "{\"decision\":\"approved\"}").statusCode())
                    .isEqualTo(409);
            assertThat(product.next().body().path("state").asString()).isEqualTo("APPROVED");
        }
    }

    @Test
    void neitherLosesNorRepeatsOverARestart() throws Exception {
        String receipt;
        try (Running department = start("--department-auto", "false")) {
            receipt = receipt(push(department, "key-1", aCase("C-1")));
            product.next(); // accepted
            awaitTold(department);
        }
        try (Running department = start()) {
            Product.Event next = product.next();
            assertThat(next.body().path("state").asString())
                    .as("not accepted once more")
                    .isEqualTo("APPROVED");
            assertThat(receipt(push(department, "key-1", aCase("C-1")))).isEqualTo(receipt);
            assertThat(receipt(push(department, "key-2", aCase("C-2")))).isNotEqualTo(receipt);
            assertThat(cases(department)).hasSize(2);
        }
    }

    @Test
    void keepsWhatItHasAnsweredForWhenItIsKilled() throws Exception {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                "org.onego.examples.SimulatorsMain",
                                "--port",
                                "0",
                                "--packages",
                                Running.PACKAGES.toString()));
        command.addAll(List.of(options(product.url())));
        command.addAll(List.of("--department-auto", "false"));
        Process process = new ProcessBuilder(command).start();
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            Pattern ready = Pattern.compile("ready at (http://localhost:\\d+)/");
            String address =
                    out.lines()
                            .map(ready::matcher)
                            .filter(Matcher::find)
                            .map(found -> found.group(1))
                            .findFirst()
                            .orElseThrow();
            for (int i = 1; i <= 20; i++) {
                String now = String.valueOf(Instant.now().getEpochSecond());
                HttpRequest.Builder to = HttpRequest.newBuilder(URI.create(address + CASES));
                String body = aCase("C-" + i).toString();
                assertThat(Running.send(signed(to, "key-" + i, now, body)).statusCode())
                        .isEqualTo(202);
            }
        } finally {
            process.destroyForcibly().waitFor();
        }
        try (Running department = start("--department-auto", "false")) {
            assertThat(cases(department)).hasSize(20);
            assertThat(push(department, "key-20", aCase("C-20")).statusCode()).isEqualTo(202);
            assertThat(cases(department)).hasSize(20);
        }
    }

    @Test
    void readsAJournalWhoseLastLineIsTorn() throws Exception {
        Path journal = data.resolve("social-security.jsonl");
        try (Running department = start("--department-auto", "false")) {
            push(department, "key-1", aCase("C-1"));
        }
        Files.writeString(journal, "{\"kind\":\"received\",\"rec", StandardOpenOption.APPEND);
        try (Running department = start("--department-auto", "false")) {
            assertThat(cases(department)).hasSize(1);
            push(department, "key-2", aCase("C-2"));
        }
        try (Running department = start("--department-auto", "false")) {
            assertThat(cases(department)).hasSize(2);
        }
        Files.writeString(journal, "nonsense\n");
        assertThatIOException().isThrownBy(this::start).withMessageContaining("line 1");
    }

    @Test
    void losesItsAnswerButNotTheCase() throws Exception {
        try (Running department = start()) {
            department.post(ADMIN + "/trouble", "{\"answer\":\"lost\"}");
            assertThatIOException().isThrownBy(() -> push(department, "key-1", aCase("C-1")));
            assertThat(product.next().body().path("state").asString()).isEqualTo("ACCEPTED");
            assertThat(push(department, "key-1", aCase("C-1")).statusCode()).isEqualTo(202);
            assertThat(cases(department)).hasSize(1);

            department.post(ADMIN + "/trouble", "{\"answer\":\"error\",\"times\":2}");
            assertThat(push(department, "key-2", aCase("C-2")).statusCode()).isEqualTo(503);
            assertThat(push(department, "key-2", aCase("C-2")).statusCode()).isEqualTo(503);
            assertThat(push(department, "key-2", aCase("C-2")).statusCode()).isEqualTo(202);
        }
    }

    @Test
    void callsNobodyButTheProduct() throws Exception {
        try (Product stranger = Product.start();
                Running department = start()) {
            push(department, "key-1", aCase("C-1").put("callback", stranger.url() + "/steal"));
            for (int event = 1; event <= 3; event++) {
                assertThat(product.next().path()).isEqualTo("/api/department/cases/C-1/events");
            }
            push(department, "key-2", aCase("C-2").put("callback", product.url() + "/own/way"));
            assertThat(product.next().path()).isEqualTo("/own/way");
            assertThat(stranger.isQuiet()).isTrue();
        }
    }

    // --- pushing
    // ----------------------------------------------------------------------------------------------------

    private Running start(String... more) throws Exception {
        String[] usual = options(product.url());
        String[] all = new String[usual.length + more.length];
        System.arraycopy(usual, 0, all, 0, usual.length);
        System.arraycopy(more, 0, all, usual.length, more.length);
        return Running.with(all);
    }

    private String[] options(String onego) {
        return new String[] {
            "--onego",
            onego,
            "--data",
            data.toString(),
            "--department-delay-ms",
            "0",
            "--department-retry-ms",
            "10"
        };
    }

    private static HttpResponse<String> push(Running department, String key, ObjectNode pushed)
            throws Exception {
        String now = String.valueOf(department.clock.instant().getEpochSecond());
        return Running.send(
                signed(HttpRequest.newBuilder(department.at(CASES)), key, now, pushed.toString()));
    }

    private static HttpRequest.Builder signed(
            HttpRequest.Builder request, String key, String now, String body) {
        SignedCall call =
                new SignedCall(
                        NAME, "POST", CASES, now, UUID.randomUUID().toString(), key, bytes(body));
        call.headers(new Signing.Hmac("demo-secret")).forEach(request::header);
        return request.header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    private static ObjectNode aCase(String id) {
        ObjectNode pushed = Json.object().put("caseId", id).put("applicationId", "A-1");
        pushed.putObject("item").put("id", "card").put("title", "社会保障卡申领").putNull("code");
        pushed.putObject("bundle").put("id", "sample").put("version", "1.0.0").put("title", "样例");
        pushed.putObject("applicantVO")
                .put("applyName", "赵敏")
                .put("applyCardNo", "130602199503120027")
                .put("contactTelNo", "13800000001");
        pushed.put("submittedAt", "2026-11-23T10:00:00+08:00");
        pushed.putObject("document").putObject("cardholder").put("name", "钱小宝");
        return pushed;
    }

    private static JsonNode cases(Running department) throws Exception {
        return department.getJson(ADMIN + "/cases").path("cases");
    }

    private static String receipt(HttpResponse<String> answer) {
        return Json.MAPPER.readTree(answer.body()).path("receipt").asString();
    }

    private static void awaitTrouble(Running department) throws Exception {
        long until = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (cases(department).path(0).path("trouble").asString().isEmpty()) {
            assertThat(System.nanoTime()).as("no trouble within 20 s").isLessThan(until);
        }
    }

    private static void awaitTold(Running department) throws Exception {
        long until = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (cases(department).path(0).path("told").isEmpty()) {
            assertThat(System.nanoTime()).as("nothing told within 20 s").isLessThan(until);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
