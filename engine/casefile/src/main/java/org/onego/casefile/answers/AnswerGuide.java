package org.onego.casefile.answers;

import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.onego.bundle.PublishedBundle;
import org.onego.bundle.guide.GuideAnswers;
import org.onego.bundle.guide.Selection;
import org.onego.bundle.pack.CompiledBundle;
import org.onego.bundle.pack.CompiledBundle.GuideQuestion;
import org.onego.casefile.application.Application;
import org.onego.casefile.application.ApplicationEdit;
import org.onego.casefile.application.BundleCatalogue;
import org.onego.casefile.application.Person;
import org.onego.casefile.application.Selections;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Answers the guide and chooses items. Whenever that changes who is who or what is applied for,
/// what certificates said is forgotten and the consent asked again: it was given for something
/// else.
public final class AnswerGuide {

    private final Drafts drafts;
    private final BundleCatalogue catalogue;
    private final HostProfile profile;
    private final InstantSource clock;

    public AnswerGuide(
            Drafts drafts, BundleCatalogue catalogue, HostProfile profile, InstantSource clock) {
        this.drafts = drafts;
        this.catalogue = catalogue;
        this.profile = profile;
        this.clock = clock;
    }

    public Optional<DraftOutcome> answer(
            Person person, String applicationId, String question, String value) {
        return drafts.edit(
                person,
                applicationId,
                draft -> {
                    CompiledBundle bundle = catalogue.of(draft).compiled();
                    Map<String, String> answers = new LinkedHashMap<>(draft.guide().answers());
                    answers.put(question, value);
                    Map<String, String> kept = applying(bundle, answers);
                    return kept.equals(draft.guide().answers())
                            ? Optional.empty()
                            : Optional.of(guided(draft, new GuideAnswers(kept, null)));
                });
    }

    public Optional<DraftOutcome> choose(Person person, String applicationId, Set<String> items) {
        return drafts.edit(
                person,
                applicationId,
                draft ->
                        items.equals(draft.guide().chosen())
                                ? Optional.empty()
                                : Optional.of(
                                        guided(
                                                draft,
                                                new GuideAnswers(draft.guide().answers(), items))));
    }

    private ApplicationEdit guided(Application draft, GuideAnswers next) {
        PublishedBundle bundle = catalogue.of(draft);
        Instant now = clock.instant();
        ApplicationEdit edit = draft.edit(now).guide(next);
        Optional<Selection> selection = Selections.of(bundle, edit.done());
        if (selection.equals(Selections.of(bundle, draft))) {
            return edit;
        }
        edit.forgetCertificates();
        selection
                .map(bundle::form)
                .ifPresent(form ->
                        profile.answers(bundle, form, edit.done(), now).forEach(edit::prefill));
        return edit;
    }

    /// The answers to questions that are asked, in the guide's order, with values that are offered.
    private static Map<String, String> applying(
            CompiledBundle bundle, Map<String, String> answers) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        Map<String, String> kept = new LinkedHashMap<>();
        for (GuideQuestion question : bundle.guide()) {
            String value = answers.get(question.id());
            boolean offered =
                    question.options().stream().anyMatch(option -> option.value().equals(value));
            if (value != null && offered && question.when().test(document)) {
                document.put(question.id(), value);
                kept.put(question.id(), value);
            }
        }
        return kept;
    }
}
