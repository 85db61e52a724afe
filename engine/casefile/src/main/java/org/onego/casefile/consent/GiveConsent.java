package org.onego.casefile.consent;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.onego.bundle.prefill.PrefillPlan;
import org.onego.bundle.prefill.PrefillPlan.Lookup;
import org.onego.bundle.prefill.PrefillPlanner;
import org.onego.casefile.answers.DraftOutcome;
import org.onego.casefile.answers.Drafts;
import org.onego.casefile.application.Application;
import org.onego.casefile.application.ApplicationStore;
import org.onego.casefile.application.CertificateRead;
import org.onego.casefile.application.Consent;
import org.onego.casefile.application.Person;

/// Remembers what the citizen agreed to, and reads exactly that.
public final class GiveConsent {

    private final ApplicationStore store;
    private final Drafts drafts;
    private final PlanReads plans;
    private final ReadCertificates reads;
    private final InstantSource clock;

    public GiveConsent(
            ApplicationStore store,
            Drafts drafts,
            PlanReads plans,
            ReadCertificates reads,
            InstantSource clock) {
        this.store = store;
        this.drafts = drafts;
        this.plans = plans;
        this.reads = reads;
        this.clock = clock;
    }

    public Optional<DraftOutcome> consent(
            Person person, String applicationId, boolean granted, Duration patience) {
        Optional<DraftOutcome> outcome =
                drafts.edit(
                        person,
                        applicationId,
                        draft ->
                                draft.consent() != null && draft.consent().granted() == granted
                                        ? Optional.empty()
                                        : plans.plan(draft)
                                                .map(plan ->
                                                        draft.edit(clock.instant())
                                                                .consent(consent(plan, granted))
                                                                .reads(pending(plan, granted))));
        if (!granted || !(outcome.orElse(null) instanceof DraftOutcome.Changed)) {
            return outcome;
        }
        reads.start(applicationId, patience);
        return store.find(applicationId).map(GiveConsent::outcome);
    }

    private Consent consent(PrefillPlan plan, boolean granted) {
        return new Consent(
                granted,
                clock.instant(),
                toRead(plan).stream()
                        .map(lookup -> new Consent.Read(lookup.type().id(), lookup.holder()))
                        .toList());
    }

    private List<CertificateRead> pending(PrefillPlan plan, boolean granted) {
        Instant now = clock.instant();
        return granted
                ? toRead(plan).stream()
                        .map(lookup ->
                                CertificateRead.pending(lookup.type().id(), lookup.holder(), now))
                        .toList()
                : List.of();
    }

    /// What came with the login needs no reading.
    private static List<Lookup> toRead(PrefillPlan plan) {
        return plan.lookups().stream()
                .filter(lookup -> !lookup.type().id().equals(PrefillPlanner.HOST_PROFILE))
                .toList();
    }

    private static DraftOutcome outcome(Application application) {
        Application.Submission submission = application.submission();
        return submission == null
                ? new DraftOutcome.Changed(application)
                : new DraftOutcome.AlreadySubmitted(submission.number());
    }
}
