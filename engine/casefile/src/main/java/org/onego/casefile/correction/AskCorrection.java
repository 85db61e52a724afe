package org.onego.casefile.correction;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onego.bundle.PublishedBundle;
import org.onego.casefile.application.Actor;
import org.onego.casefile.application.Application;
import org.onego.casefile.application.BundleCatalogue;
import org.onego.casefile.application.CaseRecord;
import org.onego.casefile.application.CaseState;
import org.onego.casefile.application.Command;
import org.onego.casefile.application.Correction;
import org.onego.casefile.application.Correction.Mark;
import org.onego.casefile.deadline.ChinaDay;
import org.onego.casefile.deadline.Deadlines;

/// Asks the citizen to put something right, as a decision about the application's document. Whoever
/// calls has made sure that the actor may.
public final class AskCorrection {

    /// Working days that a citizen gets at least and at most.
    public static final int LEAST_DAYS = 1;

    public static final int MOST_DAYS = 60;

    private final BundleCatalogue catalogue;
    private final Deadlines deadlines;
    private final InstantSource clock;

    public AskCorrection(BundleCatalogue catalogue, Deadlines deadlines, InstantSource clock) {
        this.catalogue = catalogue;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /// What it comes to.
    public sealed interface Asked {

        record Next(Application application) implements Asked {}

        record No(CorrectionRefusal why) implements Asked {}
    }

    public Asked ask(
            Application application, CaseRecord record, Actor by, CorrectionRequest request) {
        Instant now = clock.instant();
        PublishedBundle bundle = catalogue.of(application);
        return refusal(application, bundle, record, request, now)
                .<Asked>map(Asked.No::new)
                .orElseGet(() -> new Asked.Next(asked(application, record, by, request, now)));
    }

    private Application asked(
            Application application,
            CaseRecord record,
            Actor by,
            CorrectionRequest request,
            Instant now) {
        CaseState next =
                record.state() == CaseState.HANDED_OVER
                        ? CaseState.CORRECTION
                        : CaseState.SUPPLEMENT;
        LocalDate last = deadlines.after(now, request.days());
        Correction correction =
                Correction.asked(
                        record.corrections().size() + 1,
                        by,
                        now,
                        nullIfBlank(request.note()),
                        request.marks(),
                        nullIfBlank(request.notNamedBefore()),
                        record.state(),
                        request.days(),
                        ChinaDay.startOf(last.plusDays(1)));
        return application
                .edit(now)
                .caseOf(
                        record.item(),
                        each ->
                                each.withCorrection(correction)
                                        .became(next, now, by, correction.note()))
                .command(new Command.Correct(record.item()), by)
                .done();
    }

    private Optional<CorrectionRefusal> refusal(
            Application application,
            PublishedBundle bundle,
            CaseRecord record,
            CorrectionRequest request,
            Instant now) {
        if (!mayBeAsked(record.state())) {
            return Optional.of(new CorrectionRefusal.WrongState(record.state()));
        }
        if (request.marks().isEmpty()) {
            return Optional.of(new CorrectionRefusal.NothingMarked());
        }
        if (request.days() < LEAST_DAYS || request.days() > MOST_DAYS) {
            return Optional.of(new CorrectionRefusal.DaysOutOfRange(LEAST_DAYS, MOST_DAYS));
        }
        Markable markable = Markable.of(bundle, application, record.item());
        for (Mark mark : request.marks()) {
            if (mark.reason().isBlank()) {
                return Optional.of(new CorrectionRefusal.ReasonMissing(mark));
            }
            if (!markable.allows(mark)) {
                return Optional.of(new CorrectionRefusal.NotTheCitizens(mark));
            }
        }
        return late(record, now).or(() -> namedTooLate(record, request));
    }

    public static boolean mayBeAsked(CaseState state) {
        return state == CaseState.HANDED_OVER
                || state == CaseState.ACCEPTED
                || state == CaseState.REVIEWED;
    }

    /// Before acceptance, within five working days of having received it.
    private Optional<CorrectionRefusal> late(CaseRecord record, Instant now) {
        Instant received = record.receivedAt();
        if (record.state() != CaseState.HANDED_OVER || received == null) {
            return Optional.empty();
        }
        LocalDate last = deadlines.after(received, Deadlines.DAYS_TO_ACCEPT);
        return ChinaDay.of(now).isAfter(last)
                ? Optional.of(new CorrectionRefusal.DeemedAccepted(last))
                : Optional.empty();
    }

    /// What was named before and is still not right may be named again without a word.
    private static Optional<CorrectionRefusal> namedTooLate(
            CaseRecord record, CorrectionRequest request) {
        boolean first = record.corrections().isEmpty() && record.state() == CaseState.HANDED_OVER;
        if (first || !request.notNamedBefore().isBlank()) {
            return Optional.empty();
        }
        List<Mark> fresh = new ArrayList<>(request.marks());
        fresh.removeIf(
                mark -> record.corrections().stream().anyMatch(earlier -> names(earlier, mark)));
        return fresh.isEmpty()
                ? Optional.empty()
                : Optional.of(new CorrectionRefusal.NamedTooLate(fresh));
    }

    private static boolean names(Correction earlier, Mark mark) {
        return switch (mark) {
            case Mark.OfQuestion(var question, _) -> earlier.markOf(question).isPresent();
            case Mark.OfMaterial(var material, var subject, _) ->
                    earlier.markOf(material, subject).isPresent();
        };
    }

    private static @Nullable String nullIfBlank(String text) {
        return text.isBlank() ? null : text.strip();
    }
}
