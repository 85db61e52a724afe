package org.onego.adapters.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onego.adapters.fixture.Killed;
import org.onego.adapters.fixture.Packages;
import org.onego.casefile.answers.BeginApplication;
import org.onego.casefile.application.Application;
import org.onego.casefile.application.Ids;
import org.onego.casefile.application.Person;

/// What the embedded server has acknowledged survives `kill -9`.
class KilledStoreTest {

    private static final int INSERTS = 500;

    @TempDir Path folder;

    @Test
    void everyAcknowledgedInsertIsThere() {
        List<String> acknowledged =
                Killed.run(Inserting.class, folder, lines -> lines.size() >= INSERTS);
        assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(INSERTS);
        try (EmbeddedMongo server = EmbeddedMongo.start(folder);
                MongoStores stores = MongoStores.open(server.connectionString())) {
            assertThat(acknowledged)
                    .allSatisfy(id -> assertThat(stores.applications().find(id)).isPresent());
        }
    }

    /// Inserts drafts until it is killed, and says the id of each that was acknowledged.
    static final class Inserting {

        private Inserting() {}

        public static void main(String[] args) {
            EmbeddedMongo server = EmbeddedMongo.start(Path.of(args[0]));
            MongoStores stores = MongoStores.open(server.connectionString());
            BeginApplication begin =
                    new BeginApplication(
                            stores.applications(), new Packages(), Ids.random(), Packages.CLOCK);
            for (int i = 0; true; i++) {
                Person person = new Person("某人", "person-" + i, "13800000009");
                Application draft = begin.begin(person, "newborn").orElseThrow();
                System.out.println(draft.id());
                System.out.flush();
            }
        }
    }
}
