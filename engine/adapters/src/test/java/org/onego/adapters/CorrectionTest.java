package org.onego.adapters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onego.adapters.fixture.Journey;
import org.onego.adapters.fixture.World;
import org.onego.bundle.merge.QuestionId;
import org.onego.casefile.Casefile;
import org.onego.casefile.DeskService;
import org.onego.casefile.application.Actor;
import org.onego.casefile.application.Actor.Clerk;
import org.onego.casefile.application.Application;
import org.onego.casefile.application.CaseRecord;
import org.onego.casefile.application.CaseState;
import org.onego.casefile.application.Correction;
import org.onego.casefile.application.Correction.Mark;
import org.onego.casefile.application.Difference;
import org.onego.casefile.application.Message;
import org.onego.casefile.application.Pause;
import org.onego.casefile.correction.CorrectionOutcome;
import org.onego.casefile.correction.CorrectionPage;
import org.onego.casefile.correction.CorrectionRefusal;
import org.onego.casefile.correction.CorrectionRequest;
import org.onego.casefile.correction.CorrectionService;
import org.onego.casefile.result.CaseView;
import org.onego.casefile.result.DeskOutcome;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// Corrections, from the mark at the desk to the departments that share the answer.
class CorrectionTest {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String BIRTH = "birth-certificate";
    private static final String HOUSEHOLD = "household-registration";
    private static final QuestionId CHILD = QuestionId.parse("newborn.birth_childName");

    @TempDir static Path folder;
    private static World first;
    private World world;
    private Journey journey;

    @BeforeAll
    static void start() {
        first = new World(folder);
    }

    @AfterAll
    static void stop() {
        first.close();
    }

    @BeforeEach
    void submit() {
        world = first.anew();
        journey = new Journey(world.casefile().citizens(), "mother-baoding");
        String id = journey.fillIn().id();
        assertThat(world.casefile().citizens().submit(journey.person(), id)).isPresent();
    }

    private DeskService desk() {
        return world.casefile().desk();
    }

    private CorrectionService corrections() {
        return world.casefile().corrections();
    }

    private Application newest() {
        return world.casefile().citizens().mine(journey.person()).getFirst();
    }

    private CaseRecord caseOf(String item) {
        return newest().caseOf(CaseRecord.idOf(newest().id(), item)).orElseThrow();
    }

    private DeskOutcome ask(String item, String notNamedBefore, Mark... marks) {
        return desk().correct(
                        Journey.clerkFor(item),
                        caseOf(item).id(),
                        new CorrectionRequest("请核对孩子的信息", List.of(marks), 10, notNamedBefore))
                .orElseThrow();
    }

    private static Mark name() {
        return new Mark.OfQuestion(CHILD, "与出生记录不一致");
    }

    private CorrectionPage page() {
        return corrections().open(journey.person(), newest().id(), BIRTH).orElseThrow();
    }

    private CorrectionOutcome type(Map<QuestionId, @Nullable JsonNode> answers) {
        return type(BIRTH, answers);
    }

    private CorrectionOutcome type(String item, Map<QuestionId, @Nullable JsonNode> answers) {
        return corrections().save(journey.person(), newest().id(), item, answers, "").orElseThrow();
    }

    private CorrectionOutcome send() {
        return send(BIRTH);
    }

    private CorrectionOutcome send(String item) {
        return corrections().send(journey.person(), newest().id(), item).orElseThrow();
    }

    @Test
    void theCitizenIsAskedForWhatWasMarkedAndNothingElse() {
        Journey.done(ask(BIRTH, "", name()));
        CaseRecord asked = caseOf(BIRTH);
        assertThat(asked.state()).isEqualTo(CaseState.CORRECTION);
        assertThat(asked.ledger().paused())
                .isNotNull()
                .extracting(Pause::kind)
                .isEqualTo(Pause.Kind.CORRECTION);
        CorrectionPage page = page();
        assertThat(page.questions())
                .singleElement()
                .satisfies(question -> {
                    assertThat(question.question().id()).isEqualTo(CHILD);
                    assertThat(question.reason()).isEqualTo("与出生记录不一致");
                });
        assertThat(page.materials()).isEmpty();
        assertThat(page.answers().get(CHILD)).isEqualTo(newest().answers().get(CHILD));
        assertThat(newest().messages()).extracting(Message::kind).contains(Message.Kind.CORRECTION);
        // The clerk waits too.
        assertThat(desk().accept(Journey.clerkFor(BIRTH), asked.id()))
                .contains(new DeskOutcome.WrongState(CaseState.CORRECTION));
    }

