package org.onego.adapters.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onego.adapters.fixture.Packages;
import org.onego.casefile.answers.BeginApplication;
import org.onego.casefile.application.Application;
import org.onego.casefile.application.Ids;
import org.onego.casefile.application.Person;

/// The contract on the embedded server.
class EmbeddedStoreTest extends StoreContract {

    @TempDir static Path folder;
    private static EmbeddedMongo server;
    private static MongoStores stores;

    @BeforeAll
    static void start() {
        server = EmbeddedMongo.start(folder);
        stores = MongoStores.open(server.connectionString());
    }

    @AfterAll
    static void stop() {
        stores.close();
        server.close();
    }

    @Override
    MongoStores stores() {
        return stores;
    }

    @Test
    void afterARestartEverythingIsThereAndUniqueAsBefore(@TempDir Path other) {
        Person person = new Person("某人", "130602199503120027", "13800000009");
        Application first;
        try (EmbeddedMongo one = EmbeddedMongo.start(other);
                MongoStores opened = MongoStores.open(one.connectionString())) {
            first = begin(opened, person);
        }
        try (EmbeddedMongo two = EmbeddedMongo.start(other);
                MongoStores opened = MongoStores.open(two.connectionString())) {
            assertThat(opened.applications().find(first.id())).contains(first);
            assertThat(opened.applications().insertDraft(first)).isFalse();
            assertThat(begin(opened, person)).isEqualTo(first);
        }
    }

    private static Application begin(MongoStores stores, Person person) {
        return new BeginApplication(
                        stores.applications(), new Packages(), Ids.random(), Packages.CLOCK)
                .begin(person, "newborn")
                .orElseThrow();
    }

    @Test
    void aSecondServerOnTheSameFolderIsToldWhatToDo() {
        assertThatThrownBy(() -> EmbeddedMongo.start(folder))
                .hasMessageContaining("is another server running on this data folder?");
    }
}
