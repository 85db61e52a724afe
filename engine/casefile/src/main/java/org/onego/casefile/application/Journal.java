package org.onego.casefile.application;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one way in which an application changes: read, decide, compare and set; then everything else
/// follows.
///
/// Within this server the changes of one application wait for each other, which saves most
/// conflicts. Between servers the compare-and-set decides: who loses reads again and decides again.
public final class Journal {

    private static final Logger log = LoggerFactory.getLogger(Journal.class);

    private static final int LOCKS = 256;

    private final ApplicationStore store;
    private final Follower follower;
    private final Consumer<String> deleteFile;
    private final Lock[] locks =
            IntStream.range(0, LOCKS).mapToObj(_ -> new ReentrantLock()).toArray(Lock[]::new);

    /// @param deleteFile takes the id of a certificate's file that nothing refers to any more
    public Journal(ApplicationStore store, Follower follower, Consumer<String> deleteFile) {
        this.store = store;
        this.follower = follower;
        this.deleteFile = deleteFile;
    }

    /// Decides about an application and stores what was decided. `decide` may run several times,
    /// each time on a newer version; it must have no effects of its own.
    ///
    /// @return empty when there is no such application
    public <R> Optional<R> change(String id, Function<Application, Change<R>> decide) {
        Lock lock = lockOf(id);
        lock.lock();
        try {
            AtomicReference<@Nullable Application> before = new AtomicReference<>();
            Optional<Change<R>> change =
                    store.change(
                            id,
                            current -> {
                                before.set(current);
                                return decide.apply(current);
                            });
            if (change.isPresent() && change.get() instanceof Change.To<R> to) {
                deleteForgotten(before.get(), to.next());
                if (to.next().isBehind()) {
                    followSafely(id);
                }
            }
            return change.map(Change::result);
        } finally {
            lock.unlock();
        }
    }

    /// What was read with a leave that was taken back, or for another way through the guide.
    private void deleteForgotten(@Nullable Application before, Application after) {
        if (before != null && !before.reads().equals(after.reads())) {
            Set<String> kept = CertificateRead.files(after.reads());
            CertificateRead.files(before.reads()).stream()
                    .filter(file -> !kept.contains(file))
                    .forEach(deleteFile);
        }
    }

    /// Lets everything follow what is in the document already.
    public void catchUp(String id) {
        Lock lock = lockOf(id);
        lock.lock();
        try {
            follower.follow(id);
        } finally {
            lock.unlock();
        }
    }

    /// What was decided stands, whether the process can follow now or only later.
    private void followSafely(String id) {
        try {
            follower.follow(id);
        } catch (RuntimeException failure) {
            log.warn(
                    "Application {}: following failed; the recovery scan tries again", id, failure);
        }
    }

    private Lock lockOf(String id) {
        return locks[Math.floorMod(id.hashCode(), LOCKS)];
    }
}
