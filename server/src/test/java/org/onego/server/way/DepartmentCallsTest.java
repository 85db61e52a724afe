package org.onego.server.way;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onego.adapters.departments.HmacSignature;
import org.onego.adapters.departments.SignedCall;
import org.onego.casefile.application.Application;
import org.onego.casefile.application.CaseRecord;
import org.onego.casefile.application.CaseState;
import org.onego.casefile.application.Delivery;
import org.onego.casefile.application.LoggedCommand;
import org.onego.casefile.audit.CallRecord;
import org.onego.casefile.deadline.ChinaDay;
import org.onego.casefile.handover.DeliveryLog;
import org.onego.casefile.handover.DeliveryLog.Attempt;
import org.onego.server.way.DepartmentClient.Exchange;
import tools.jackson.databind.JsonNode;

/// Departments with systems of their own, over real HTTP: pushed to and polling, with both
/// signatures; and everything that such a system can send wrong.
@Tag("full")
class DepartmentCallsTest {

    private static final String ITEM = "medical-insurance";
    private static final String ACCEPTED = "{\"state\":\"ACCEPTED\"}";

    private static DepartmentTown town;

    @BeforeAll
    static void start(@TempDir Path data) throws IOException {
        town = DepartmentTown.start(data);
    }

    @AfterAll
    static void stop() throws IOException {
        town.close();
    }

    /// The document says what is really sent and answered.
    @AfterEach
    void whatWasSaidIsInTheDocument() throws Exception {
        OpenApi document = new OpenApi(town.document("/api/openapi.json"));
        for (Exchange each : town.exchanges()) {
            assertThat(document.problems(each)).as(each.method() + " " + each.target()).isEmpty();
        }
        town.exchanges().clear();
    }

    /// Committed and served is what the code says; `ONEGO_WRITE_OPENAPI=1` writes it anew.
    @Test
    void theCommittedDocumentIsTheGeneratedOne() throws Exception {
        JsonNode generated = OpenApi.completed(town.document("/v3/api-docs"));
        Path committed =
                RunningProduct.ROOT.resolve("server/src/main/resources/static/api/openapi.json");
        String text =
                DepartmentClient.JSON.writerWithDefaultPrettyPrinter().writeValueAsString(generated)
                        + "\n";
        if ("1".equals(System.getenv("ONEGO_WRITE_OPENAPI"))) {
            Files.createDirectories(committed.getParent());
            Files.writeString(committed, text);
        }
        assertThat(DepartmentClient.JSON.readTree(Files.readString(committed)).equals(generated))
                .as("run this test with ONEGO_WRITE_OPENAPI=1 and commit what it writes")
                .isTrue();
        assertThat(generated.path("openapi").asString()).startsWith("3.1");
        assertThat(town.document("/api/openapi.json").path("paths").size())
                .as("served as committed")
                .isEqualTo(generated.path("paths").size());
    }

    /// An administrator's interface: only with the account, while the product runs.
    @Test
    void aCalendarIsLoadedWhileTheProductRuns() throws Exception {
        int next = ChinaDay.of(Instant.now()).getYear() + 1;
        String path = "/api/admin/calendars/" + next;
        String csv = "date,name,type,source\n" + next + "-10-04,国庆节,OFF,试验\n";
        assertThat(town.put(path, csv, "nobody:demo")).isEqualTo(401);
        assertThat(town.put(path, csv.replace("OFF", "MAYBE"), "admin:demo")).isEqualTo(422);
        assertThat(town.admin("/api/admin/calendars").path("years").toString())
                .doesNotContain(String.valueOf(next));
        assertThat(town.put(path, csv, "admin:demo")).isEqualTo(200);
        assertThat(town.admin("/api/admin/calendars").path("years").toString())
                .contains(String.valueOf(next));
        assertThat(town.document("/api/ready").path("warnings").toString())
                .doesNotContain("holidays of " + next);
    }

    /// The tables of the national upload.
    @Test
    void casesAreExportedAsNationalUploadsHaveThem() throws Exception {
        String id = town.submit();
        CaseRecord record = town.record(id, "birth-certificate");
        String accept = town.text("/api/admin/cases/accept.csv");
        assertThat(accept).startsWith("project_no,project_name,task_name,task_code,");
        assertThat(accept.lines().filter(line -> line.startsWith(record.number() + ",")))
                .singleElement()
                .asString()
                .contains(town.application(id).owner().idNo());
        assertThat(town.text("/api/admin/cases/process.csv")).contains(record.number() + ",收件,24,");
        for (String table : List.of("result", "special-procedure", "material")) {
            assertThat(town.text("/api/admin/cases/" + table + ".csv")).startsWith("project_no,");
        }
        assertThat(town.text("/api/admin/cases/accept.csv?from=2100-01-01").lines()).hasSize(1);
    }

