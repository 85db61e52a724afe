package org.onego.casefile.consent;

import java.util.Optional;
import org.onego.casefile.answers.DraftOutcome;
import org.onego.casefile.application.Application;
import org.onego.casefile.application.Change;

/// A draft's next version, or none → what to store and what to tell.
final class Decided {

    private Decided() {}

    static Change<DraftOutcome> of(Application draft, Optional<Application> next) {
        return next.<Change<DraftOutcome>>map(
                        changed -> new Change.To<>(changed, new DraftOutcome.Changed(changed)))
                .orElseGet(() -> new Change.None<>(new DraftOutcome.Changed(draft)));
    }
}
