package org.onego.casefile.answers;

import java.util.Optional;
import java.util.function.Function;
import org.onego.casefile.application.Application;
import org.onego.casefile.application.ApplicationEdit;
import org.onego.casefile.application.Change;
import org.onego.casefile.application.Journal;
import org.onego.casefile.application.Ownership;
import org.onego.casefile.application.Person;

/// Changes to drafts: what has been submitted does not change by them.
public final class Drafts {

    private final Journal journal;

    public Drafts(Journal journal) {
        this.journal = journal;
    }

    /// @param edit the draft → its next version, or empty when there is nothing to change
    public Optional<DraftOutcome> edit(
            Person person,
            String applicationId,
            Function<Application, Optional<ApplicationEdit>> edit) {
        return change(
                person,
                applicationId,
                DraftOutcome.AlreadySubmitted::new,
                draft ->
                        edit.apply(draft)
                                .map(ApplicationEdit::done)
                                .<Change<DraftOutcome>>map(next ->
                                        new Change.To<>(next, new DraftOutcome.Changed(next)))
                                .orElseGet(
                                        () -> new Change.None<>(new DraftOutcome.Changed(draft))));
    }

    /// @param submitted the number → what to tell when it is no draft any more
    /// @param decide about the draft
    public <R> Optional<R> change(
            Person person,
            String applicationId,
            Function<String, R> submitted,
            Function<Application, Change<R>> decide) {
        return Ownership.change(
                journal,
                person,
                applicationId,
                application -> {
                    Application.Submission submission = application.submission();
                    return submission == null
                            ? decide.apply(application)
                            : new Change.None<>(submitted.apply(submission.number()));
                });
    }
}
