package org.onego.casefile.provenance;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onego.bundle.PublishedBundle;
import org.onego.bundle.merge.MergedForm;
import org.onego.bundle.merge.QuestionId;
import org.onego.bundle.prefill.PrefillPlanner;
import org.onego.bundle.prefill.Prefilled;
import org.onego.bundle.validate.AnswerError;
import org.onego.casefile.answers.Drafts;
import org.onego.casefile.application.Application;
import org.onego.casefile.application.BundleCatalogue;
import org.onego.casefile.application.Change;
import org.onego.casefile.application.Dispute;
import org.onego.casefile.application.Person;
import org.onego.casefile.application.Selections;
import org.onego.casefile.audit.AuditEvent.Kind;
import org.onego.casefile.audit.RecordEvents;
import org.onego.casefile.consent.SettleAnswers;
import org.onego.casefile.provenance.DisputeOutcome.Stated;
import tools.jackson.databind.JsonNode;

/// The citizen says that a certificate is wrong, and what is right; or takes that back.
public final class StateDispute {

    private final Drafts drafts;
    private final BundleCatalogue catalogue;
    private final RecordEvents events;
    private final InstantSource clock;

    public StateDispute(
            Drafts drafts, BundleCatalogue catalogue, RecordEvents events, InstantSource clock) {
        this.drafts = drafts;
        this.catalogue = catalogue;
        this.events = events;
        this.clock = clock;
    }

    /// @param note in the citizen's words; longer than [Dispute#NOTE] characters is cut
    public Optional<DisputeOutcome> state(
            Person person,
            String applicationId,
            QuestionId question,
            @Nullable JsonNode value,
            @Nullable String note) {
        Optional<DisputeOutcome> outcome =
                drafts.change(
                        person,
                        applicationId,
                        DisputeOutcome.AlreadySubmitted::new,
                        draft -> state(draft, question, value, note));
        if (outcome.orElse(null) instanceof Stated(Application application)) {
            record(application, Kind.DISPUTED, person, question);
        }
        return outcome;
    }

    private Change<DisputeOutcome> state(
            Application draft,
            QuestionId question,
            @Nullable JsonNode value,
            @Nullable String note) {
        Optional<Prefilled> printed = printed(draft, question);
        if (printed.isEmpty()) {
            return new Change.None<>(new DisputeOutcome.NotDisputable());
        }
        PublishedBundle bundle = catalogue.of(draft);
        MergedForm form = Selections.formOf(bundle, draft);
        List<AnswerError> errors =
                bundle.validatePage(
                        form,
                        Set.of(question),
                        value == null
                                ? draft.answers().without(question)
                                : draft.answers().with(question, value));
        if (value == null || !errors.isEmpty()) {
            return new Change.None<>(new DisputeOutcome.Wrong(errors));
        }
        Dispute dispute =
                new Dispute(
                        printed.get(),
                        value,
                        shortened(note),
                        clock.instant(),
                        Dispute.State.OPEN,
                        null,
                        null);
        Application next =
                draft.edit(clock.instant())
                        .state(question, value)
                        .evidence(evidence -> evidence.with(dispute))
                        .done();
        return new Change.To<>(next, new Stated(next));
    }

    /// What a certificate says: as it stands, as it was disputed before, or as several disagree.
    private static Optional<Prefilled> printed(Application draft, QuestionId question) {
        Dispute before = draft.evidence().disputes().get(question);
        Prefilled now = before == null ? draft.prefilled().get(question) : before.printed();
        Optional<Prefilled> said =
                Optional.ofNullable(now)
                        .or(() -> draft.evidence().conflict(question).stream().findFirst());
        return said.filter(
                each -> !each.provenance().certificateType().equals(PrefillPlanner.HOST_PROFILE));
    }

    /// The certificate is right after all.
    public Optional<DisputeOutcome> takeBack(
            Person person, String applicationId, QuestionId question) {
        Optional<DisputeOutcome> outcome =
                drafts.change(
                        person,
                        applicationId,
                        DisputeOutcome.AlreadySubmitted::new,
                        draft -> takeBack(draft, question));
        if (outcome.orElse(null) instanceof Stated(Application application)) {
            record(application, Kind.DISPUTE_TAKEN_BACK, person, question);
        }
        return outcome;
    }

    private Change<DisputeOutcome> takeBack(Application draft, QuestionId question) {
        if (!draft.evidence().disputes().containsKey(question)) {
            return new Change.None<>(new DisputeOutcome.NotDisputable());
        }
        MergedForm form = Selections.formOf(catalogue.of(draft), draft);
        Application open =
                draft.edit(clock.instant())
                        .reopen(question)
                        .evidence(evidence -> evidence.withoutDispute(question))
                        .done();
        Application next = SettleAnswers.settle(open, form, Set.of(question));
        return new Change.To<>(next, new Stated(next));
    }

    private void record(Application application, Kind kind, Person person, QuestionId question) {
        Dispute dispute = application.evidence().disputes().get(question);
        List<String> types =
                dispute == null
                        ? List.of()
                        : List.of(dispute.printed().provenance().certificateType());
        events.done(application.id(), kind, person.idNo(), types, List.of(question.toString()));
    }

    private static @Nullable String shortened(@Nullable String note) {
        String text = note == null ? "" : note.strip();
        return text.isEmpty() ? null : text.substring(0, Math.min(text.length(), Dispute.NOTE));
    }
}
