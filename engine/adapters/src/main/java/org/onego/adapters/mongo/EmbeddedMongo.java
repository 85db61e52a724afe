package org.onego.adapters.mongo;

import de.bwaldvogel.mongo.MongoServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;

/// A server that speaks MongoDB's protocol, in this process, with its data in one file. For one
/// machine with nothing installed; an acknowledged write survives `kill -9`.
public final class EmbeddedMongo implements AutoCloseable {

    private static final String FILE = "mongo.mv";

    private final MongoServer server;
    private final String connectionString;

    private EmbeddedMongo(MongoServer server, String connectionString) {
        this.server = server;
        this.connectionString = connectionString;
    }

    /// Opens the data in this folder, creating both where they are missing, and listens on a free
    /// port of the loopback interface.
    public static EmbeddedMongo start(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException failure) {
            throw new UncheckedIOException(
                    "cannot create the data folder " + folder + "; choose one that can be written",
                    failure);
        }
        MongoServer server = new MongoServer(new DurableBackend(open(folder.resolve(FILE))));
        server.bind("127.0.0.1", 0);
        return new EmbeddedMongo(server, server.getConnectionString());
    }

    private static MVStore open(Path file) {
        try {
            MVStore store = new MVStore.Builder().fileName(file.toString()).open();
            // Old versions of pages are of no use to anybody, and kept for 45 seconds they fill the
            // disk.
            store.setRetentionTime(0);
            return store;
        } catch (MVStoreException failure) {
            throw new IllegalStateException(
                    "cannot open "
                            + file
                            + "; is another server running on this data folder? Stop it, or choose another"
                            + " folder",
                    failure);
        }
    }

    /// For [MongoStores#open].
    public String connectionString() {
        return connectionString;
    }

    @Override
    public void close() {
        server.shutdownNow();
    }
}
