package org.onego.casefile;

import java.util.List;
import java.util.Optional;
import org.onego.casefile.application.ApplicationStore;
import org.onego.casefile.application.Person;
import org.onego.casefile.consent.AuthorisationOutcome;
import org.onego.casefile.consent.Authorise;

/// The calls of those who were asked for an authorisation.
record Authorisations(ApplicationStore store, Authorise authorise) implements AuthorisationService {

    @Override
    public Optional<AuthorisationOutcome> open(Person person, String authorisationId) {
        return authorise.open(person, authorisationId);
    }

    @Override
    public Optional<AuthorisationOutcome> decide(
            Person person, String authorisationId, boolean granted) {
        return authorise.decide(person, authorisationId, granted);
    }

    @Override
    public List<AuthorisationOutcome.Is> asked(Person person) {
        return store.ofDecider(person.idNo()).stream()
                .flatMap(application ->
                        application.evidence().authorisations().reversed().stream()
                                .filter(each -> each.deciderIdNo().equalsIgnoreCase(person.idNo()))
                                .map(each -> new AuthorisationOutcome.Is(application, each)))
                .toList();
    }
}
