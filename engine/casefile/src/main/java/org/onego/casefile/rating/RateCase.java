package org.onego.casefile.rating;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.onego.casefile.application.Application;
import org.onego.casefile.application.CaseRecord;
import org.onego.casefile.application.CaseState;
import org.onego.casefile.application.Change;
import org.onego.casefile.application.Journal;
import org.onego.casefile.application.Ownership;
import org.onego.casefile.application.Person;
import org.onego.casefile.application.Rating;

/// One rating a case, once, after it has ended. Not rating says nothing.
public final class RateCase {

    /// Characters of free text, as national data allows.
    private static final int TEXT = 150;

    private static final int OPTIONS = 8;

    private final Journal journal;
    private final InstantSource clock;

    public RateCase(Journal journal, InstantSource clock) {
        this.journal = journal;
        this.clock = clock;
    }

    public Optional<RateOutcome> rate(
            Person person, String caseId, int level, List<String> options, @Nullable String text) {
        return Ownership.<Optional<RateOutcome>>change(
                        journal,
                        person,
                        CaseRecord.applicationOf(caseId),
                        application -> decide(application, caseId, level, options, cleaned(text)))
                .flatMap(Function.identity());
    }

    private Change<Optional<RateOutcome>> decide(
            Application application,
            String caseId,
            int level,
            List<String> options,
            @Nullable String text) {
        Optional<CaseRecord> found = application.caseOf(caseId);
        if (found.isEmpty()) {
            return new Change.None<>(Optional.empty());
        }
        CaseRecord record = found.get();
        if (record.rating() != null) {
            return none(new RateOutcome.AlreadyRated(record.rating()));
        }
        if (!isRateable(record.state())) {
            return none(new RateOutcome.NotYet());
        }
        Optional<RateOutcome> wrong = wrong(level, options, text);
        if (wrong.isPresent()) {
            return new Change.None<>(wrong);
        }
        Rating rating = new Rating(level, options, text, clock.instant());
        Application next =
                application
                        .edit(clock.instant())
                        .caseOf(record.item(), each -> each.withRating(rating))
                        .done();
        return new Change.To<>(next, Optional.of(new RateOutcome.Rated(next)));
    }

    /// What nobody handled cannot be rated.
    private static boolean isRateable(CaseState state) {
        return state.isEnded() && state != CaseState.PASSED_BY;
    }

    private static Optional<RateOutcome> wrong(
            int level, List<String> options, @Nullable String text) {
        if (level < 1 || level > 5) {
            return Optional.of(new RateOutcome.Invalid("level", "1 to 5"));
        }
        boolean known = options.stream().allMatch(option -> option.matches(level + "\\d\\d"));
        if (!known || options.size() > OPTIONS) {
            return Optional.of(
                    new RateOutcome.Invalid("options", "codes of three digits of this level"));
        }
        return text != null && text.length() > TEXT
                ? Optional.of(new RateOutcome.Invalid("text", TEXT + " characters"))
                : Optional.empty();
    }

    private static Change<Optional<RateOutcome>> none(RateOutcome outcome) {
        return new Change.None<>(Optional.of(outcome));
    }

    private static @Nullable String cleaned(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
