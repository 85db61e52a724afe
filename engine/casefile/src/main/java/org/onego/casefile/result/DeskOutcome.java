package org.onego.casefile.result;

import java.util.List;
import org.onego.casefile.application.Actor;
import org.onego.casefile.application.CaseState;
import org.onego.casefile.correction.CorrectionRefusal;

/// What became of a clerk's or a department system's step.
public sealed interface DeskOutcome {

    /// Done, or done before by the same call.
    record Done(CaseView view) implements DeskOutcome {}

    /// The case is not where this step starts; somebody may have been faster.
    record WrongState(CaseState state) implements DeskOutcome {}

    /// Another clerk has claimed the case.
    record ClaimedBy(Actor.Clerk clerk) implements DeskOutcome {}

    /// The result is missing values, or some are wrong; nothing was decided.
    record WrongResult(List<ResultError> errors) implements DeskOutcome {
        public WrongResult {
            errors = List.copyOf(errors);
        }
    }

    /// A department's system reports about a case that it has not taken, or not for so long.
    record NotLeased() implements DeskOutcome {}

    /// A department's system has said something else under this key before.
    record KeyReused() implements DeskOutcome {}

    /// What others read must say why.
    record ReasonMissing() implements DeskOutcome {}

    /// The correction cannot be asked for like this.
    record CorrectionRefused(CorrectionRefusal why) implements DeskOutcome {}

    /// Nobody of that name works there.
    record NoSuchColleague() implements DeskOutcome {}
}
