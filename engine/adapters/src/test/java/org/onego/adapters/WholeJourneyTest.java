package org.onego.adapters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onego.adapters.fixture.Journey;
import org.onego.adapters.fixture.World;
import org.onego.casefile.application.Application;
import org.onego.casefile.application.CaseRecord;
import org.onego.casefile.application.CaseState;
import org.onego.casefile.application.Message;
import org.onego.casefile.progress.Messenger;
import org.onego.casefile.result.CaseView;
import org.onego.casefile.result.DepartmentEvent;
import org.onego.casefile.result.TakeCallback.Report;
import org.onego.casefile.submit.SubmitOutcome;
import tools.jackson.databind.node.JsonNodeFactory;

/// From the first question to the last delivery, over MongoDB's protocol and Flowable.
class WholeJourneyTest {

    @TempDir static Path folder;
    private static World world;

    @BeforeAll
    static void start() {
        world = new World(folder);
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    @Test
    void anApplicationGoesThroughAllItsItems() {
        Journey journey = new Journey(world.casefile().citizens(), "mother-baoding");
        Application draft = journey.fillIn();

        assertThat(world.casefile().citizens().submit(journey.person(), draft.id()))
                .get()
                .isInstanceOf(SubmitOutcome.Submitted.class);

        Application submitted = journey.open(draft.id());
        assertThat(submitted.status()).isEqualTo(Application.Status.SUBMITTED);
        assertThat(submitted.cases()).hasSize(7);
        assertThat(Journey.open(submitted))
                .extracting(CaseRecord::item)
                .contains("birth-certificate")
                .doesNotContain("household-registration", "social-security-card");

        finish(journey, draft.id());

        Application completed = journey.open(draft.id());
        assertThat(completed.status()).isEqualTo(Application.Status.COMPLETED);
        assertThat(completed.cases()).allMatch(each -> each.state() == CaseState.DELIVERED);
        await().until(() -> !journey.open(draft.id()).isBehind());
        assertThat(world.told())
                .extracting(Messenger.News::kind)
                .startsWith(Message.Kind.SUBMITTED)
                .contains(Message.Kind.ACCEPTED, Message.Kind.APPROVED, Message.Kind.DELIVERED);
        assertThat(
                        world.processes()
                                .engine()
                                .getRuntimeService()
                                .createProcessInstanceQuery()
                                .processInstanceId(draft.id())
                                .count())
                .isZero();
    }

    private static void finish(Journey journey, String id) {
        List<CaseRecord> open = Journey.open(journey.open(id));
        while (!open.isEmpty()) {
            for (CaseRecord each : open) {
                switch (each.handler()) {
                    case DESK -> Journey.handle(world.casefile().desk(), each);
                    case PUSH, PULL -> callBack(each);
                }
            }
            open = Journey.open(journey.open(id));
        }
    }

    private static void callBack(CaseRecord each) {
        await().until(() ->
                world.delivered().stream()
                        .anyMatch(parcel -> parcel.record().id().equals(each.id())));
        CaseView view =
                world.casefile().departments().open(each.department(), each.id()).orElseThrow();
        Journey.done(
                world.casefile()
                        .departments()
                        .callback(
                                each.department(),
                                each.id(),
                                new DepartmentEvent.Approved(Journey.result(view)),
                                new Report("approved", "a", null))
                        .orElseThrow());
        Journey.done(
                world.casefile()
                        .departments()
                        .callback(
                                each.department(),
                                each.id(),
                                new DepartmentEvent.Delivered(),
                                new Report("delivered", "d", null))
                        .orElseThrow());
    }

    @Test
    void aResultReachesTheItemsThatWaitForIt() {
        Journey journey = new Journey(world.casefile().citizens(), "father-applying");
        Application draft = journey.fillIn();
        assertThat(world.casefile().citizens().submit(journey.person(), draft.id())).isPresent();

        Journey.handle(
                world.casefile().desk(),
                journey.open(draft.id())
                        .caseOf(CaseRecord.idOf(draft.id(), "birth-certificate"))
                        .orElseThrow());

        CaseView view =
                world.casefile()
                        .desk()
                        .open(
                                Journey.clerkFor("household-registration"),
                                CaseRecord.idOf(draft.id(), "household-registration"))
                        .orElseThrow();
        assertThat(view.document().toString()).contains("Z130012345");
        assertThat(view.upstream())
                .extracting(CaseView.Upstream::value)
                .contains(JsonNodeFactory.instance.stringNode("Z130012345"));
    }
}
