package org.onego.renderer.news;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.onego.bundle.element.Text;
import org.onego.casefile.application.Host;
import org.onego.casefile.application.Host.Recipient;
import org.onego.casefile.application.Message;
import org.onego.casefile.progress.Messenger;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/// Messages as the host shows them: which item, what to do, by when. Nothing about the person,
/// since they appear on locked screens.
@Component
class HostMessenger implements Messenger {

    /// Hosts show Chinese; which language a reader's device speaks is not known here.
    private static final Locale LOCALE = Locale.SIMPLIFIED_CHINESE;

    private static final int LONGEST = 128;

    private final Host host;
    private final MessageSource messages;

    HostMessenger(Host host, MessageSource messages) {
        this.host = host;
        this.messages = messages;
    }

    @Override
    public Sent send(News news) {
        return switch (host.push(to(news), news.key(), title(news), text(news), path(news))) {
            case Host.Sent.Accepted() -> new Sent.Taken();
            case Host.Sent.NoHost() -> new Sent.Nowhere();
            case Host.Sent.Failed(String why) -> new Sent.Failed(why);
        };
    }

    private static Recipient to(News news) {
        return switch (news.to()) {
            case Message.To.Citizen() -> new Recipient.Citizen(news.owner());
            case Message.To.Staff(String department, @Nullable String clerk) ->
                    new Recipient.Staff(department, clerk);
        };
    }

    private String title(News news) {
        return messages.getMessage("news.title." + audience(news), null, LOCALE);
    }

    String text(News news) {
        Text about = news.itemTitle() == null ? news.bundleTitle() : news.itemTitle();
        String text =
                messages.getMessage(
                        "news." + audience(news) + "." + news.kind().name(),
                        new Object[] {about.in(LOCALE), news.days() == null ? "" : news.days()},
                        LOCALE);
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    }

    private static String audience(News news) {
        return news.to() instanceof Message.To.Citizen ? "citizen" : "staff";
    }

    private static String path(News news) {
        return switch (news.to()) {
            case Message.To.Citizen() ->
                    "/a/"
                            + news.applicationId()
                            + (asksToCorrect(news.kind())
                                    ? "/correct/" + news.item()
                                    : "/progress");
            case Message.To.Staff _ ->
                    news.caseId() == null ? "/desk" : "/desk/cases/" + news.caseId();
        };
    }

    private static boolean asksToCorrect(Message.Kind kind) {
        return kind == Message.Kind.CORRECTION || kind == Message.Kind.CORRECTION_REMINDER;
    }
}
