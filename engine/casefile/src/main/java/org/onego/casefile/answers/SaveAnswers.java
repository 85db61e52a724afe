package org.onego.casefile.answers;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onego.bundle.PublishedBundle;
import org.onego.bundle.element.CertificateType.Edit;
import org.onego.bundle.merge.MergedForm;
import org.onego.bundle.merge.Question;
import org.onego.bundle.merge.QuestionId;
import org.onego.bundle.prefill.Prefilled;
import org.onego.bundle.validate.AnswerError;
import org.onego.casefile.application.Application;
import org.onego.casefile.application.ApplicationEdit;
import org.onego.casefile.application.BundleCatalogue;
import org.onego.casefile.application.CertificateRead.State;
import org.onego.casefile.application.Change;
import org.onego.casefile.application.Person;
import org.onego.casefile.application.Selections;
import org.onego.casefile.audit.AuditEvent.Kind;
import org.onego.casefile.audit.RecordEvents;
import tools.jackson.databind.JsonNode;

/// Stores a page's answers, except those that are not the client's to change (law 4).
public final class SaveAnswers {

    private final Drafts drafts;
    private final BundleCatalogue catalogue;
    private final RecordEvents events;
    private final InstantSource clock;

    public SaveAnswers(
            Drafts drafts, BundleCatalogue catalogue, RecordEvents events, InstantSource clock) {
        this.drafts = drafts;
        this.catalogue = catalogue;
        this.events = events;
        this.clock = clock;
    }

    public Optional<SaveOutcome> save(
            Person person, String applicationId, Map<QuestionId, @Nullable JsonNode> answers) {
        Optional<SaveOutcome> outcome =
                drafts.change(
                        person,
                        applicationId,
                        SaveOutcome.AlreadySubmitted::new,
                        draft -> decide(draft, answers));
        if (outcome.orElse(null) instanceof SaveOutcome.Saved(var draft, _, var ignored)
                && !ignored.isEmpty()) {
            events.done(
                    draft.id(),
                    Kind.CHANGE_IGNORED,
                    person.idNo(),
                    List.of(),
                    ignored.stream().map(QuestionId::toString).sorted().toList());
        }
        return outcome;
    }

    private Change<SaveOutcome> decide(
            Application draft, Map<QuestionId, @Nullable JsonNode> answers) {
        PublishedBundle bundle = catalogue.of(draft);
        Optional<MergedForm> form = Selections.of(bundle, draft).map(bundle::form);
        if (form.isEmpty()) {
            return new Change.None<>(new SaveOutcome.Saved(draft, List.of(), answers.keySet()));
        }
        ApplicationEdit edit = draft.edit(clock.instant());
        Set<QuestionId> ignored = new HashSet<>();
        for (Map.Entry<QuestionId, @Nullable JsonNode> answer : answers.entrySet()) {
            QuestionId id = answer.getKey();
            JsonNode value = given(answer.getValue());
            JsonNode current = draft.answers().get(id);
            if (!isTheClients(form.get(), draft, id)) {
                if (value != null && !value.equals(current)) {
                    ignored.add(id);
                    edit.ignore(id);
                }
            } else if (value == null && current == null && isBeingLookedUp(draft)) {
                // Nobody knows yet whether it is left empty on purpose: a certificate may fill it.
                continue;
            } else if (!equal(value, current) || !draft.prefilled().containsKey(id)) {
                edit.answer(id, value);
            }
        }
        Application next = edit.done();
        List<AnswerError> errors =
                new ArrayList<>(bundle.validatePage(form.get(), answers.keySet(), next.answers()));
        return new Change.To<>(next, new SaveOutcome.Saved(next, errors, ignored));
    }

    private static boolean isBeingLookedUp(Application draft) {
        return draft.reads().stream().anyMatch(read -> read.state() == State.PENDING);
    }

    /// An editable answer from a certificate is the client's as soon as the client changes it. What
    /// is disputed changes by what is stated, and where certificates disagree only the source is
    /// chosen.
    private static boolean isTheClients(MergedForm form, Application draft, QuestionId id) {
        Question question = form.question(id);
        Prefilled prefilled = draft.prefilled().get(id);
        boolean chosen = draft.touched().contains(id) || draft.evidence().conflict(id).isEmpty();
        return question != null
                && question.source() instanceof Question.Source.Asked
                && chosen
                && !draft.evidence().disputes().containsKey(id)
                && (prefilled == null || prefilled.provenance().edit() == Edit.EDITABLE);
    }

    private static @Nullable JsonNode given(@Nullable JsonNode value) {
        return value == null || value.isNull() || value.isMissingNode() ? null : value;
    }

    private static boolean equal(@Nullable JsonNode one, @Nullable JsonNode other) {
        return one == null ? other == null : one.equals(other);
    }
}
