package org.onego.server.kill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onego.examples.Simulators;
import org.onego.server.way.RunningProduct;
import org.onego.server.way.Town;
import org.onego.server.way.Visitor;

/// Law 5: however often the server is killed between submitting and the end, each acknowledged
/// submission has exactly one process with exactly its cases, and everything can be handled to the
/// end.
class KillTest {

    private static final int KILLS = 20;

    @Test
    void whatWasSubmittedIsThereOnceAfterEveryKill(@TempDir Path data) throws Exception {
        long seed = System.nanoTime();
        System.out.println("Seed of the moments at which the server is killed: " + seed);
        Random random = new Random(seed);
        int port = RunningProduct.freePort();
        List<String> submitted = new ArrayList<>();
        try (Simulators simulators =
                RunningProduct.startSimulators(
                        java.net.URI.create("http://localhost:" + port), data)) {
            Town town = new Town(simulators.port(), "http://localhost:" + port);
            ServerProcess server = ServerProcess.start(port, simulators.port(), data);
            for (int kill = 1; kill <= KILLS; kill++) {
                Visitor parent = town.readyToSubmit();
                Duration moment = Duration.ofMillis(random.nextInt(1500));
                String number = submitAndDie(server, town, parent, moment);
                server = ServerProcess.start(port, simulators.port(), data);
                List<String> found = town.submitted();
                assertThat(found)
                        .as(
                                "applications after kill %d, %d ms after the button",
                                kill, moment.toMillis())
                        .doesNotHaveDuplicates()
                        .containsAll(submitted);
                if (number != null) {
                    assertThat(found)
                            .as("the submission that was acknowledged before kill %d", kill)
                            .contains(number);
                }
                submitted = found;
            }
            ServerProcess last = server;
            Awaitility.await()
                    .atMost(Duration.ofMinutes(3))
                    .pollInterval(Duration.ofMillis(200))
                    .until(() -> {
                        town.handleEverything();
                        return town.allCompleted();
                    });
            assertThat(town.submitted()).containsExactlyInAnyOrderElementsOf(submitted);
            System.out.println(
                    "Measured: "
                            + KILLS
                            + " kills, "
                            + submitted.size()
                            + " applications, each there once and handled to the end");
            last.kill();
        }
    }

    /// Presses the button, lets the clerks work, and kills the server in the middle of it.
    ///
    /// @return the number that the citizen saw, or null when the server died first
    private static String submitAndDie(
            ServerProcess server, Town town, Visitor parent, Duration moment) {
        CompletableFuture<String> number =
                CompletableFuture.supplyAsync(() -> {
                    try {
                        return Town.submit(parent);
                    } catch (IOException | InterruptedException died) {
                        throw new CompletionException(died);
                    }
                });
        CompletableFuture<Void> work = number.thenRunAsync(() -> town.handleUntilItDies());
        CompletableFuture.runAsync(
                        server::kill,
                        CompletableFuture.delayedExecutor(moment.toMillis(), TimeUnit.MILLISECONDS))
                .join();
        work.exceptionally(_ -> null).join();
        return number.exceptionally(_ -> null).join();
    }
}
