package org.onego.adapters;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onego.adapters.fixture.Journey;
import org.onego.adapters.fixture.Killed;
import org.onego.adapters.fixture.World;
import org.onego.casefile.application.Application;
import org.onego.casefile.application.CaseRecord;
import org.onego.casefile.submit.SubmitOutcome;

/// Law 5, with a real `kill -9`: after a restart, each acknowledged submission has exactly one
/// process with exactly the selected cases.
class KilledServerTest {

    @TempDir Path folder;

    @Test
    void noSubmissionIsLostOrDoubled() {
        killAndCheck(3);
    }

    @Test
    @Tag("full")
    void noSubmissionIsLostOrDoubledHoweverOftenItIsKilled() {
        for (int round = 1; round <= 10; round++) {
            killAndCheck(round);
        }
    }

    /// Killed while it is at the n-th submission: before the document, between the document and the
    /// process, or after both.
    private void killAndCheck(int submissions) {
        List<String> lines =
                Killed.run(
                        Submitting.class,
                        folder,
                        said -> count(said, Submitting.TRYING) >= submissions);
        try (World world = new World(folder)) {
            world.casefile().recovery().scan(Duration.ZERO);
            for (String line : lines) {
                String id = line.substring(line.indexOf(' ') + 1);
                Application application = world.stores().applications().find(id).orElseThrow();
                assertThat(line.startsWith(Submitting.DONE) && application.isDraft()).isFalse();
                assertThat(running(world, id))
                        .containsExactlyInAnyOrderElementsOf(handedOver(application));
                assertThat(application.isBehind()).isFalse();
                assertThat(handedOver(application).isEmpty()).isEqualTo(application.isDraft());
            }
        }
    }

    private static long count(List<String> lines, String start) {
        return lines.stream().filter(line -> line.startsWith(start)).count();
    }

    private static Set<String> handedOver(Application application) {
        return application.cases().stream()
                .filter(each -> each.handedOverAt() != null)
                .map(CaseRecord::id)
                .collect(Collectors.toSet());
    }

    private static List<String> running(World world, String id) {
        return world
                .processes()
                .engine()
                .getHistoryService()
                .createHistoricProcessInstanceQuery()
                .superProcessInstanceId(id)
                .list()
                .stream()
                .map(item -> item.getBusinessKey())
                .toList();
    }

    /// Submits one application after another, and says each that was acknowledged.
    static final class Submitting {

        static final String TRYING = "trying ";
        static final String DONE = "done ";

        private Submitting() {}

        public static void main(String[] args) {
            World world = new World(Path.of(args[0]));
            while (true) {
                for (String persona :
                        List.of("mother-baoding", "father-applying", "unmarried-mother")) {
                    Journey journey = new Journey(world.casefile().citizens(), persona);
                    String id = journey.fillIn().id();
                    say(TRYING + id);
                    if (!(world.casefile().citizens().submit(journey.person(), id).orElseThrow()
                            instanceof SubmitOutcome.Submitted)) {
                        throw new IllegalStateException(id + " was not submitted");
                    }
                    say(DONE + id);
                }
            }
        }

        private static void say(String line) {
            System.out.println(line);
            System.out.flush();
        }
    }
}