    @Test
    void whatWasCorrectedReachesEveryItemThatSharesIt() {
        Journey.handle(desk(), caseOf(BIRTH));
        assertThat(caseOf("vaccination").state()).isEqualTo(CaseState.HANDED_OVER);
        Clerk injecting = Journey.clerkFor("vaccination");
        Journey.done(
                world.casefile().team().claim(injecting, caseOf("vaccination").id()).orElseThrow());

        Journey.done(ask(HOUSEHOLD, "", name()));
        assertThat(type(HOUSEHOLD, Map.of(CHILD, JSON.stringNode("王一宁"))))
                .isInstanceOf(CorrectionOutcome.Kept.class);
        // Nobody sees it before it is sent.
        assertThat(view(caseOf("vaccination")).document().toString()).doesNotContain("王一宁");
        JsonNode before = newest().answers().get(CHILD);
        assertThat(send(HOUSEHOLD)).isEqualTo(new CorrectionOutcome.Sent());

        CaseRecord back = caseOf(HOUSEHOLD);
        assertThat(back.state()).isEqualTo(CaseState.HANDED_OVER);
        assertThat(back.ledger().paused()).isNull();
        assertThat(view(back).document().toString()).contains("王一宁");
        // One that has decided learns the difference, one that is at work gets the new answer.
        assertThat(view(caseOf("vaccination")).document().toString()).contains("王一宁");
        for (String item : List.of(BIRTH, "vaccination")) {
            assertThat(caseOf(item).differences())
                    .singleElement()
                    .satisfies(told -> {
                        assertThat(told.item()).isEqualTo(HOUSEHOLD);
                        assertThat(told.changes())
                                .containsExactly(
                                        new Difference.Changed(
                                                CHILD, before, JSON.stringNode("王一宁")));
                    });
        }
        assertThat(newest().messages())
                .filteredOn(message -> message.kind() == Message.Kind.CHANGED)
                .extracting(Message::to)
                .contains(new Message.To.Staff(injecting.department(), injecting.id()));
        // What doesn't ask for the name, and what waits for another result, isn't told.
        assertThat(caseOf("maternity-reimbursement").differences()).isEmpty();
        assertThat(caseOf("medical-insurance").differences()).isEmpty();
        // Sending again changes nothing.
        assertThat(send(HOUSEHOLD)).isEqualTo(new CorrectionOutcome.NothingToCorrect());
        assertThat(back.corrections().getLast().ending())
                .isNotNull()
                .extracting(Correction.Ending::how)
                .isEqualTo(Correction.How.MADE);
    }

    @Test
    void whatIsStillWrongIsNotSentAndNotLost() {
        Journey.done(ask(BIRTH, "", name()));
        assertThat(send())
                .as("nothing was changed, and nothing said about it")
                .isInstanceOf(CorrectionOutcome.Incomplete.class);
        type(Map.of(CHILD, JSON.stringNode("王")));
        assertThat(send()).isInstanceOf(CorrectionOutcome.Incomplete.class);
        assertThat(page().errors()).extracting(error -> error.question()).contains(CHILD);
        assertThat(page().answers().get(CHILD)).isEqualTo(JSON.stringNode("王"));
        assertThat(caseOf(BIRTH).state()).isEqualTo(CaseState.CORRECTION);
    }

    @Test
    void whoeverIsRightCanSaySo() {
        Journey.done(ask(BIRTH, "", name()));
        corrections().save(journey.person(), newest().id(), BIRTH, Map.of(), "名字没有写错，见出生记录");
        assertThat(send()).isEqualTo(new CorrectionOutcome.Sent());
        assertThat(caseOf(BIRTH).events().getLast().reason()).isEqualTo("名字没有写错，见出生记录");
    }

