package org.onego.casefile.consent;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.onego.bundle.merge.MergedForm;
import org.onego.casefile.application.Application;
import org.onego.casefile.application.ApplicationEdit;
import org.onego.casefile.application.ApplicationStore;
import org.onego.casefile.application.Authorisation;
import org.onego.casefile.application.Authorisation.State;
import org.onego.casefile.application.BundleCatalogue;
import org.onego.casefile.application.CertificateRead;
import org.onego.casefile.application.Change;
import org.onego.casefile.application.Channel;
import org.onego.casefile.application.Consent;
import org.onego.casefile.application.Ids;
import org.onego.casefile.application.Journal;
import org.onego.casefile.application.Ownership;
import org.onego.casefile.application.Person;
import org.onego.casefile.application.Selections;
import org.onego.casefile.audit.AuditEvent.Kind;
import org.onego.casefile.audit.RecordEvents;
import org.onego.casefile.consent.AuthorisationOutcome.Is;

/// Asks another adult for leave to read their certificates, takes the answer, and lets either side
/// take it back at any time.
public final class Authorise {

    /// Between two messages to the same person.
    private static final Duration REMIND_AGAIN = Duration.ofMinutes(10);

    private final ApplicationStore store;
    private final BundleCatalogue catalogue;
    private final Journal journal;
    private final PlanReads plans;
    private final FindOffers offers;
    private final ReadCertificates reads;
    private final RecordEvents events;
    private final Ids ids;
    private final InstantSource clock;

    public Authorise(
            ApplicationStore store,
            BundleCatalogue catalogue,
            Journal journal,
            PlanReads plans,
            ReadCertificates reads,
            RecordEvents events,
            Ids ids,
            InstantSource clock) {
        this.store = store;
        this.catalogue = catalogue;
        this.journal = journal;
        this.plans = plans;
        this.offers = new FindOffers(catalogue, plans, clock);
        this.reads = reads;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
    }

    /// Whom the applicant could ask, or has asked.
    public List<Offer> offers(Application application) {
        return offers.of(application);
    }

    /// The applicant asks; who was asked and has not answered keeps the same link.
    public Optional<AuthorisationOutcome> ask(Person person, String applicationId, String decider) {
        Optional<AuthorisationOutcome> outcome =
                Ownership.change(
                        journal, person, applicationId, application -> ask(application, decider));
        if (outcome.orElse(null) instanceof Is(var application, var asked)
                && asked.askedAt().equals(application.changedAt())) {
            record(application.id(), Kind.AUTHORISATION_ASKED, person.idNo(), asked);
        }
        return outcome;
    }

    private Change<AuthorisationOutcome> ask(Application application, String decider) {
        Instant now = clock.instant();
        Optional<Offer> offer =
                offers.of(application).stream()
                        .filter(each -> each.decider().equals(decider))
                        .findFirst();
        if (offer.isEmpty() || !application.isDraft()) {
            return new Change.None<>(new AuthorisationOutcome.NotPossible());
        }
        Authorisation asked = offer.get().asked();
        if (asked != null && (asked.isOpen(now) || asked.allows(now))) {
            return new Change.None<>(new Is(application, asked));
        }
        MergedForm form = Selections.formOf(catalogue.of(application), application);
        return plans.identities(form, application)
                .idNo(decider)
                .<Change<AuthorisationOutcome>>map(idNo -> {
                    Authorisation next =
                            new Authorisation(
                                    ids.next(),
                                    decider,
                                    idNo,
                                    State.ASKED,
                                    Channel.HOST,
                                    offer.get().reads(),
                                    Consent.WORDING,
                                    now,
                                    now.plus(Authorisation.ANSWER_WITHIN),
                                    null,
                                    null);
                    return change(application, next);
                })
                .orElseGet(() -> new Change.None<>(new AuthorisationOutcome.NotPossible()));
    }

    /// The applicant wants the person to be told once more; [Is] when they may be.
    public Optional<AuthorisationOutcome> remind(Person person, String applicationId, String id) {
        return Ownership.change(
                journal,
                person,
                applicationId,
                application -> {
                    Instant now = clock.instant();
                    Optional<Authorisation> found =
                            application
                                    .evidence()
                                    .authorisation(id)
                                    .filter(each -> each.isOpen(now))
                                    .filter(each ->
                                            each.remindedAt() == null
                                                    || !each.remindedAt()
                                                            .plus(REMIND_AGAIN)
                                                            .isAfter(now));
                    return found.<Change<AuthorisationOutcome>>map(
                                    each -> change(application, each.reminded(now)))
                            .orElseGet(() -> new Change.None<>(new AuthorisationOutcome.TooSoon()));
                });
    }

