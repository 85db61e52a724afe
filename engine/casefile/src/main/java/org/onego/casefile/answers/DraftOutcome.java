package org.onego.casefile.answers;

import org.onego.casefile.application.Application;

/// What became of a change to a draft.
public sealed interface DraftOutcome {

    /// The draft as it is now.
    record Changed(Application application) implements DraftOutcome {}

    /// Nothing changed: it is no draft any more.
    record AlreadySubmitted(String number) implements DraftOutcome {}
}
