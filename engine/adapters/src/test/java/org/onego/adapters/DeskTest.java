package org.onego.adapters;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onego.adapters.fixture.Journey;
import org.onego.adapters.fixture.Packages;
import org.onego.adapters.fixture.World;
import org.onego.bundle.merge.QuestionId;
import org.onego.casefile.DeskService;
import org.onego.casefile.TeamService;
import org.onego.casefile.application.Actor.Clerk;
import org.onego.casefile.application.Application;
import org.onego.casefile.application.CaseQuery;
import org.onego.casefile.application.CaseRecord;
import org.onego.casefile.application.CaseState;
import org.onego.casefile.rating.RateOutcome;
import org.onego.casefile.result.CaseView;
import org.onego.casefile.result.CaseView.Step;
import org.onego.casefile.result.DeskOutcome;
import org.onego.casefile.result.Queue;
import org.onego.casefile.result.QueueEntry;
import org.onego.casefile.result.ResultError;
import tools.jackson.databind.node.JsonNodeFactory;

/// What clerks see and do.
class DeskTest {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final QuestionId NUMBER = QuestionId.parse("newborn.birth_certificateNumber");

    private static final Queue.Filter EVERYTHING =
            new Queue.Filter(
                    Queue.Scope.ALL,
                    null,
                    null,
                    null,
                    null,
                    CaseQuery.Sort.RECEIVED,
                    true,
                    0,
                    1000);

    @TempDir static Path folder;
    private static World first;
    private World world;

    @BeforeAll
    static void start() {
        first = new World(folder);
    }

    @AfterAll
    static void stop() {
        first.close();
    }

    @BeforeEach
    void begin() {
        world = first.anew();
    }

    private DeskService desk() {
        return world.casefile().desk();
    }

    private TeamService team() {
        return world.casefile().team();
    }

    private Journey submitted(String persona) {
        Journey journey = new Journey(world.casefile().citizens(), persona);
        String id = journey.fillIn().id();
        assertThat(world.casefile().citizens().submit(journey.person(), id)).isPresent();
        return journey;
    }

    private Application newest(Journey journey) {
        return world.casefile().citizens().mine(journey.person()).getFirst();
    }

    private String caseOf(Journey journey, String item) {
        return CaseRecord.idOf(newest(journey).id(), item);
    }

    @Test
    void aClerkSeesTheCasesOfTheirDepartmentOnly() {
        Journey journey = submitted("mother-baoding");
        Clerk health = Journey.clerkFor("birth-certificate");
        Clerk police = Journey.clerkFor("household-registration");
        String birth = caseOf(journey, "birth-certificate");

        assertThat(queue(health)).contains(birth);
        assertThat(queue(police)).doesNotContain(birth);
        assertThat(desk().open(health, birth)).isPresent();
        assertThat(desk().open(police, birth)).isEmpty();
        assertThat(desk().accept(police, birth)).isEmpty();
        // It waits for the birth certificate: nobody has got it yet.
        assertThat(desk().open(police, caseOf(journey, "household-registration"))).isEmpty();
    }

    private List<String> queue(Clerk clerk) {
        return desk().queue(clerk, EVERYTHING).entries().stream().map(QueueEntry::caseId).toList();
    }

    /// Law 8, with the sharpest example: a department's document holds nothing that its own form
    /// does not ask for.
    @Test
    void aDepartmentGetsItsOwnProjectionAndNothingElse() {
        Journey journey = submitted("mother-baoding");
        CaseView birth =
                desk().open(
                                Journey.clerkFor("birth-certificate"),
                                caseOf(journey, "birth-certificate"))
                        .orElseThrow();
        String everything = newest(journey).answers().toDocument().toString();
        assertThat(everything).contains("6217000000000000111");
        assertThat(birth.document().toString()).doesNotContain("6217000000000000111");
        assertThat(birth.item().form().schema().validate(birth.document())).isEmpty();
        assertThat(birth.materials())
                .allSatisfy(material ->
                        assertThat(birth.item().materials())
                                .anyMatch(own -> own.code().equals(material.code())));
    }

