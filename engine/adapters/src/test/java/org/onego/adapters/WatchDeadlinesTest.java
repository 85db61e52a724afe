package org.onego.adapters;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onego.adapters.fixture.Journey;
import org.onego.adapters.fixture.World;
import org.onego.casefile.Casefile;
import org.onego.casefile.application.Actor.Clerk;
import org.onego.casefile.application.Application;
import org.onego.casefile.application.CaseRecord;
import org.onego.casefile.application.Command;
import org.onego.casefile.application.Ledger.Alarm;
import org.onego.casefile.application.LoggedCommand;
import org.onego.casefile.application.Message;
import org.onego.casefile.deadline.CaseClock;
import org.onego.casefile.handover.DepartmentGateway.Receipt;

/// Cases that become urgent while the days go by: each colour is told once, by whichever server
/// sees it first.
class WatchDeadlinesTest {

    private static final Clerk CLERK = Journey.clerkFor("birth-certificate");

    @TempDir static Path folder;
    private static World first;

    private World world;
    private Journey journey;
    private String id;

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
        id = journey.fillIn().id();
        assertThat(world.casefile().citizens().submit(journey.person(), id)).isPresent();
    }

    private Casefile later(int days) {
        return world.laterCasefile(Duration.ofDays(days), (_, _, _) -> new Receipt.Acknowledged());
    }

    private CaseRecord record() {
        return journey.open(id).caseOf(CaseRecord.idOf(id, "birth-certificate")).orElseThrow();
    }

    private List<Command.Warn> warnings() {
        Application application = journey.open(id);
        assertThat(application.log()).allMatch(LoggedCommand::applied);
        return application.log().stream()
                .map(LoggedCommand::command)
                .filter(Command.Warn.class::isInstance)
                .map(Command.Warn.class::cast)
                .filter(warning -> warning.item().equals("birth-certificate"))
                .toList();
    }

    /// The messages to the department's clerks.
    private List<Message.Kind> told() {
        return journey.open(id).messages().stream()
                .filter(message -> "birth-certificate".equals(message.item()))
                .filter(message ->
                        message.to().equals(new Message.To.Staff(CLERK.department(), null)))
                .map(Message::kind)
                .toList();
    }

    @Test
    void eachColourIsToldOnce() {
        // Handed over on a Friday and not taken: five working days are until the next Friday.
        assertThat(world.casefile().watch().scan()).isZero();
        try (Casefile thursday = later(6)) {
            thursday.watch().scan();
            assertThat(told()).containsExactly(Message.Kind.NEARLY_OVERDUE);
        }
        try (Casefile monday = later(10)) {
            assertThat(monday.watch().scan()).isPositive();
            assertThat(monday.watch().scan()).isZero();
            assertThat(told()).containsExactly(Message.Kind.NEARLY_OVERDUE, Message.Kind.OVERDUE);
            assertThat(warnings())
                    .extracting(Command.Warn::alarm)
                    .containsExactly(Alarm.YELLOW, Alarm.RED);
            // What is taken begins anew, with the limit of its item.
            Journey.done(monday.desk().accept(CLERK, record().id()).orElseThrow());
            assertThat(record().ledger().alarm()).isEqualTo(Alarm.GREEN);
            assertThat(monday.desk().open(CLERK, record().id()).orElseThrow().clock().state())
                    .isEqualTo(CaseClock.State.RUNNING);
        }
    }

    @Test
    void severalServersTellItOnce() throws Exception {
        try (Casefile one = later(20);
                Casefile two = later(20);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Integer> oneScans = () -> one.watch().scan();
            Callable<Integer> twoScans = () -> two.watch().scan();
            for (var scan : threads.invokeAll(List.of(oneScans, twoScans, oneScans, twoScans))) {
                scan.get();
            }
            assertThat(warnings()).extracting(Command.Warn::alarm).containsExactly(Alarm.RED);
            assertThat(told()).containsExactly(Message.Kind.OVERDUE);
        }
    }

    @Test
    void whatHasEndedIsLeftAlone() {
        Journey.handle(world.casefile().desk(), record());
        try (Casefile muchLater = later(200)) {
            muchLater.watch().scan();
            assertThat(warnings()).isEmpty();
        }
    }
}
