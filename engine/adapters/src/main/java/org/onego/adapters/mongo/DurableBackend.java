package org.onego.adapters.mongo;

import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.h2.mvstore.MVStore;

/// The library's backend answers before anything is on disk, and loses most of it when the process
/// is killed. This one answers a write only when it has been committed and synced.
final class DurableBackend extends H2Backend {

    private static final Set<String> READS =
            Set.of(
                    "find",
                    "aggregate",
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
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private final Object committing = new Object();
    private long committed;

    DurableBackend(MVStore store) {
        super(store);
        this.store = store;
    }

    /// The library answers with the very objects that it stores, and encodes them afterwards: a
    /// reader could see half of the next write, or fail on it. So an answer is copied while nobody
    /// writes.
    @Override
    public Document handleMessage(MongoMessage message) {
        String command = message.getDocument().keySet().iterator().next();
        boolean reads = READS.contains(command.toLowerCase(Locale.ROOT));
        Document answer = handle(message, reads ? lock.readLock() : lock.writeLock());
        if (!reads) {
            makeDurable(written.incrementAndGet());
        }
        return answer;
    }

    private Document handle(MongoMessage message, Lock held) {
        held.lock();
        try {
            return super.handleMessage(message).cloneDeeply();
        } finally {
            held.unlock();
        }
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