    /// An application whose case waits for the polling system of medical insurance.
    private static String waiting() throws Exception {
        String id = town.submit();
        town.handleAtTheDesk();
        await().atMost(Duration.ofSeconds(60))
                .until(() -> town.record(id, ITEM).state() == CaseState.HANDED_OVER);
        return id;
    }

    private record Taken(String caseId, String lease) {}

    /// Takes exactly the case of this application, and gives the others back.
    private static Taken take(DepartmentClient client, String id, int seconds) throws Exception {
        String caseId = CaseRecord.idOf(id, ITEM);
        Exchange claim = claim(client, seconds);
        assertThat(claim.status()).as(claim.answer()).isEqualTo(200);
        for (JsonNode each : claim.json().path("cases")) {
            if (each.path("data").path("caseId").asString().equals(caseId)) {
                return new Taken(caseId, each.path("lease").asString());
            }
        }
        throw new AssertionError("the case was not among the claimed: " + claim.answer());
    }

    private static Exchange claim(DepartmentClient client, int seconds) throws Exception {
        return client.post(
                "/api/department/claims",
                "{\"worker\":\"w\",\"limit\":50,\"seconds\":" + seconds + "}");
    }

    @Test
    void aPushIsRepeatedUnderOneKeyUntilTheDepartmentHasTakenIt() throws Exception {
        town.simulator("POST", "/admin/trouble", "{\"answer\":\"error\",\"times\":1000}");
        String id = town.submit();
        town.handleAtTheDesk();
        String caseId = CaseRecord.idOf(id, "social-security-card");
        await().atMost(Duration.ofSeconds(60)).until(() -> !attempts(caseId).isEmpty());
        town.simulator("POST", "/admin/trouble", "{\"answer\":\"timeout\",\"times\":1}");
        await().atMost(Duration.ofSeconds(90))
                .until(() ->
                        town.record(id, "social-security-card").state() == CaseState.DELIVERED);

        List<Attempt> attempts = attempts(caseId).reversed();
        assertThat(attempts.getFirst().failure()).isEqualTo("it answered HTTP 503");
        assertThat(attempts).extracting(Attempt::failure).anyMatch(DepartmentCallsTest::isTimeout);
        assertThat(attempts.getLast().failure()).isNull();
        assertThat(attempts).extracting(Attempt::key).containsOnly(caseId);
        for (int i = 0; i < attempts.size(); i++) {
            assertThat(attempts.get(i).attempt()).isEqualTo(i + 1);
        }
        for (int i = 0; i + 1 < attempts.size(); i++) {
            assertThat(attempts.get(i + 1).at()).isAfterOrEqualTo(attempts.get(i).nextAt());
        }
        Delivery delivery = town.record(id, "social-security-card").delivery();
        assertThat(delivery).extracting(Delivery::state).isEqualTo(Delivery.State.ACKNOWLEDGED);

        // The operator sees the same.
        JsonNode shown = town.admin("/api/admin/deliveries?case=" + caseId).path("attempts");
        assertThat(shown).hasSize(attempts.size());
        assertThat(town.admin("/api/admin/deliveries?failed=true&case=" + caseId).path("attempts"))
                .hasSize(attempts.size() - 1);

        // The department has it once, and what it got is this item's alone.
        List<JsonNode> pushed =
                town.simulator("GET", "/admin/cases", "")
                        .path("cases")
                        .valueStream()
                        .filter(each -> each.path("caseId").asString().equals(caseId))
                        .map(each -> each.path("pushed"))
                        .toList();
        assertThat(pushed).hasSize(1);
        JsonNode got = pushed.getFirst();
        CaseRecord record = town.record(id, "social-security-card");
        assertThat(got.path("projId").asString()).isEqualTo(record.number());
        assertThat(got.path("relBizId").asString()).startsWith("YJS");
        assertThat(got.path("state").asString()).isEqualTo("HANDED_OVER");
        assertThat(got.path("stateCode").asString()).isEqualTo("24");
        assertThat(got.path("areaCode").asString()).isEqualTo("130600");
        assertThat(got.path("applicantVO").path("applyCardType").asString()).isEqualTo("31");
        assertThat(DepartmentClient.JSON.readTree(got.path("affFormInfo").asString()).isObject())
                .isTrue();
        assertThat(got.path("origins")).isNotEmpty();
    }

    private static boolean isTimeout(@Nullable String failure) {
        return failure != null && failure.contains("HttpTimeoutException");
    }

    private static List<Attempt> attempts(String caseId) {
        return town.stores().deliveries().find(new DeliveryLog.Filter(caseId, false, 100));
    }

