package org.onego.adapters.flowable;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;

/// The contract on a real PostgreSQL that two servers share and create together.
class PostgresProcessTest extends ProcessContract {

    private static @Nullable EmbeddedPostgres postgres;
    private static List<FlowableProcesses> servers = List.of();

    @BeforeAll
    static void start() throws Exception {
        EmbeddedPostgres started = open();
        postgres = started;
        ProcessDatabase database =
                new ProcessDatabase(
                        started.getJdbcUrl("postgres", "postgres"), "postgres", null, 12);
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            var first = threads.submit(() -> FlowableProcesses.open(database));
            var second = threads.submit(() -> FlowableProcesses.open(database));
            servers = List.of(first.get(), second.get());
        }
    }

    /// The library turns durability off to be fast; what is tested here is not that.
    private static EmbeddedPostgres open() {
        try {
            return EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .start();
        } catch (IOException | RuntimeException failure) {
            String why =
                    "the process engine's contract on PostgreSQL: it does not start here ("
                            + failure.getMessage()
                            + ")";
            System.out.println("Skipped: " + why);
            return Assumptions.abort(why);
        }
    }

    @AfterAll
    static void stop() throws IOException {
        servers.forEach(FlowableProcesses::close);
        if (postgres != null) {
            postgres.close();
        }
    }

    @Override
    List<FlowableProcesses> servers() {
        return servers;
    }
}
