package org.onego.adapters;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.onego.adapters.fixture.Journey;
import org.onego.adapters.fixture.World;
import org.onego.bundle.plan.ProcessPlan;
import org.onego.casefile.Casefile;
import org.onego.casefile.CitizenService;
import org.onego.casefile.application.Application;
import org.onego.casefile.application.BundleVersion;
import org.onego.casefile.application.CaseRecord;
import org.onego.casefile.progress.ProcessPort;
import org.onego.casefile.progress.ProcessSnapshot;
import org.onego.casefile.progress.ProcessStep;
import org.onego.casefile.submit.SubmitOutcome;

/// Law 5: an application is submitted exactly once, however often the button is pressed and
/// whenever the server dies.
class SubmitOnceTest {

    private static final int THREADS = 8;

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
    void pressedTwiceItIsSubmittedOnce() {
        CitizenService citizens = world.casefile().citizens();
        Journey journey = new Journey(citizens, "mother-baoding");
        String id = journey.fillIn().id();
        SubmitOutcome first = citizens.submit(journey.person(), id).orElseThrow();
        SubmitOutcome second = citizens.submit(journey.person(), id).orElseThrow();
        String number = ((SubmitOutcome.Submitted) first).number();
        assertThat(second).isEqualTo(new SubmitOutcome.AlreadySubmitted(number));
        submittedOnce(journey, id);
    }

    /// Two servers over the same stores: no lock is shared but the document's version.
    @Test
    void pressedAtOnceOnTwoServersItIsSubmittedOnce() throws Exception {
        Casefile other = world.casefile(world.processes());
        Journey journey = new Journey(world.casefile().citizens(), "unmarried-mother");
        String id = journey.fillIn().id();
        List<SubmitOutcome> outcomes = new ArrayList<>();
        CountDownLatch together = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            List<Future<SubmitOutcome>> presses = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                CitizenService citizens = (i % 2 == 0 ? world.casefile() : other).citizens();
                presses.add(
                        threads.submit(() -> {
                            together.await();
                            return citizens.submit(journey.person(), id).orElseThrow();
                        }));
            }
            together.countDown();
            for (Future<SubmitOutcome> press : presses) {
                outcomes.add(press.get());
            }
        }
        other.close();
        assertThat(outcomes).filteredOn(SubmitOutcome.Submitted.class::isInstance).hasSize(1);
        assertThat(outcomes.stream().map(SubmitOnceTest::number).distinct()).hasSize(1);
        submittedOnce(journey, id);
    }

    private static String number(SubmitOutcome outcome) {
        return switch (outcome) {
            case SubmitOutcome.Submitted(String number) -> number;
            case SubmitOutcome.AlreadySubmitted(String number) -> number;
            case SubmitOutcome.GuideOpen _,
                    SubmitOutcome.Wrong _,
                    SubmitOutcome.MissingMaterials _ ->
                    throw new AssertionError(outcome);
        };
    }

    enum Crash {
        BEFORE_THE_PROCESS,
        AFTER_THE_PROCESS
    }

    /// The document is written and the server dies: before the process was told, or after it was
    /// told and before that was written down.
    @ParameterizedTest
    @EnumSource
    void whatWasAppendedIsFollowedAfterACrash(Crash crash) {
        AtomicInteger crashes = new AtomicInteger(1);
        Casefile dying = world.casefile(new Dying(world.processes(), crash, crashes));
        Journey journey = new Journey(dying.citizens(), "father-applying");
        String id = journey.fillIn().id();

        assertThat(dying.citizens().submit(journey.person(), id))
                .get()
                .isInstanceOf(SubmitOutcome.Submitted.class);
        assertThat(crashes).hasValue(0);
        assertThat(journey.open(id).isBehind()).isTrue();
        dying.close();

        // Another server finds it, and so does yet another one.
        assertThat(world.casefile().recovery().scan(Duration.ZERO)).isPositive();
        world.casefile().recovery().scan(Duration.ZERO);
        submittedOnce(journey, id);
        assertThat(Journey.open(journey.open(id)))
                .extracting(CaseRecord::item)
                .contains("birth-certificate");
    }

    /// The same for every step of a case.
    @ParameterizedTest
    @EnumSource
    void everyStepOfACaseSurvivesACrash(Crash crash) {
        AtomicInteger crashes = new AtomicInteger();
        Casefile dying = world.casefile(new Dying(world.processes(), crash, crashes));
        Journey journey = new Journey(dying.citizens(), "mother-baoding");
        String id = journey.fillIn().id();
        assertThat(dying.citizens().submit(journey.person(), id)).isPresent();
        CaseRecord birth =
                journey.open(id).caseOf(CaseRecord.idOf(id, "birth-certificate")).orElseThrow();
        var clerk = Journey.clerkFor(birth.item());

        crashes.set(1);
        Journey.done(dying.desk().accept(clerk, birth.id()).orElseThrow());
        recovered(journey, id);
        crashes.set(1);
        Journey.done(dying.desk().review(clerk, birth.id(), "材料齐全").orElseThrow());
        recovered(journey, id);
        crashes.set(1);
        var view = dying.desk().open(clerk, birth.id()).orElseThrow();
        Journey.done(dying.desk().approve(clerk, birth.id(), Journey.result(view)).orElseThrow());
        recovered(journey, id);
        crashes.set(1);
        Journey.done(dying.desk().deliver(clerk, birth.id()).orElseThrow());
        recovered(journey, id);
        dying.close();

        submittedOnce(journey, id);
        assertThat(Journey.open(journey.open(id)))
                .extracting(CaseRecord::item)
                .contains("household-registration");
    }

    private static void recovered(Journey journey, String id) {
        assertThat(journey.open(id).isBehind()).isTrue();
        world.casefile().recovery().scan(Duration.ZERO);
        assertThat(journey.open(id).log()).allMatch(logged -> logged.applied());
    }

    private static void submittedOnce(Journey journey, String id) {
        Application application = journey.open(id);
        Set<String> items = new HashSet<>(journey.form(id).selection().items());
        assertThat(application.cases())
                .extracting(CaseRecord::item)
                .containsExactlyInAnyOrderElementsOf(items);
        assertThat(
                        world.processes()
                                .engine()
                                .getHistoryService()
                                .createHistoricProcessInstanceQuery()
                                .variableValueEquals("applicationId", id)
                                .excludeSubprocesses(true)
                                .count())
                .isEqualTo(1);
        assertThat(
                        world
                                .processes()
                                .engine()
                                .getHistoryService()
                                .createHistoricProcessInstanceQuery()
                                .superProcessInstanceId(id)
                                .list()
                                .stream()
                                .map(item -> item.getBusinessKey()))
                .doesNotHaveDuplicates();
    }

    /// A process engine whose server dies as often as it is told to.
    private record Dying(ProcessPort alive, Crash crash, AtomicInteger crashes)
            implements ProcessPort {

        @Override
        public void deploy(BundleVersion version, ProcessPlan plan) {
            alive.deploy(version, plan);
        }

        @Override
        public void onTimer(TimerListener listener) {
            alive.onTimer(listener);
        }

        @Override
        public ProcessSnapshot apply(String applicationId, int seq, ProcessStep step) {
            boolean dies = crashes.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
            if (dies && crash == Crash.BEFORE_THE_PROCESS) {
                throw new IllegalStateException("killed before the process was told");
            }
            ProcessSnapshot snapshot = alive.apply(applicationId, seq, step);
            if (dies) {
                throw new IllegalStateException("killed before it was written down");
            }
            return snapshot;
        }
    }
}
