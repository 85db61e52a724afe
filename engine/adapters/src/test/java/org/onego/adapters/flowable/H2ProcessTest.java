package org.onego.adapters.flowable;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The contract on H2 in a file, which one server has for itself.
class H2ProcessTest extends ProcessContract {

    @TempDir static Path folder;
    private static FlowableProcesses server;

    @BeforeAll
    static void start() {
        server = FlowableProcesses.open(ProcessDatabase.inFolder(folder));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Override
    List<FlowableProcesses> servers() {
        return List.of(server);
    }

    @Test
    void aPasswordInTheUrlIsNotShown() {
        assertThat(
                        ProcessDatabase.at(
                                "jdbc:postgresql://db/onego?user=onego&password=secret",
                                null,
                                "secret"))
                .hasToString("ProcessDatabase jdbc:postgresql://db/onego");
    }
}
