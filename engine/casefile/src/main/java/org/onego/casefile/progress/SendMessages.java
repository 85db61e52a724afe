package org.onego.casefile.progress;

import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.onego.bundle.element.Text;
import org.onego.bundle.pack.CompiledBundle;
import org.onego.casefile.application.Application;
import org.onego.casefile.application.ApplicationStore;
import org.onego.casefile.application.BundleCatalogue;
import org.onego.casefile.application.CaseRecord;
import org.onego.casefile.application.Change;
import org.onego.casefile.application.Correction;
import org.onego.casefile.application.Message;
import org.onego.casefile.progress.Messenger.News;
import org.onego.casefile.progress.Messenger.Sent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sends the messages that documents owe, until each is taken: at least once, always under the same
/// key, so that it is read once.
public final class SendMessages {

    private static final Logger log = LoggerFactory.getLogger(SendMessages.class);

    /// About a day and a half; who can't be told by then sees it on the page.
    private static final int ATTEMPTS = 200;

    private final ApplicationStore store;
    private final BundleCatalogue catalogue;
    private final Messenger messenger;
    private final InstantSource clock;

    public SendMessages(
            ApplicationStore store,
            BundleCatalogue catalogue,
            Messenger messenger,
            InstantSource clock) {
        this.store = store;
        this.catalogue = catalogue;
        this.messenger = messenger;
        this.clock = clock;
    }

    /// Sends the messages of an application that are due.
    public void send(String applicationId) {
        store.find(applicationId).ifPresent(this::send);
    }

    private void send(Application application) {
        for (Message message : application.messages()) {
            if (message.isDue(clock.instant())) {
                send(application, message);
            }
        }
    }

    private void send(Application application, Message message) {
        Message next =
                switch (messenger.send(news(application, message))) {
                    case Sent.Taken(), Sent.Nowhere() -> message.taken();
                    case Sent.Failed(String why) -> failed(application, message, why);
                };
        // Unless somebody else has written down an attempt in the meantime.
        store.<Boolean>change(
                application.id(),
                current ->
                        current.messages().contains(message)
                                ? new Change.To<>(
                                        current.edit(current.changedAt()).message(next).done(),
                                        true)
                                : new Change.None<>(false));
    }

    private Message failed(Application application, Message message, String why) {
        if (message.attempts() + 1 >= ATTEMPTS) {
            log.error(
                    "Application {}: message {} ({}) was given up after {} attempts: {}",
                    application.id(),
                    message.seq(),
                    message.kind(),
                    ATTEMPTS,
                    why);
            return message.taken();
        }
        Message later = message.failed(why, clock.instant());
        log.warn(
                "Application {}: message {} ({}) was not taken ({}); trying again at {}",
                application.id(),
                message.seq(),
                message.kind(),
                why,
                later.nextAt());
        return later;
    }

    private News news(Application application, Message message) {
        CompiledBundle bundle = catalogue.of(application).compiled();
        String item = message.item();
        return new News(
                application.id() + ":" + message.seq(),
                message.kind(),
                message.to(),
                application.owner(),
                application.id(),
                bundle.info().title(),
                item,
                title(bundle, item),
                item == null ? null : CaseRecord.idOf(application.id(), item),
                days(application, item));
    }

    private static @Nullable Text title(CompiledBundle bundle, @Nullable String item) {
        return item == null ? null : bundle.item(item).title();
    }

    private static @Nullable Integer days(Application application, @Nullable String item) {
        return application.cases().stream()
                .filter(each -> each.item().equals(item))
                .findFirst()
                .flatMap(CaseRecord::openCorrection)
                .map(Correction::days)
                .orElse(null);
    }
}
