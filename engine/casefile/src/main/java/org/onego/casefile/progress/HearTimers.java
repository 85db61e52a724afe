package org.onego.casefile.progress;

import java.time.InstantSource;
import java.util.concurrent.Executor;
import org.onego.casefile.application.Actor;
import org.onego.casefile.application.Application;
import org.onego.casefile.application.ApplicationStore;
import org.onego.casefile.application.Change;
import org.onego.casefile.application.Command;
import org.onego.casefile.application.Journal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A timer of the process → a command in the application's document; then the process follows, and
/// the limits of the cases are looked at.
///
/// The timer's own transaction is still open when this is called: so the document is written
/// without waiting for anybody, and the rest happens afterwards.
public final class HearTimers implements ProcessPort.TimerListener {

    private static final Logger log = LoggerFactory.getLogger(HearTimers.class);

    private final ApplicationStore store;
    private final Journal journal;
    private final WatchDeadlines watch;
    private final Executor background;
    private final InstantSource clock;

    public HearTimers(
            ApplicationStore store,
            Journal journal,
            WatchDeadlines watch,
            Executor background,
            InstantSource clock) {
        this.store = store;
        this.journal = journal;
        this.watch = watch;
        this.background = background;
        this.clock = clock;
    }

    @Override
    public void fired(String applicationId, String job, String execution, String element) {
        Command.Timer timer = new Command.Timer(job, execution, element);
        store.<Boolean>change(applicationId, application -> append(application, timer));
        background.execute(() -> follow(applicationId));
    }

    /// A timer whose transaction failed is told again.
    private Change<Boolean> append(Application application, Command.Timer timer) {
        boolean known =
                application.log().stream().anyMatch(logged -> logged.command().equals(timer));
        return known
                ? new Change.None<>(false)
                : new Change.To<>(
                        application.edit(clock.instant()).command(timer, new Actor.Engine()).done(),
                        true);
    }

    private void follow(String applicationId) {
        try {
            journal.catchUp(applicationId);
            watch.look(applicationId);
        } catch (RuntimeException failure) {
            log.warn(
                    "Application {}: a timer could not be followed; the recovery scan tries again",
                    applicationId,
                    failure);
        }
    }
}
