package org.onego.casefile.result;

import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.onego.casefile.application.Application;
import org.onego.casefile.application.CaseRecord;
import org.onego.casefile.application.Change;
import org.onego.casefile.application.Journal;
import org.onego.casefile.result.HandleCase.Decision;

/// Finds a case, decides about it, stores what was decided.
public final class ChangeCase {

    private final Journal journal;

    public ChangeCase(Journal journal) {
        this.journal = journal;
    }

    /// What came of it.
    public sealed interface Told {

        /// There is no such case for whoever asked.
        record NotThere() implements Told {}

        /// Nothing changed.
        record No(DeskOutcome why) implements Told {}

        record Changed() implements Told {}
    }

    /// @param may whether whoever asks may see the case
    public Told change(
            String caseId,
            Predicate<CaseRecord> may,
            BiFunction<Application, CaseRecord, Decision> decide) {
        return journal.change(
                        CaseRecord.applicationOf(caseId),
                        application -> decided(application, caseId, may, decide))
                .orElseGet(Told.NotThere::new);
    }

    private static Change<Told> decided(
            Application application,
            String caseId,
            Predicate<CaseRecord> may,
            BiFunction<Application, CaseRecord, Decision> decide) {
        Optional<CaseRecord> found = application.caseOf(caseId).filter(may);
        if (found.isEmpty()) {
            return new Change.None<>(new Told.NotThere());
        }
        return switch (decide.apply(application, found.get())) {
            case Decision.Next(Application next) -> new Change.To<>(next, new Told.Changed());
            case Decision.No(DeskOutcome why) -> new Change.None<>(new Told.No(why));
            case Decision.Same() -> new Change.None<>(new Told.Changed());
        };
    }
}
