package org.onego.casefile.consent;

import org.onego.casefile.application.Application;
import org.onego.casefile.application.Authorisation;

/// What became of an authorisation.
public sealed interface AuthorisationOutcome {

    /// As it is now.
    record Is(Application application, Authorisation authorisation)
            implements AuthorisationOutcome {}

    /// It is another person's to decide; who, is not told.
    record NotYours() implements AuthorisationOutcome {}

    /// Nobody can be asked: it isn't known who they are, or nothing of theirs would help.
    record NotPossible() implements AuthorisationOutcome {}

    /// The person was reminded a short while ago, or can't answer any more.
    record TooSoon() implements AuthorisationOutcome {}
}
