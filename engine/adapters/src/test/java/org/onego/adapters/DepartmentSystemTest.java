package org.onego.adapters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onego.adapters.fixture.Journey;
import org.onego.adapters.fixture.PersonaCertificates;
import org.onego.adapters.fixture.World;
import org.onego.bundle.merge.QuestionId;
import org.onego.casefile.Casefile;
import org.onego.casefile.application.CaseRecord;
import org.onego.casefile.application.CaseState;
import org.onego.casefile.application.Delivery;
import org.onego.casefile.handover.DepartmentGateway;
import org.onego.casefile.handover.DepartmentGateway.Receipt;
import org.onego.casefile.result.DepartmentEvent;
import org.onego.casefile.result.DeskOutcome;
import org.onego.casefile.result.TakeCallback.Report;
import tools.jackson.databind.node.StringNode;

/// Cases of a department with a system of its own: told at least once under one key, and heard
/// once.
class DepartmentSystemTest {

    private static final String DEPARTMENT = "social-security";

    @TempDir static Path folder;
    private static World first;

    private final AtomicBoolean away = new AtomicBoolean(true);
    private final List<String> keys = new CopyOnWriteArrayList<>();
    private final DepartmentGateway gateway =
            (endpoint, key, parcel) -> {
                assertThat(endpoint).isEqualTo("social-security");
                assertThat(parcel.document().toString()).contains("130602202610080029");
                keys.add(key);
                return away.get()
                        ? new Receipt.Failed("it answered HTTP 503")
                        : new Receipt.Acknowledged();
            };
    private World world;
    private Casefile casefile;
    private Journey journey;
    private String caseId;

    @BeforeAll
    static void start() {
        first = new World(folder);
    }

    @AfterAll
    static void stop() {
        first.close();
    }

    /// The card is applied for once the household registration has given the child its number.
    @BeforeEach
    void handOver() {
        world = first.anew();
        casefile = world.casefile(world.processes(), new PersonaCertificates(), gateway);
        journey = new Journey(casefile.citizens(), "mother-baoding");
        String id = journey.fillIn().id();
        assertThat(casefile.citizens().submit(journey.person(), id)).isPresent();
        Journey.handle(
                casefile.desk(),
                journey.open(id).caseOf(CaseRecord.idOf(id, "birth-certificate")).orElseThrow());
        Journey.handle(
                casefile.desk(),
                journey.open(id)
                        .caseOf(CaseRecord.idOf(id, "household-registration"))
                        .orElseThrow());
        caseId = CaseRecord.idOf(id, "social-security-card");
        await().atMost(Duration.ofSeconds(20)).until(() -> delivery().attempts() == 1);
    }

    private static Report report(String key) {
        return new Report(key, "said", null);
    }

    private CaseRecord record() {
        return journey.open(CaseRecord.applicationOf(caseId)).caseOf(caseId).orElseThrow();
    }

    private Delivery delivery() {
        return Objects.requireNonNullElseGet(
                record().delivery(), () -> Delivery.due("none", Instant.EPOCH));
    }

    @Test
    void whatIsNotAcknowledgedIsToldAgainUnderTheSameKey() {
        assertThat(delivery().state()).isEqualTo(Delivery.State.PENDING);
        assertThat(delivery().failure()).isEqualTo("it answered HTTP 503");
        Delivery failed = delivery();
        assertThat(failed.nextAt()).isAfter(record().handedOverAt());

        // Not before its time.
        casefile.recovery().scan(Duration.ZERO);
        casefile.close();
        assertThat(keys).containsExactly(caseId);

        // Later, from another server.
        away.set(false);
        try (Casefile later = world.laterCasefile(Duration.ofMinutes(1), gateway)) {
            assertThat(later.recovery().scan(Duration.ZERO)).isPositive();
        }
        assertThat(delivery().state()).isEqualTo(Delivery.State.ACKNOWLEDGED);
        assertThat(keys).containsExactly(caseId, caseId);
    }

    @Test
    void aReportIsTakenOnceForEachKey() {
        var departments = casefile.departments();
        var view = departments.open(DEPARTMENT, caseId).orElseThrow();
        var approved = new DepartmentEvent.Approved(Journey.result(view));
        Journey.done(
                departments.callback(DEPARTMENT, caseId, approved, report("k1")).orElseThrow());
        CaseRecord once = record();
        assertThat(once.state()).isEqualTo(CaseState.APPROVED);
        assertThat(once.events())
                .extracting(event -> event.state())
                .endsWith(CaseState.HANDED_OVER, CaseState.ACCEPTED, CaseState.APPROVED);
        // Whoever reports about a case has got it.
        assertThat(delivery().state()).isEqualTo(Delivery.State.ACKNOWLEDGED);

        Journey.done(
                departments.callback(DEPARTMENT, caseId, approved, report("k1")).orElseThrow());
        assertThat(record()).isEqualTo(once);
        assertThat(departments.callback(DEPARTMENT, caseId, approved, report("k2")))
                .contains(new DeskOutcome.WrongState(CaseState.APPROVED));

        Journey.done(
                departments
                        .callback(DEPARTMENT, caseId, new DepartmentEvent.Delivered(), report("k3"))
                        .orElseThrow());
        assertThat(record().state()).isEqualTo(CaseState.DELIVERED);
    }

    @Test
    void aWrongResultIsRefusedWithItsErrors() {
        assertThat(
                        casefile.departments()
                                .callback(
                                        DEPARTMENT,
                                        caseId,
                                        new DepartmentEvent.Approved(
                                                Map.of(
                                                        QuestionId.parse("mother.person_name"),
                                                        StringNode.valueOf("别人"))),
                                        report("k1")))
                .get()
                .isInstanceOf(DeskOutcome.WrongResult.class);
        assertThat(record().state()).isEqualTo(CaseState.HANDED_OVER);
        assertThat(record().callbacks()).isEmpty();
    }

    @Test
    void anotherDepartmentHearsNothingOfIt() {
        var departments = casefile.departments();
        assertThat(departments.open("health", caseId)).isEmpty();
        assertThat(
                        departments.callback(
                                "health", caseId, new DepartmentEvent.Accepted(), report("k")))
                .isEmpty();
        assertThat(casefile.desk().open(Journey.clerkFor("social-security-card"), caseId))
                .isEmpty();
    }
}