    /// The applicant gives it up; what was read by it is forgotten.
    public Optional<AuthorisationOutcome> cancel(Person person, String applicationId, String id) {
        Optional<AuthorisationOutcome> outcome =
                Ownership.change(
                        journal,
                        person,
                        applicationId,
                        application ->
                                application
                                        .evidence()
                                        .authorisation(id)
                                        .map(each -> end(application, each, State.CANCELLED))
                                        .orElseGet(() ->
                                                new Change.None<>(
                                                        new AuthorisationOutcome.NotPossible())));
        if (outcome.orElse(null) instanceof Is(var application, var ended)) {
            record(application.id(), Kind.AUTHORISATION_CANCELLED, person.idNo(), ended);
        }
        return outcome;
    }

    /// What somebody is asked for. Empty when there is no such authorisation.
    public Optional<AuthorisationOutcome> open(Person decider, String id) {
        return store.ofAuthorisation(id)
                .flatMap(application ->
                        application
                                .evidence()
                                .authorisation(id)
                                .map(each ->
                                        isFor(decider, each)
                                                ? new Is(application, each)
                                                : new AuthorisationOutcome.NotYours()));
    }

    /// The person agrees or refuses; or takes back what they agreed to.
    public Optional<AuthorisationOutcome> decide(Person decider, String id, boolean granted) {
        Optional<AuthorisationOutcome> before = open(decider, id);
        if (!(before.orElse(null) instanceof Is(var application, var was))) {
            return before;
        }
        Optional<AuthorisationOutcome> outcome =
                journal.change(application.id(), current -> decide(current, id, granted));
        if (outcome.orElse(null) instanceof Is(var after, var is) && is.state() != was.state()) {
            record(after.id(), kind(is.state()), decider.idNo(), is);
            if (is.state() == State.GRANTED) {
                reads.start(after.id(), Duration.ZERO);
            }
        }
        return outcome;
    }

    private Change<AuthorisationOutcome> decide(
            Application application, String id, boolean granted) {
        Instant now = clock.instant();
        Authorisation each = application.evidence().authorisation(id).orElseThrow();
        if (each.isOpen(now) && granted && application.isDraft()) {
            return grant(application, each, now);
        }
        if (each.isOpen(now) && !granted) {
            return change(application, each.became(State.REFUSED, now, each.expiresAt()));
        }
        return each.state() == State.GRANTED && !granted
                ? end(application, each, State.WITHDRAWN)
                : new Change.None<>(new Is(application, each));
    }

    private Change<AuthorisationOutcome> grant(
            Application application, Authorisation each, Instant now) {
        Authorisation granted = each.became(State.GRANTED, now, now.plus(Authorisation.VALID));
        Application next =
                application
                        .edit(now)
                        .evidence(evidence -> evidence.with(granted))
                        .reads(GiveConsent.pending(application.reads(), each.reads(), now))
                        .done();
        return new Change.To<>(next, new Is(next, granted));
    }

    /// A draft forgets what was read by it, unless the applicant's own consent covers it too; what
    /// is submitted stays as it is. See [ForgetReads].
    private Change<AuthorisationOutcome> end(
            Application application, Authorisation each, State how) {
        Instant now = clock.instant();
        if (each.state() != State.GRANTED && !each.isOpen(now)) {
            return new Change.None<>(new Is(application, each));
        }
        Authorisation ended = each.became(how, now, each.expiresAt());
        Application next = application.edit(now).evidence(evidence -> evidence.with(ended)).done();
        if (!application.isDraft()) {
            return new Change.To<>(next, new Is(next, ended));
        }
        MergedForm form = Selections.formOf(catalogue.of(application), next);
        WhoAgrees agrees = plans.agrees(next, form);
        Consent consent = next.consent();
        Predicate<CertificateRead> byIt =
                read ->
                        each.covers(read.type(), read.holder())
                                && !agrees.isCoveredByAnother(read)
                                && (consent == null
                                        || !consent.granted()
                                        || consent.reads().stream()
                                                .noneMatch(own ->
                                                        read.isOf(own.type(), own.holder())));
        Application forgotten = ForgetReads.forget(next, form, byIt);
        return new Change.To<>(forgotten, new Is(forgotten, ended));
    }

    private Change<AuthorisationOutcome> change(Application application, Authorisation next) {
        ApplicationEdit edit =
                application.edit(clock.instant()).evidence(evidence -> evidence.with(next));
        Application changed = edit.done();
        return new Change.To<>(changed, new Is(changed, next));
    }

    private static boolean isFor(Person person, Authorisation each) {
        return person.idNo().equalsIgnoreCase(each.deciderIdNo());
    }

    private void record(String applicationId, Kind kind, String by, Authorisation each) {
        events.agreed(applicationId, kind, by, each.decider(), each.reads());
    }

    private static Kind kind(State state) {
        return switch (state) {
            case ASKED -> Kind.AUTHORISATION_ASKED;
            case GRANTED -> Kind.AUTHORISATION_GRANTED;
            case REFUSED -> Kind.AUTHORISATION_REFUSED;
            case WITHDRAWN -> Kind.AUTHORISATION_WITHDRAWN;
            case CANCELLED -> Kind.AUTHORISATION_CANCELLED;
        };
    }
}
