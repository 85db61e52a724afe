package org.onego.casefile.answers;

import java.util.List;
import java.util.Set;
import org.onego.bundle.merge.QuestionId;
import org.onego.bundle.validate.AnswerError;
import org.onego.casefile.application.Application;

/// What became of the answers of a page.
public sealed interface SaveOutcome {

    /// All answers are stored, wrong ones too: a draft may be wrong.
    ///
    /// @param errors what is wrong with the questions of this page; empty: on to the next page
    /// @param ignored questions of this page whose answers are not the client's to change
    record Saved(Application application, List<AnswerError> errors, Set<QuestionId> ignored)
            implements SaveOutcome {
        public Saved {
            errors = List.copyOf(errors);
            ignored = Set.copyOf(ignored);
        }
    }

    /// Nothing changed: it is no draft any more.
    record AlreadySubmitted(String number) implements SaveOutcome {}
}
