package org.onego.casefile.correction;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
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
import org.onego.casefile.application.Correction;
import org.onego.casefile.application.Correction.Ending;
import org.onego.casefile.application.Correction.How;
import org.onego.casefile.application.Journal;
import org.onego.casefile.application.Message;
import org.onego.casefile.application.PassBy;
import org.onego.casefile.deadline.ChinaDay;
import org.onego.casefile.deadline.Deadlines;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What time does around corrections: a citizen is reminded when the last fifth of the days begins;
/// a correction that nobody makes ends the case; a case about which nobody said anything within
/// five working days is accepted, from the day on which it was received (行政许可法 art. 32).
///
/// Days change at midnight, so looking a few times a day finds everything; twice, or from two
/// servers, is harmless.
public final class WatchCorrections {

    private static final Logger log = LoggerFactory.getLogger(WatchCorrections.class);

    private static final Set<CaseState> WATCHED =
            EnumSet.of(CaseState.HANDED_OVER, CaseState.CORRECTION, CaseState.SUPPLEMENT);

    private static final int PAGE = 200;
    private static final int REMINDER_SHARE = 5;
    private static final Actor ENGINE = new Actor.Engine();

    private final ApplicationStore store;
    private final BundleCatalogue catalogue;
    private final Deadlines deadlines;
    private final Journal journal;
    private final InstantSource clock;

    public WatchCorrections(
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

    /// @return how many applications changed
    public int scan() {
        int changed = 0;
        List<String> page = store.withCases(WATCHED, "", PAGE);
        while (!page.isEmpty()) {
            for (String id : page) {
                changed += lookSafely(id) ? 1 : 0;
            }
            page = store.withCases(WATCHED, page.getLast(), PAGE);
        }
        return changed;
    }

    private boolean lookSafely(String id) {
        try {
            return journal.change(id, this::decide).orElse(false);
        } catch (RuntimeException failure) { // one broken application must not hide the others
            log.warn("Application {}: its corrections could not be looked at", id, failure);
            return false;
        }
    }

    private Change<Boolean> decide(Application application) {
        Instant now = clock.instant();
        CompiledBundle bundle = catalogue.of(application).compiled();
        ApplicationEdit edit = application.edit(now);
        boolean changed = false;
        for (CaseRecord each : application.cases()) {
            changed |= look(edit, bundle, each, now);
        }
        return changed ? new Change.To<>(edit.done(), true) : new Change.None<>(false);
    }

    private boolean look(
            ApplicationEdit edit, CompiledBundle bundle, CaseRecord each, Instant now) {
        if (each.state() == CaseState.HANDED_OVER) {
            return accept(edit, each, now);
        }
        if (!each.state().isWithCitizen() || each.openCorrection().isEmpty()) {
            return false;
        }
        Correction correction = each.openCorrection().get();
        if (!now.isBefore(correction.until())) {
            expire(edit, bundle, each, now);
            return true;
        }
        return remind(edit, each, correction, now);
    }

    private boolean accept(ApplicationEdit edit, CaseRecord each, Instant now) {
        Instant received = each.receivedAt();
        if (received == null
                || !ChinaDay.of(now).isAfter(deadlines.after(received, Deadlines.DAYS_TO_ACCEPT))) {
            return false;
        }
        edit.caseOf(
                each.item(),
                record ->
                        record.withLedger(record.ledger().accepted(received))
                                .became(CaseState.ACCEPTED, now, ENGINE, null));
        edit.command(new Command.Accept(each.item()), ENGINE);
        return true;
    }

    /// Before acceptance it is not accepted, after it it is rejected.
    private static void expire(
            ApplicationEdit edit, CompiledBundle bundle, CaseRecord each, Instant now) {
        CaseState next =
                each.state() == CaseState.CORRECTION ? CaseState.NOT_ACCEPTED : CaseState.REJECTED;
        edit.caseOf(
                each.item(),
                record ->
                        record.withOpenCorrection(open ->
                                        open.ended(
                                                new Ending(How.EXPIRED, now, List.of(), List.of())))
                                .became(next, now, ENGINE, null));
        edit.command(new Command.End(each.item()), ENGINE);
        PassBy.passBy(edit, bundle, now);
    }

    private boolean remind(
            ApplicationEdit edit, CaseRecord each, Correction correction, Instant now) {
        LocalDate from =
                deadlines.after(
                        correction.at(),
                        correction.days() - Math.max(1, correction.days() / REMINDER_SHARE));
        if (correction.remindedAt() != null || ChinaDay.of(now).isBefore(from)) {
            return false;
        }
        edit.caseOf(each.item(), record -> record.withOpenCorrection(open -> open.reminded(now)));
        edit.tell(Message.Kind.CORRECTION_REMINDER, new Message.To.Citizen(), each.item());
        return true;
    }
}