    /// Law 4: neither the desk nor the citizen can open what a certificate has locked.
    @Test
    void aLockedAnswerStaysLocked() {
        QuestionId locked =
                newest().prefilled().values().stream()
                        .filter(each ->
                                each.provenance().edit()
                                        == org.onego.bundle.element.CertificateType.Edit.LOCKED)
                        .map(each -> each.question())
                        .findFirst()
                        .orElseThrow();
        Mark mark = new Mark.OfQuestion(locked, "不对");
        assertThat(ask(BIRTH, "", mark))
                .isEqualTo(
                        new DeskOutcome.CorrectionRefused(
                                new CorrectionRefusal.NotTheCitizens(mark)));
        Journey.done(ask(BIRTH, "", name()));
        JsonNode before = newest().answers().get(locked);
        Map<QuestionId, @Nullable JsonNode> sent = new HashMap<>();
        sent.put(CHILD, JSON.stringNode("王一宁"));
        sent.put(locked, JSON.stringNode("forged"));
        type(sent);
        assertThat(send()).isEqualTo(new CorrectionOutcome.Sent());
        assertThat(newest().answers().get(locked)).isEqualTo(before);
    }

    @Test
    void everythingIsNamedAtOnceOrItIsSaidWhyNot() {
        Journey.done(ask(BIRTH, "", name()));
        type(Map.of(CHILD, JSON.stringNode("王一宁")));
        assertThat(send()).isEqualTo(new CorrectionOutcome.Sent());

        QuestionId other =
                view(caseOf(BIRTH)).markable().values().stream()
                        .filter(question -> !question.equals(CHILD))
                        .findFirst()
                        .orElseThrow();
        Mark fresh = new Mark.OfQuestion(other, "也请核对");
        assertThat(ask(BIRTH, "", name(), fresh))
                .isEqualTo(
                        new DeskOutcome.CorrectionRefused(
                                new CorrectionRefusal.NamedTooLate(List.of(fresh))));
        // What was named and is still not right may be named again.
        Journey.done(ask(BIRTH, "", name()));
        type(Map.of(CHILD, JSON.stringNode("王一凡")));
        assertThat(send()).isEqualTo(new CorrectionOutcome.Sent());
        Journey.done(ask(BIRTH, "更正的出生记录今天才到", fresh));
        assertThat(caseOf(BIRTH).corrections()).hasSize(3);
    }

    @Test
    void afterAcceptanceItMustBeSaidWhyItWasNotNamedBefore() {
        Clerk clerk = Journey.clerkFor(BIRTH);
        Journey.done(desk().accept(clerk, caseOf(BIRTH).id()).orElseThrow());
        assertThat(ask(BIRTH, " ", name()))
                .isEqualTo(
                        new DeskOutcome.CorrectionRefused(
                                new CorrectionRefusal.NamedTooLate(List.of(name()))));
        Journey.done(ask(BIRTH, "出生记录刚刚更正", name()));
        assertThat(caseOf(BIRTH).state()).isEqualTo(CaseState.SUPPLEMENT);
        type(Map.of(CHILD, JSON.stringNode("王一宁")));
        assertThat(send()).isEqualTo(new CorrectionOutcome.Sent());
        assertThat(caseOf(BIRTH).state()).isEqualTo(CaseState.ACCEPTED);
        // It goes on where it was, and the citizen is not told a second time that it was taken.
        assertThat(newest().messages())
                .filteredOn(message -> BIRTH.equals(message.item()))
                .filteredOn(message -> message.kind() == Message.Kind.ACCEPTED)
                .hasSize(1);
        Journey.done(
                desk().approve(clerk, caseOf(BIRTH).id(), Journey.result(view(caseOf(BIRTH))))
                        .orElseThrow());
    }

    @Test
    void aMaterialIsHandedInAgain() {
        String item = "maternity-reimbursement";
        Journey.handle(desk(), caseOf(BIRTH));
        CaseView.CaseMaterial material =
                view(caseOf(item)).materials().stream()
                        .filter(CaseView.CaseMaterial::markable)
                        .findFirst()
                        .orElseThrow();
        Journey.done(
                ask(item, "", new Mark.OfMaterial(material.code(), material.subject(), "照片看不清")));
        String id = newest().id();
        CorrectionOutcome attached =
                corrections()
                        .attach(
                                journey.person(),
                                id,
                                item,
                                material.code(),
                                material.subject(),
                                "again.pdf",
                                new ByteArrayInputStream(
                                        "%PDF-1.7 again".getBytes(StandardCharsets.US_ASCII)))
                        .orElseThrow();
        assertThat(attached).isInstanceOf(CorrectionOutcome.Kept.class);
        assertThat(corrections().send(journey.person(), id, item))
                .contains(new CorrectionOutcome.Sent());
        assertThat(newest().materials())
                .filteredOn(file ->
                        file.material().equals(material.code())
                                && Objects.equals(file.subject(), material.subject()))
                .extracting(file -> file.file().name())
                .containsExactly("again.pdf");
    }

