package org.onego.adapters;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onego.adapters.fixture.Journey;
import org.onego.adapters.fixture.World;
import org.onego.casefile.Casefile;
import org.onego.casefile.application.Actor.Clerk;
import org.onego.casefile.application.CaseRecord;
import org.onego.casefile.application.Pause;
import org.onego.casefile.application.Pause.Kind;
import org.onego.casefile.deadline.CaseClock;
import org.onego.casefile.handover.DepartmentGateway.Receipt;
import org.onego.casefile.result.CaseView;
import org.onego.casefile.result.DeskOutcome;

/// A clerk stops a case's clock for a hearing, and lets it go on.
class SpecialProcedureTest {

    private static final Clerk CLERK = Journey.clerkFor("birth-certificate");
    private static final Pause.Special HEARING = new Pause.Special("听证", "局长", 10);

    @Test
    void theClockStandsStillFromTheHearingToItsEnd(@TempDir Path folder) {
        try (World world = new World(folder)) {
            Journey journey = new Journey(world.casefile().citizens(), "mother-baoding");
            String id = journey.fillIn().id();
            assertThat(world.casefile().citizens().submit(journey.person(), id)).isPresent();
            String caseId = CaseRecord.idOf(id, "birth-certificate");
            var desk = world.casefile().desk();

            // Nothing runs before acceptance.
            assertThat(desk.stopClock(CLERK, caseId, Kind.SPECIAL, HEARING, "重大利益关系"))
                    .get()
                    .isInstanceOf(DeskOutcome.WrongState.class);
            Journey.done(desk.accept(CLERK, caseId).orElseThrow());
            assertThat(desk.stopClock(CLERK, caseId, Kind.SPECIAL, HEARING, " "))
                    .get()
                    .isInstanceOf(DeskOutcome.ReasonMissing.class);
            Journey.done(
                    desk.stopClock(CLERK, caseId, Kind.SPECIAL, HEARING, "重大利益关系").orElseThrow());
            assertThat(desk.stopClock(CLERK, caseId, Kind.SPECIAL, HEARING, "再一次"))
                    .get()
                    .isInstanceOf(DeskOutcome.WrongState.class);

            try (Casefile later =
                    world.laterCasefile(
                            Duration.ofDays(10), (_, _, _) -> new Receipt.Acknowledged())) {
                CaseView paused = later.desk().open(CLERK, caseId).orElseThrow();
                assertThat(paused.clock())
                        .extracting(CaseClock::state, CaseClock::used)
                        .containsExactly(CaseClock.State.PAUSED, 0);
                assertThat(later.watch().scan()).as("nothing gets urgent meanwhile").isZero();
                Journey.done(later.desk().goOn(CLERK, caseId, "听证完毕").orElseThrow());
                Pause pause =
                        later.desk()
                                .open(CLERK, caseId)
                                .orElseThrow()
                                .record()
                                .ledger()
                                .pauses()
                                .getFirst();
                assertThat(pause)
                        .extracting(
                                Pause::kind,
                                Pause::special,
                                Pause::reason,
                                Pause::by,
                                Pause::endedBy,
                                Pause::outcome)
                        .containsExactly(Kind.SPECIAL, HEARING, "重大利益关系", CLERK, CLERK, "听证完毕");
                assertThat(pause.to()).isNotNull().isAfter(pause.from());
                assertThat(later.desk().goOn(CLERK, caseId, "x"))
                        .get()
                        .isInstanceOf(DeskOutcome.WrongState.class);
            }
        }
    }
}
