package org.onego.adapters.mongo;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.onego.casefile.application.Ids;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.mongodb.MongoDBContainer;

/// The contract on a real MongoDB: the one that `ONEGO_TEST_MONGODB_URI` names, or one in Docker.
class RealMongoStoreTest extends StoreContract {

    private static @Nullable MongoDBContainer container;
    private static @Nullable MongoStores stores;

    @BeforeAll
    static void start() {
        String uri = System.getenv("ONEGO_TEST_MONGODB_URI");
        if (uri == null || uri.isBlank()) {
            if (!DockerClientFactory.instance().isDockerAvailable()) {
                String why =
                        "the store's contract on a real MongoDB: Docker does not answer and"
                                + " ONEGO_TEST_MONGODB_URI is not set";
                System.out.println("Skipped: " + why);
                Assumptions.abort(why);
            }
            MongoDBContainer started = new MongoDBContainer("mongo:8");
            started.start();
            container = started;
            uri = started.getConnectionString();
        }
        stores = MongoStores.open(uri + "/onego-test-" + Ids.random().next());
    }

    @AfterAll
    static void stop() {
        if (stores != null) {
            stores.database().drop();
            stores.close();
        }
        if (container != null) {
            container.stop();
        }
    }

    @Override
    MongoStores stores() {
        if (stores == null) {
            throw new IllegalStateException("not started");
        }
        return stores;
    }
}
