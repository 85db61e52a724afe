package org.onego.renderer.citizen;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.onego.bundle.PublishedBundle;
import org.onego.bundle.element.CertificateType.Edit;
import org.onego.bundle.element.Widget;
import org.onego.bundle.guide.GuideOutcome;
import org.onego.bundle.guide.Selection;
import org.onego.bundle.merge.MergedForm;
import org.onego.bundle.merge.Question;
import org.onego.bundle.merge.QuestionId;
import org.onego.bundle.page.FormPage;
import org.onego.bundle.rule.FormState;
import org.onego.bundle.validate.AnswerError;
import org.onego.casefile.application.Application;
import org.onego.casefile.consent.SettleAnswers;
import org.onego.renderer.field.Regions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// A draft whose guide is finished, with everything its pages are made of.
///
/// @param pages only those on which there is something to fill in or change
record Draft(
        Application application,
        PublishedBundle bundle,
        MergedForm form,
        FormState state,
        List<FormPage> pages) {

    /// Empty while the guide is open.
    static Optional<Draft> of(Application application, PublishedBundle bundle) {
        if (!(bundle.guide(application.guide())
                instanceof GuideOutcome.Complete(Selection selection))) {
            return Optional.empty();
        }
        MergedForm form = bundle.form(selection);
        FormState state = bundle.state(form, application.answers());
        Draft draft = new Draft(application, bundle, form, state, bundle.pages(form));
        return Optional.of(
                new Draft(
                        application,
                        bundle,
                        form,
                        state,
                        draft.pages.stream().filter(draft::needsTheCitizen).toList()));
    }

    /// Whether the answer came from a certificate, or is stated against one, and only 纠错 can change
    /// it.
    boolean isLocked(QuestionId question) {
        var prefilled = application.prefilled().get(question);
        return application.evidence().disputes().containsKey(question)
                || (prefilled != null && prefilled.provenance().edit() == Edit.LOCKED);
    }

    /// Whether certificates disagree about it and the citizen chooses the source.
    boolean isForTheCitizen(Question question) {
        return SettleAnswers.isForTheCitizen(application, question);
    }

    Optional<FormPage> page(String id) {
        return pages.stream().filter(page -> page.id().equals(id)).findFirst();
    }

    Optional<FormPage> pageOf(QuestionId question) {
        return pages.stream()
                .filter(page ->
                        page.questions().stream().anyMatch(asked -> asked.id().equals(question)))
                .findFirst();
    }

    /// What is wrong with the page's answers as they stand.
    List<AnswerError> errorsOn(FormPage page) {
        List<AnswerError> errors =
                new ArrayList<>(
                        bundle.validatePage(
                                form,
                                page.questions().stream()
                                        .map(Question::id)
                                        .collect(Collectors.toSet()),
                                application.answers()));
        page.questions().stream()
                .filter(this::isHalfChosen)
                .filter(question ->
                        errors.stream().noneMatch(each -> each.question().equals(question.id())))
                .map(question ->
                        new AnswerError(
                                question.id(),
                                "unfinished",
                                JsonNodeFactory.instance.objectNode(),
                                List.of()))
                .forEach(errors::add);
        return errors;
    }

    /// A city where its counties can be chosen: what the citizen chooses goes down to the end.
    private boolean isHalfChosen(Question question) {
        JsonNode answer = application.answers().get(question.id());
        return question.widget() == Widget.REGION
                && answer != null
                && state.visible().contains(question.id())
                && !application.prefilled().containsKey(question.id())
                && Regions.of(question).isOpen(answer.asString());
    }

    private boolean needsTheCitizen(FormPage page) {
        return page.questions().stream()
                .map(Question::id)
                .anyMatch(id ->
                        state.visible().contains(id)
                                && (!isLocked(id)
                                        || application.evidence().chosen().containsKey(id)));
    }
}
