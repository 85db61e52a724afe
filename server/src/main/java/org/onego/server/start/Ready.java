package org.onego.server.start;

import java.util.List;
import java.util.stream.Collectors;
import org.onego.bundle.PublishedBundle;
import org.onego.designer.PackageShelf;
import org.onego.server.calendar.LoadedCalendars;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Says, once everything is up, what is served and who can log in where; `./onego demo` shows these
/// lines.
@Component
class Ready {

    private final PackageShelf packages;
    private final OneGoProperties settings;
    private final LoadedCalendars calendars;

    Ready(PackageShelf packages, OneGoProperties settings, LoadedCalendars calendars) {
        this.packages = packages;
        this.settings = settings;
        this.calendars = calendars;
    }

    @EventListener(ApplicationReadyEvent.class)
    void report() {
        packages.served().forEach(bundle -> say("Service  " + line(bundle)));
        packages.refused()
                .forEach((id, findings) ->
                        say(
                                "Refused  "
                                        + id
                                        + ": "
                                        + findings.size()
                                        + " findings, see ./onego check packages/"
                                        + id));
        accounts();
        calendars.warnings().forEach(warning -> say("Warning  " + warning));
        System.out.println("OneGo is ready");
    }

    private static String line(PublishedBundle bundle) {
        var info = bundle.compiled().info();
        return info.title().zh()
                + " "
                + info.version()
                + " ("
                + bundle.compiled().items().size()
                + " items)";
    }

    /// Accounts with a password in the clear exist only in the demo's configuration.
    private void accounts() {
        List<OneGoProperties.Account> open =
                settings.desk().accounts().stream()
                        .filter(account -> account.password().startsWith("{noop}"))
                        .toList();
        if (!open.isEmpty()) {
            String names =
                    open.stream()
                            .map(OneGoProperties.Account::id)
                            .collect(Collectors.joining(", "));
            say(
                    "Clerks   "
                            + names
                            + " (password: "
                            + open.getFirst().password().substring("{noop}".length())
                            + ")");
        }
    }

    private static void say(String text) {
        System.out.println("OneGo summary: " + text);
    }
}