    /// The simulator of disease control polls with SM2/SM3, accepts, approves and delivers.
    @Test
    void aPollingSystemWithSm2GoesTheWholeWay() throws Exception {
        String id = town.submit();
        town.handleAtTheDesk();
        await().atMost(Duration.ofSeconds(60))
                .until(() -> town.record(id, "vaccination").state() == CaseState.DELIVERED);
        assertThat(town.record(id, "vaccination").lease()).isNull();
    }

    @Test
    void aCaseThatIsNotReportedInTimeIsThereForTheNext() throws Exception {
        String id = waiting();
        DepartmentClient one = town.medical();
        DepartmentClient two = town.medical();
        Exchange list = one.get("/api/department/cases?limit=50");
        assertThat(list.answer())
                .contains(CaseRecord.idOf(id, ITEM))
                .doesNotContain(town.application(id).owner().idNo());

        Taken first = take(one, id, 1);
        assertThat(claim(two, 60).answer()).doesNotContain(first.caseId());
        await().atMost(Duration.ofSeconds(10))
                .until(() ->
                        two.get("/api/department/cases?limit=50")
                                .answer()
                                .contains(first.caseId()));
        Taken second = take(two, id, 60);
        assertThat(second.lease()).isNotEqualTo(first.lease());

        Exchange late = one.report(first.caseId(), "k1", first.lease(), ACCEPTED);
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.problem()).isEqualTo("not-leased");
        assertThat(town.record(id, ITEM).state()).isEqualTo(CaseState.HANDED_OVER);

        assertThat(two.report(second.caseId(), "k1", second.lease(), ACCEPTED).status())
                .isEqualTo(200);
        Exchange read = two.get("/api/department/cases/" + second.caseId());
        assertThat(read.json().path("stateCode").asString()).isEqualTo("30");

        // The clock stops and goes on.
        Exchange stopped =
                two.report(
                        second.caseId(),
                        "k2",
                        second.lease(),
                        "{\"clock\":\"STOPPED\",\"reason\":\"专家评审\",\"special\":{\"kind\":\"B\",\"name\":\"专家评审\",\"approvedBy\":\"局长\",\"days\":10}}");
        assertThat(stopped.json().path("paused").asBoolean()).isTrue();
        assertThat(stopped.json().path("pausedReason").asString()).isEqualTo("专家评审");
        assertThat(town.record(id, ITEM).ledger().paused()).isNotNull();
        assertThat(
                        two.report(
                                        second.caseId(),
                                        "k3",
                                        second.lease(),
                                        "{\"clock\":\"RUNNING\",\"reason\":\"评审通过\"}")
                                .json()
                                .path("paused")
                                .asBoolean())
                .isFalse();

