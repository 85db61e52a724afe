package org.onego.casefile;

import java.util.List;
import java.util.Optional;
import org.onego.casefile.application.Person;
import org.onego.casefile.consent.AuthorisationOutcome;

/// Everything that somebody can do who was asked to let their certificates be read for another's
/// application. Each call names the logged-in person.
public interface AuthorisationService {

    /// What is asked. Empty when there is no such authorisation.
    Optional<AuthorisationOutcome> open(Person person, String authorisationId);

    /// Agrees, refuses, or takes back what was agreed to. Harmless when it was decided or has
    /// expired: it stays what it is.
    Optional<AuthorisationOutcome> decide(Person person, String authorisationId, boolean granted);

    /// Everything this person was ever asked for, the newest first.
    List<AuthorisationOutcome.Is> asked(Person person);
}
