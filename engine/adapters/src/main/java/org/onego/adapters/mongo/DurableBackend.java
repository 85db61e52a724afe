package org.onego.adapters.mongo;

import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.h2.mvstore.MVStore;

/// The library's backend answers before anything is on disk, and loses most of it when the process
/// is killed. This one answers a write only when it has been committed and synced.
final class DurableBackend extends H2Backend {

    private static final Set<String> READS =
            Set.of(
                    "find",
                    "getmore",
                    "count",
                    "distinct",
                    "listindexes",
                    "listcollections",
                    "listdatabases",
                    "killcursors",
                    "endsessions",
                    "hello",
                    "ismaster",
                    "ping",
                    "buildinfo",
                    "serverstatus",
                    "getparameter",
                    "getlasterror");

    private final MVStore store;
    private final AtomicLong written = new AtomicLong();
    private final Object committing = new Object();
    private long committed;

    DurableBackend(MVStore store) {
        super(store);
        this.store = store;
    }

    @Override
    public Document handleMessage(MongoMessage message) {
        Document answer = super.handleMessage(message);
        String command = message.getDocument().keySet().iterator().next();
        if (!READS.contains(command.toLowerCase(Locale.ROOT))) {
            makeDurable(written.incrementAndGet());
        }
        return answer;
    }

    /// Writers that come while one is committing share the next commit.
    private void makeDurable(long mine) {
        synchronized (committing) {
            if (committed < mine) {
                long upTo = written.get();
                store.commit();
                store.sync();
                committed = upTo;
            }
        }
    }
}
