package org.onego.casefile.provenance;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.onego.bundle.merge.MergedForm;
import org.onego.bundle.merge.Question;
import org.onego.bundle.merge.QuestionId;
import org.onego.bundle.prefill.Prefilled;
import org.onego.casefile.answers.DraftOutcome;
import org.onego.casefile.answers.Drafts;
import org.onego.casefile.application.Application;
import org.onego.casefile.application.ApplicationEdit;
import org.onego.casefile.application.BundleCatalogue;
import org.onego.casefile.application.Evidence.Source;
import org.onego.casefile.application.Person;
import org.onego.casefile.application.Selections;
import org.onego.casefile.audit.AuditEvent.Kind;
import org.onego.casefile.audit.RecordEvents;
import org.onego.casefile.consent.SettleAnswers;

/// Where certificates disagree and nothing says which is believed, the citizen chooses the source.
/// The value itself never comes from the client (law 4).
public final class ChooseSource {

    private final Drafts drafts;
    private final BundleCatalogue catalogue;
    private final RecordEvents events;
    private final InstantSource clock;

    public ChooseSource(
            Drafts drafts, BundleCatalogue catalogue, RecordEvents events, InstantSource clock) {
        this.drafts = drafts;
        this.catalogue = catalogue;
        this.events = events;
        this.clock = clock;
    }

    /// @param choice the place of the one that is right in
    ///   [org.onego.casefile.application.Evidence#conflict]; anything else changes nothing and is
    ///   recorded
    public Optional<DraftOutcome> choose(
            Person person, String applicationId, QuestionId question, int choice) {
        Optional<DraftOutcome> outcome =
                drafts.edit(person, applicationId, draft -> choose(draft, question, choice));
        if (outcome.orElse(null) instanceof DraftOutcome.Changed(Application draft)) {
            List<String> taken =
                    Optional.ofNullable(draft.evidence().chosen().get(question))
                            .filter(chosen -> isChosen(draft, question, choice, chosen))
                            .map(chosen -> List.of(chosen.type()))
                            .orElse(List.of());
            events.done(
                    applicationId,
                    taken.isEmpty() ? Kind.CHANGE_IGNORED : Kind.SOURCE_CHOSEN,
                    person.idNo(),
                    taken,
                    List.of(question.toString()));
        }
        return outcome;
    }

    private static boolean isChosen(
            Application draft, QuestionId question, int choice, Source chosen) {
        List<Prefilled> sources = draft.evidence().conflict(question);
        return choice >= 0
                && choice < sources.size()
                && Source.of(sources.get(choice)).equals(chosen);
    }

    private Optional<ApplicationEdit> choose(Application draft, QuestionId id, int choice) {
        MergedForm form = Selections.formOf(catalogue.of(draft), draft);
        Question question = form.question(id);
        List<Prefilled> sources = draft.evidence().conflict(id);
        ApplicationEdit edit = draft.edit(clock.instant());
        if (question == null
                || choice < 0
                || choice >= sources.size()
                || !SettleAnswers.isForTheCitizen(draft, question)) {
            return Optional.of(edit.ignore(id));
        }
        Source source = Source.of(sources.get(choice));
        Application chosen = edit.evidence(evidence -> evidence.believing(id, source)).done();
        Application settled = SettleAnswers.settle(chosen, form, Set.of(id));
        return Optional.of(settled.again(settled.version()));
    }
}