    @Test
    void whoSaysNothingInFiveWorkingDaysHasAccepted() {
        Instant handedOver = Objects.requireNonNull(caseOf(BIRTH).handedOverAt());
        // Friday, 20 November 2026: the fifth working day is Friday, 27 November.
        later(
                Duration.ofDays(7),
                casefile -> {
                    assertThat(casefile.watchCorrections().scan()).isZero();
                    assertThat(caseOf(BIRTH).state()).isEqualTo(CaseState.HANDED_OVER);
                });
        later(
                Duration.ofDays(8),
                casefile -> {
                    assertThat(
                                    casefile.desk()
                                            .correct(
                                                    Journey.clerkFor(BIRTH),
                                                    caseOf(BIRTH).id(),
                                                    new CorrectionRequest(
                                                            "", List.of(name()), 5, "")))
                            .get()
                            .isInstanceOf(DeskOutcome.CorrectionRefused.class);
                    assertThat(casefile.watchCorrections().scan()).isPositive();
                    CaseRecord accepted = caseOf(BIRTH);
                    assertThat(accepted.state()).isEqualTo(CaseState.ACCEPTED);
                    assertThat(accepted.ledger().acceptedAt()).isEqualTo(handedOver);
                    assertThat(accepted.events().getLast().by()).isEqualTo(new Actor.Engine());
                    assertThat(casefile.watchCorrections().scan()).isZero();
                });
    }

    @Test
    void aCorrectionThatNobodyMakesIsRemindedOfAndEnds() {
        Journey.done(ask(BIRTH, "", name()));
        later(
                Duration.ofDays(10),
                casefile -> {
                    casefile.watchCorrections().scan();
                    assertThat(newest().messages())
                            .extracting(Message::kind)
                            .doesNotContain(Message.Kind.CORRECTION_REMINDER);
                });
        // Ten working days end on 4 December; the last two of them begin on 3 December.
        later(
                Duration.ofDays(13),
                casefile -> {
                    casefile.watchCorrections().scan();
                    casefile.watchCorrections().scan();
                    assertThat(newest().messages())
                            .filteredOn(each -> each.kind() == Message.Kind.CORRECTION_REMINDER)
                            .hasSize(1);
                });
        later(
                Duration.ofDays(14),
                casefile -> {
                    casefile.watchCorrections().scan();
                    assertThat(caseOf(BIRTH).state()).isEqualTo(CaseState.CORRECTION);
                });
        later(
                Duration.ofDays(15),
                casefile -> {
                    assertThat(casefile.corrections().send(journey.person(), newest().id(), BIRTH))
                            .contains(new CorrectionOutcome.NothingToCorrect());
                    casefile.watchCorrections().scan();
                    assertThat(caseOf(BIRTH).state()).isEqualTo(CaseState.NOT_ACCEPTED);
                    assertThat(caseOf(BIRTH).corrections().getLast().ending())
                            .isNotNull()
                            .extracting(Correction.Ending::how)
                            .isEqualTo(Correction.How.EXPIRED);
                    // What needs it is passed by, the others are not.
                    assertThat(caseOf("household-registration").state())
                            .isEqualTo(CaseState.PASSED_BY);
                });
    }

    @Test
    void somebodyElsesCorrectionIsNotThere() {
        Journey.done(ask(BIRTH, "", name()));
        var stranger = new org.onego.casefile.application.Person("生人", "110101199001010010", "1");
        assertThat(corrections().open(stranger, newest().id(), BIRTH)).isEmpty();
        assertThat(corrections().send(stranger, newest().id(), BIRTH)).isEmpty();
    }

    @Test
    void eachMessageIsSentOnce() {
        Journey.done(ask(BIRTH, "", name()));
        await().until(() -> !newest().isBehind());
        world.casefile().recovery().scan(Duration.ZERO);
        assertThat(world.told())
                .filteredOn(news -> news.applicationId().equals(newest().id()))
                .extracting(news -> news.key())
                .doesNotHaveDuplicates()
                .hasSameSizeAs(newest().messages());
    }

    private CaseView view(CaseRecord each) {
        return desk().open(Journey.clerkFor(each.item()), each.id()).orElseThrow();
    }

    private void later(Duration later, java.util.function.Consumer<Casefile> then) {
        try (Casefile casefile = world.laterCasefile(later, World.NO_DEPARTMENTS)) {
            then.accept(casefile);
        }
    }
}
