package org.onego.casefile.progress;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import org.onego.bundle.pack.CompiledBundle;
import org.onego.casefile.application.Actor;
import org.onego.casefile.application.Application;
import org.onego.casefile.application.ApplicationEdit;
import org.onego.casefile.application.ApplicationStore;
import org.onego.casefile.application.BundleCatalogue;
import org.onego.casefile.application.CaseRecord;
import org.onego.casefile.application.CaseState;
import org.onego.casefile.application.Change;
import org.onego.casefile.application.Command;
import org.onego.casefile.application.Journal;
import org.onego.casefile.application.Ledger.Alarm;
import org.onego.casefile.application.Message;
import org.onego.casefile.deadline.CaseClock;
import org.onego.casefile.deadline.Deadlines;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Notices that a case has turned yellow or red, and appends the warning with a message to the
/// department's clerks, once for each colour.
///
/// Colours change with the day, so a scan of all open cases once a day, and whenever a calendar was
/// loaded, finds every change; a timer of a process may ask about one application at any time.
/// Twice, or from two servers, is harmless.
public final class WatchDeadlines {

    private static final Logger log = LoggerFactory.getLogger(WatchDeadlines.class);

    private static final int PAGE = 200;
    private static final List<CaseState> OPEN =
            Arrays.stream(CaseState.values()).filter(CaseState::isOpen).toList();

    private final ApplicationStore store;
    private final BundleCatalogue catalogue;
    private final Deadlines deadlines;
    private final Journal journal;
    private final InstantSource clock;

    public WatchDeadlines(
            ApplicationStore store,
            BundleCatalogue catalogue,
            Deadlines deadlines,
            Journal journal,
            InstantSource clock) {
        this.store = store;
        this.catalogue = catalogue;
        this.deadlines = deadlines;
        this.journal = journal;
        this.clock = clock;
    }

    /// Looks at every open case.
    ///
    /// @return how many warnings were appended
    public int scan() {
        int warned = 0;
        List<String> page = store.withCases(OPEN, "", PAGE);
        while (!page.isEmpty()) {
            for (String id : page) {
                warned += lookSafely(id);
            }
            page = store.withCases(OPEN, page.getLast(), PAGE);
        }
        return warned;
    }

    private int lookSafely(String id) {
        try {
            return look(id);
        } catch (RuntimeException failure) { // one broken application must not hide the others
            log.warn("Application {}: its limits could not be looked at", id, failure);
            return 0;
        }
    }

    /// Looks at the cases of one application; what the timer of a process calls.
    ///
    /// @return how many warnings were appended
    public int look(String applicationId) {
        return journal.change(applicationId, this::decide).orElse(0);
    }

    private Change<Integer> decide(Application application) {
        CompiledBundle bundle = catalogue.of(application).compiled();
        Instant now = clock.instant();
        ApplicationEdit edit = application.edit(now);
        int warned = 0;
        boolean changed = false;
        for (CaseRecord each : application.cases()) {
            Alarm before = each.ledger().alarm();
            Alarm alarm = alarm(each, bundle);
            if (alarm != before) {
                changed = true;
                edit.caseOf(
                        each.item(), record -> record.withLedger(record.ledger().warned(alarm)));
            }
            if (alarm.compareTo(before) > 0) {
                warned++;
                edit.command(new Command.Warn(each.item(), alarm), new Actor.Engine())
                        .tell(
                                alarm == Alarm.RED
                                        ? Message.Kind.OVERDUE
                                        : Message.Kind.NEARLY_OVERDUE,
                                new Message.To.Staff(each.department(), null),
                                each.item());
            }
        }
        return changed ? new Change.To<>(edit.done(), warned) : new Change.None<>(0);
    }

    /// While the clock stands still, and after it has ended, nothing becomes more urgent.
    private Alarm alarm(CaseRecord record, CompiledBundle bundle) {
        if (!record.state().isOpen()) {
            return record.ledger().alarm();
        }
        CaseClock now = deadlines.of(record, bundle.item(record.item()).deadline());
        return switch (now.state()) {
            case NOT_STARTED, RUNNING -> now.alarm();
            case PAUSED, ENDED -> record.ledger().alarm();
        };
    }
}
