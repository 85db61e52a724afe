package org.onego.casefile.consent;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.onego.bundle.merge.MergedForm;
import org.onego.casefile.answers.DraftOutcome;
import org.onego.casefile.answers.Drafts;
import org.onego.casefile.application.Application;
import org.onego.casefile.application.ApplicationStore;
import org.onego.casefile.application.BundleCatalogue;
import org.onego.casefile.application.CertificateRead;
import org.onego.casefile.application.Channel;
import org.onego.casefile.application.Consent;
import org.onego.casefile.application.Person;
import org.onego.casefile.application.Selections;
import org.onego.casefile.audit.AuditEvent.Kind;
import org.onego.casefile.audit.RecordEvents;

/// Remembers what the citizen agreed to, and reads exactly that; or forgets it, when the citizen
/// takes it back.
public final class GiveConsent {

    private final ApplicationStore store;
    private final BundleCatalogue catalogue;
    private final Drafts drafts;
    private final PlanReads plans;
    private final ReadCertificates reads;
    private final RecordEvents events;
    private final InstantSource clock;

    public GiveConsent(
            ApplicationStore store,
            BundleCatalogue catalogue,
            Drafts drafts,
            PlanReads plans,
            ReadCertificates reads,
            RecordEvents events,
            InstantSource clock) {
        this.store = store;
        this.catalogue = catalogue;
        this.drafts = drafts;
        this.plans = plans;
        this.reads = reads;
        this.events = events;
        this.clock = clock;
    }

    public Optional<DraftOutcome> consent(
            Person person, String applicationId, boolean granted, Duration patience) {
        Optional<Application> before = store.find(applicationId);
        Optional<DraftOutcome> outcome =
                drafts.change(
                        person,
                        applicationId,
                        DraftOutcome.AlreadySubmitted::new,
                        draft -> Decided.of(draft, decide(draft, granted)));
        if (outcome.orElse(null) instanceof DraftOutcome.Changed(Application after)) {
            Consent was = before.map(Application::consent).orElse(null);
            record(person, after, was);
            if (granted) {
                reads.start(applicationId, patience);
                return store.find(applicationId).map(GiveConsent::outcome);
            }
        }
        return outcome;
    }

    private void record(Person person, Application after, @Nullable Consent was) {
        Consent now = after.consent();
        if (now != null && !now.equals(was)) {
            Kind kind =
                    now.granted()
                            ? Kind.CONSENT_GRANTED
                            : was != null && was.granted()
                                    ? Kind.CONSENT_WITHDRAWN
                                    : Kind.CONSENT_REFUSED;
            events.agreed(after.id(), kind, person.idNo(), null, now.reads());
        }
    }

    /// The draft's next version, or empty when nothing changes by it.
    private Optional<Application> decide(Application draft, boolean granted) {
        Consent consent = draft.consent();
        if (consent != null && consent.granted() == granted) {
            return Optional.empty();
        }
        return Selections.of(catalogue.of(draft), draft)
                .map(catalogue.of(draft)::form)
                .flatMap(form ->
                        granted
                                ? granted(draft, form)
                                : Optional.of(refused(draft, form, consent)));
    }

    private Optional<Application> granted(Application draft, MergedForm form) {
        return plans.plan(draft)
                .map(plan -> {
                    List<Consent.Read> asked = PlanReads.asked(form, plan.lookups());
                    return draft.edit(clock.instant())
                            .consent(consent(true, asked))
                            .reads(pending(draft.reads(), asked, clock.instant()))
                            .done();
                });
    }

    /// What others have agreed to stays: that is theirs to take back.
    private Application refused(Application draft, MergedForm form, @Nullable Consent consent) {
        List<Consent.Read> asked =
                consent == null
                        ? plans.plan(draft)
                                .map(plan -> PlanReads.asked(form, plan.lookups()))
                                .orElse(List.of())
                        : consent.reads();
        Application next = draft.edit(clock.instant()).consent(consent(false, asked)).done();
        WhoAgrees agrees = plans.agrees(next, form);
        Predicate<CertificateRead> own =
                read ->
                        asked.stream().anyMatch(each -> read.isOf(each.type(), each.holder()))
                                && !agrees.isCoveredByAnother(read);
        return ForgetReads.forget(next, form, own);
    }

    private Consent consent(boolean granted, List<Consent.Read> asked) {
        return new Consent(granted, clock.instant(), asked, Consent.WORDING, Channel.HOST);
    }

    /// The look-ups so far and those that are to be made now.
    static List<CertificateRead> pending(
            List<CertificateRead> known, List<Consent.Read> asked, Instant now) {
        List<CertificateRead> all = new ArrayList<>(known);
        for (Consent.Read each : asked) {
            if (known.stream().noneMatch(read -> read.isOf(each.type(), each.holder()))) {
                all.add(CertificateRead.pending(each.type(), each.holder(), now));
            }
        }
        return all;
    }

    static DraftOutcome outcome(Application application) {
        Application.Submission submission = application.submission();
        return submission == null
                ? new DraftOutcome.Changed(application)
                : new DraftOutcome.AlreadySubmitted(submission.number());
    }
}
