package org.onego.casefile.progress;

import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.onego.casefile.application.Follower;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The process follows at once, since the next page shows what it came to; departments' systems and
/// people are told in the background, since they may be slow.
public final class FollowEverything implements Follower {

    private static final Logger log = LoggerFactory.getLogger(FollowEverything.class);

    private final FollowProcess process;
    private final Follower deliveries;
    private final SendMessages messages;
    private final PrintNotices notices;
    private final Executor background;

    public FollowEverything(
            FollowProcess process,
            Follower deliveries,
            SendMessages messages,
            PrintNotices notices,
            Executor background) {
        this.process = process;
        this.deliveries = deliveries;
        this.messages = messages;
        this.notices = notices;
        this.background = background;
    }

    @Override
    public void follow(String applicationId) {
        process.follow(applicationId);
        background.execute(() -> safely(applicationId, deliveries::follow));
        background.execute(() -> safely(applicationId, messages::send));
        background.execute(() -> safely(applicationId, notices::print));
    }

    private static void safely(String applicationId, Consumer<String> step) {
        try {
            step.accept(applicationId);
        } catch (RuntimeException failure) {
            log.warn(
                    "Application {}: delivering failed; the recovery scan tries again",
                    applicationId,
                    failure);
        }
    }
}