        assertThat(
                        two.report(
                                        second.caseId(),
                                        "k4",
                                        second.lease(),
                                        "{\"state\":\"APPROVED\",\"result\":{}}")
                                .status())
                .isEqualTo(200);
        assertThat(
                        two.report(
                                        second.caseId(),
                                        "k5",
                                        second.lease(),
                                        "{\"state\":\"DELIVERED\"}")
                                .json()
                                .path("stateCode")
                                .asString())
                .isEqualTo("90");
    }

    /// What changes nothing must leave the document as it was, and be written down.
    private static void changesNothing(String id, Call call, int status, String problem)
            throws Exception {
        Application before = town.application(id);
        Exchange answer = call.make();
        assertThat(answer.status()).as(answer.answer()).isEqualTo(status);
        assertThat(answer.type()).startsWith("application/problem+json");
        assertThat(answer.problem()).isEqualTo(problem);
        assertThat(answer.json().path("detail").asString()).isNotBlank();
        assertThat(answer.answer()).doesNotContain(before.owner().idNo());
        assertThat(unmoved(town.application(id))).isEqualTo(unmoved(before));
        CallRecord recorded = town.stores().calls().newest(1).getFirst();
        assertThat(recorded.reason()).isEqualTo(problem);
        assertThat(recorded.at()).isAfter(Instant.now().minusSeconds(60));
    }

    private interface Call {
        Exchange make() throws Exception;
    }

    /// The cases, and which commands there are.
    private static List<Object> unmoved(Application application) {
        return List.of(
                application.cases().stream().filter(each -> each.item().equals(ITEM)).toList(),
                application.log().stream()
                        .map(LoggedCommand::command)
                        .filter(command -> command.toString().contains(ITEM))
                        .toList());
    }

    @Test
    void whatIsNotProvenIsRefused() throws Exception {
        String id = waiting();
        DepartmentClient client = town.medical();
        Taken taken = take(client, id, 600);
        String target = DepartmentClient.events(taken.caseId());
        byte[] body = DepartmentClient.bytes(ACCEPTED);
        Map<String, String> lease = Map.of(SignedCall.LEASE, taken.lease());
        Instant now = Instant.now();

        SignedCall right = client.call("POST", target, "p1", body, now);
        changesNothing(
                id,
                () -> client.send(right, new HmacSignature("guessed").sign(right), lease),
                401,
                "wrong-signature");
        changesNothing(
                id,
                () -> {
                    SignedCall other = client.call("POST", target, "p1", body, now);
                    return client.send(
                            other,
                            new HmacSignature(DepartmentTown.MEDICAL_SECRET).sign(right),
                            lease);
                },
                401,
                "wrong-signature");
        changesNothing(
                id,
                () ->
                        client.send(
                                client.call("POST", target, "p1", body, now.minusSeconds(301)),
                                lease),
                401,
                "old-timestamp");
        changesNothing(
                id,
                () ->
                        town.client("nobody", DepartmentTown.MEDICAL_SECRET)
                                .send(
                                        new SignedCall(
                                                "nobody",
                                                "POST",
                                                target,
                                                right.timestamp(),
                                                right.nonce(),
                                                "p1",
                                                body),
                                        lease),
                401,
                "unknown-caller");
        byte[] huge = new byte[50 << 20];
        Arrays.fill(huge, (byte) ' ');
        changesNothing(
                id,
                () -> client.send(client.call("POST", target, "p2", huge, Instant.now()), lease),
                413,
                "too-large");

        // The very same call again, as somebody who has caught it would send it.
        SignedCall caught = client.call("POST", target, "p3", body, Instant.now());
        assertThat(client.send(caught, lease).status()).isEqualTo(200);
        changesNothing(id, () -> client.send(caught, lease), 409, "replayed");
    }

    @Test
    void whatIsProvenButDoesNotFitIsRefused() throws Exception {
        String id = waiting();
        DepartmentClient client = town.medical();
        Taken taken = take(client, id, 600);
        String caseId = taken.caseId();
        String lease = taken.lease();

        // Another department's case, and one that is not there, are the same.
        DepartmentClient other = town.socialSecurity();
        changesNothing(id, () -> other.report(caseId, "n1", "", ACCEPTED), 404, "no-case");
        changesNothing(
                id, () -> other.report(id + ".no-such-item", "n2", "", ACCEPTED), 404, "no-case");
        assertThat(other.get("/api/department/cases/" + caseId).status()).isEqualTo(404);

        changesNothing(
                id,
                () -> client.report(caseId, "n3", lease, "{\"state\":\"FROBNICATED\"}"),
                422,
                "unknown-state");
        // A state of ours that is not a department's to report.
        changesNothing(
                id,
                () -> client.report(caseId, "n4", lease, "{\"state\":\"WITHDRAWN\"}"),
                422,
                "unknown-state");
        changesNothing(
                id, () -> client.report(caseId, "n5", lease, "{\"state\""), 400, "unreadable");
        changesNothing(
                id,
                () -> client.report(caseId, "n6", lease, "{\"state\":\"REJECTED\"}"),
                422,
                "no-reason");
        changesNothing(
                id,
                () -> client.report(caseId, "n7", lease, "{\"state\":\"DELIVERED\"}"),
                409,
                "wrong-state");
        changesNothing(
                id, () -> client.report(caseId, "n8", "guessed", ACCEPTED), 409, "not-leased");
        changesNothing(
                id,
                () ->
                        client.send(
                                client.call(
                                        "POST",
                                        DepartmentClient.events(caseId),
                                        "",
                                        DepartmentClient.bytes(ACCEPTED),
                                        Instant.now()),
                                Map.of(SignedCall.LEASE, lease)),
                400,
                "unreadable");

        // Twice: under the same key it is the same, under another one it comes too late.
        assertThat(client.report(caseId, "n9", lease, ACCEPTED).status()).isEqualTo(200);
        Application once = town.application(id);
        Exchange again = client.report(caseId, "n9", lease, ACCEPTED);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json().path("repeated").asBoolean()).isTrue();
        assertThat(unmoved(town.application(id))).isEqualTo(unmoved(once));
        assertThat(town.stores().calls().newest(1).getFirst().reason()).isEqualTo("repeated");
        changesNothing(id, () -> client.report(caseId, "n10", lease, ACCEPTED), 409, "wrong-state");
        changesNothing(
                id,
                () ->
                        client.report(
                                caseId, "n9", lease, "{\"state\":\"REJECTED\",\"reason\":\"…\"}"),
                409,
                "key-reused");

        // Late: the case has ended.
        assertThat(
                        client.report(
                                        caseId,
                                        "n11",
                                        lease,
                                        "{\"state\":\"REJECTED\",\"reason\":\"不符合条件\"}")
                                .status())
                .isEqualTo(200);
        changesNothing(
                id,
                () -> client.report(caseId, "n12", lease, "{\"state\":\"APPROVED\"}"),
                409,
                "too-late");
    }
}