    @Test
    void whoActsClaimsAndOthersAreToldWho() {
        Journey journey = submitted("mother-baoding");
        String birth = caseOf(journey, "birth-certificate");
        Clerk first = new Clerk("first", "甲", "health");
        Clerk second = new Clerk("second", "乙", "health");

        Journey.done(desk().accept(first, birth).orElseThrow());
        assertThat(desk().approve(second, birth, Map.of()))
                .contains(new DeskOutcome.ClaimedBy(first));
        assertThat(team().claim(second, birth)).contains(new DeskOutcome.ClaimedBy(first));
        assertThat(desk().open(second, birth).orElseThrow().steps()).isEmpty();
        assertThat(desk().open(first, birth).orElseThrow().steps())
                .containsExactlyInAnyOrder(
                        Step.RELEASE,
                        Step.TRANSFER,
                        Step.REVIEW,
                        Step.APPROVE,
                        Step.REJECT,
                        Step.CORRECT,
                        Step.COSIGN);

        Journey.done(team().release(first, birth).orElseThrow());
        Journey.done(team().claim(second, birth).orElseThrow());
        Journey.done(desk().review(second, birth, "材料齐全").orElseThrow());
        assertThat(newest(journey).caseOf(birth).orElseThrow().state())
                .isEqualTo(CaseState.REVIEWED);
    }

    @Test
    void aStepFromAnotherStateChangesNothing() {
        Journey journey = submitted("mother-baoding");
        String birth = caseOf(journey, "birth-certificate");
        Clerk clerk = Journey.clerkFor("birth-certificate");
        Application before = newest(journey);
        assertThat(desk().deliver(clerk, birth))
                .contains(new DeskOutcome.WrongState(CaseState.HANDED_OVER));
        assertThat(desk().approve(clerk, birth, Map.of()))
                .contains(new DeskOutcome.WrongState(CaseState.HANDED_OVER));
        assertThat(desk().refuse(clerk, birth, "  ")).contains(new DeskOutcome.ReasonMissing());
        // Messages to the citizen may have been sent meanwhile.
        assertThat(newest(journey).cases()).isEqualTo(before.cases());
        assertThat(newest(journey).log()).isEqualTo(before.log());
    }

    @Test
    void aResultMustBeWholeAndRight() {
        Journey journey = submitted("mother-baoding");
        String birth = caseOf(journey, "birth-certificate");
        Clerk clerk = Journey.clerkFor("birth-certificate");
        Journey.done(desk().accept(clerk, birth).orElseThrow());

        assertThat(errors(desk().approve(clerk, birth, Map.of()).orElseThrow()))
                .containsExactly(Map.entry(NUMBER, "required"));
        assertThat(
                        errors(
                                desk().approve(clerk, birth, Map.of(NUMBER, JSON.stringNode("")))
                                        .orElseThrow()))
                .containsKey(NUMBER);
        assertThat(
                        errors(
                                desk().approve(
                                                clerk,
                                                birth,
                                                Map.of(
                                                        NUMBER,
                                                        JSON.stringNode("Z130012345"),
                                                        QuestionId.parse("mother.person_name"),
                                                        JSON.stringNode("另一个人")))
                                        .orElseThrow()))
                .containsExactly(Map.entry(QuestionId.parse("mother.person_name"), "unknown"));
        assertThat(newest(journey).caseOf(birth).orElseThrow().state())
                .isEqualTo(CaseState.ACCEPTED);
    }

    private static Map<QuestionId, String> errors(DeskOutcome outcome) {
        assertThat(outcome).isInstanceOf(DeskOutcome.WrongResult.class);
        return ((DeskOutcome.WrongResult) outcome)
                .errors().stream()
                        .collect(
                                Collectors.toMap(
                                        ResultError::question, ResultError::keyword, (a, _) -> a));
    }

    @Test
    void aRejectedItemTakesTheOnesThatNeedItWithItAndNoOthers() {
        Journey journey = submitted("mother-baoding");
        String id = newest(journey).id();
        String birth = caseOf(journey, "birth-certificate");
        Clerk clerk = Journey.clerkFor("birth-certificate");
        List<String> handedOverBefore =
                Journey.open(newest(journey)).stream().map(CaseRecord::item).toList();
        Journey.done(desk().accept(clerk, birth).orElseThrow());
        Journey.done(desk().reject(clerk, birth, "出生信息与病历不符").orElseThrow());

        Application application = journey.open(id);
        Map<String, CaseState> states =
                application.cases().stream()
                        .collect(Collectors.toMap(CaseRecord::item, CaseRecord::state));
        assertThat(states)
                .containsEntry("birth-certificate", CaseState.REJECTED)
                .containsEntry("vaccination", CaseState.PASSED_BY)
                .containsEntry("household-registration", CaseState.PASSED_BY)
                .containsEntry("social-security-card", CaseState.PASSED_BY);
        handedOverBefore.stream()
                .filter(item -> !item.equals("birth-certificate"))
                .forEach(item -> assertThat(states).containsEntry(item, CaseState.HANDED_OVER));
        assertThat(
                        application
                                .caseOf(caseOf(journey, "household-registration"))
                                .orElseThrow()
                                .events()
                                .getLast()
                                .reason())
                .isEqualTo(Packages.NEWBORN.compiled().item("birth-certificate").title().zh());

        for (CaseRecord each : Journey.open(application)) {
            Journey.handle(desk(), each);
        }
        assertThat(journey.open(id).status()).isEqualTo(Application.Status.COMPLETED);
        assertThat(
                        world.processes()
                                .engine()
                                .getRuntimeService()
                                .createProcessInstanceQuery()
                                .processInstanceId(id)
                                .count())
                .isZero();
    }

    @Test
    void aFileIsReadByItsDepartmentOnly() throws IOException {
        Journey journey = submitted("mother-baoding");
        Application application = newest(journey);
        Clerk clerk = Journey.clerkFor("birth-certificate");
        CaseView view = desk().open(clerk, caseOf(journey, "birth-certificate")).orElseThrow();
        String mine =
                view.materials().stream()
                        .flatMap(material -> material.files().stream())
                        .findFirst()
                        .orElseThrow()
                        .id();
        try (var bytes = desk().file(clerk, view.record().id(), mine).orElseThrow().bytes()) {
            assertThat(new String(bytes.readAllBytes(), java.nio.charset.StandardCharsets.US_ASCII))
                    .startsWith("%PDF");
        }
        assertThat(application.materials())
                .filteredOn(file ->
                        view.materials().stream()
                                .noneMatch(own -> own.code().equals(file.material())))
                .isNotEmpty()
                .allSatisfy(file ->
                        assertThat(desk().file(clerk, view.record().id(), file.file().id()))
                                .isEmpty());
    }

    @Test
    void aCaseIsRatedOnceAndOnlyByItsOwnerAfterItsEnd() {
        Journey journey = submitted("unmarried-mother");
        String birth = caseOf(journey, "birth-certificate");
        var citizens = world.casefile().citizens();
        assertThat(citizens.rate(journey.person(), birth, 5, List.of(), null))
                .contains(new RateOutcome.NotYet());
        Journey.handle(desk(), newest(journey).caseOf(birth).orElseThrow());
        assertThat(citizens.rate(journey.person(), birth, 6, List.of(), null))
                .get()
                .isInstanceOf(RateOutcome.Invalid.class);
        assertThat(citizens.rate(journey.person(), birth, 5, List.of("406"), null))
                .get()
                .isInstanceOf(RateOutcome.Invalid.class);
        assertThat(citizens.rate(journey.person(), birth, 5, List.of(), "好".repeat(151)))
                .get()
                .isInstanceOf(RateOutcome.Invalid.class);
        var other = new Journey(citizens, "father-applying");
        assertThat(citizens.rate(other.person(), birth, 5, List.of(), null)).isEmpty();
        assertThat(citizens.rate(journey.person(), birth, 5, List.of("510"), " 很快 "))
                .get()
                .isInstanceOf(RateOutcome.Rated.class);
        assertThat(citizens.rate(journey.person(), birth, 1, List.of(), null))
                .get()
                .isInstanceOfSatisfying(
                        RateOutcome.AlreadyRated.class,
                        rated -> assertThat(rated.rating().text()).isEqualTo("很快"));
    }
}
