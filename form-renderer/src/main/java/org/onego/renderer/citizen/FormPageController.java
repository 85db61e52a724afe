package org.onego.renderer.citizen;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onego.bundle.merge.Question;
import org.onego.bundle.merge.QuestionId;
import org.onego.bundle.page.FormPage;
import org.onego.bundle.validate.AnswerError;
import org.onego.casefile.CitizenService;
import org.onego.casefile.answers.SaveOutcome;
import org.onego.casefile.application.Application;
import org.onego.casefile.application.Person;
import org.onego.renderer.citizen.Applications.Elsewhere;
import org.onego.renderer.citizen.Applications.Opened;
import org.onego.renderer.field.AnswerReader;
import org.onego.renderer.field.FieldView;
import org.onego.renderer.frame.ErrorLine;
import org.onego.renderer.frame.Frames;
import org.onego.renderer.frame.Steps;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.JsonNode;

/// One page of the form. Every page is saved as it is, right or wrong, before it is looked at.
@Controller
class FormPageController {

    private static final String CHECK = "check";

    private final CitizenService citizens;
    private final Applications applications;
    private final PageFields fields;
    private final CertificatePanels certificates;
    private final Way way;
    private final Frames frames;

    FormPageController(
            CitizenService citizens,
            Applications applications,
            PageFields fields,
            CertificatePanels certificates,
            Way way,
            Frames frames) {
        this.citizens = citizens;
        this.applications = applications;
        this.fields = fields;
        this.certificates = certificates;
        this.way = way;
        this.frames = frames;
    }

    record FormPageView(
            String title,
            Steps steps,
            List<FieldView> fields,
            List<ErrorLine> errors,
            boolean returnToCheck,
            String action) {

        /// What makes the widgets of this page nicer.
        public List<String> scripts() {
            return fields.stream()
                    .filter(field -> field.shown() == null)
                    .flatMap(field -> field.input().scripts().stream())
                    .distinct()
                    .toList();
        }
    }

    @GetMapping("/a/{id}/p/{pageId}")
    String show(
            @PathVariable String id,
            @PathVariable String pageId,
            @RequestParam(defaultValue = "false") boolean errors,
            @RequestParam(required = false) @Nullable String then,
            Person person,
            Model model,
            Locale locale) {
        Opened opened = applications.open(person, id);
        Draft draft = opened.draft();
        FormPage page = draft.page(pageId).orElseThrow(() -> new Elsewhere("/a/" + id));
        boolean toCheck = CHECK.equals(then);
        List<AnswerError> wrong = errors ? draft.errorsOn(page) : List.of();
        model.addAttribute("certificates", certificates.of(draft, page, locale));
        model.addAttribute("frame", frames.citizen(opened.bundle().compiled().info()));
        model.addAttribute(
                "view",
                new FormPageView(
                        page.title().in(locale),
                        way.steps(draft, pageId),
                        fields.of(draft, page, wrong, locale),
                        fields.summary(draft, wrong, locale),
                        toCheck,
                        Way.path(draft, page) + (toCheck ? "?then=check" : "")));
        return "citizen/formPage";
    }

    @PostMapping(path = "/a/{id}/p/{pageId}", params = "!autosave")
    String save(
            @PathVariable String id,
            @PathVariable String pageId,
            @RequestParam(required = false) @Nullable String then,
            @RequestParam MultiValueMap<String, String> typed,
            Person person) {
        Opened opened = applications.open(person, id);
        if (opened.application().status() != Application.Status.DRAFT) {
            return "redirect:/a/{id}";
        }
        Draft draft = opened.draft();
        FormPage page = draft.page(pageId).orElseThrow(() -> new Elsewhere("/a/" + id));
        return switch (Applications.found(citizens.save(person, id, answers(draft, page, typed)))) {
            case SaveOutcome.AlreadySubmitted(_) -> "redirect:/a/{id}";
            case SaveOutcome.Saved(var application, _, _) ->
                    "redirect:"
                            + next(
                                    applications.opened(application).draft(),
                                    page,
                                    CHECK.equals(then));
        };
    }

    /// The page's script saves what stands there while the citizen is still at it. What is empty
    /// was not left empty on purpose yet.
    @PostMapping(path = "/a/{id}/p/{pageId}", params = "autosave")
    ResponseEntity<Void> autosave(
            @PathVariable String id,
            @PathVariable String pageId,
            @RequestParam MultiValueMap<String, String> typed,
            Person person) {
        Opened opened = applications.open(person, id);
        if (opened.application().status() != Application.Status.DRAFT) {
            return ResponseEntity.status(HttpStatus.CONFLICT).build();
        }
        Draft draft = opened.draft();
        FormPage page = draft.page(pageId).orElseThrow(() -> new Elsewhere("/a/" + id));
        Map<QuestionId, @Nullable JsonNode> answers = answers(draft, page, typed);
        answers.entrySet()
                .removeIf(answer ->
                        answer.getValue() == null
                                && opened.application().answers().get(answer.getKey()) == null);
        return switch (Applications.found(citizens.save(person, id, answers))) {
            case SaveOutcome.AlreadySubmitted(_) ->
                    ResponseEntity.status(HttpStatus.CONFLICT).build();
            case SaveOutcome.Saved(_, _, _) -> ResponseEntity.noContent().build();
        };
    }

    private String next(Draft draft, FormPage page, boolean toCheck) {
        if (draft.page(page.id()).stream().anyMatch(each -> !draft.errorsOn(each).isEmpty())) {
            return Way.path(draft, page) + "?errors=true" + (toCheck ? "&then=check" : "");
        }
        return toCheck ? Way.base(draft.application()) + "/check" : way.after(draft, page);
    }

    /// What was typed. A locked question is passed on when a client sends it all the same, on
    /// whatever page, so that the attempt is recorded; it changes nothing. What a certificate has
    /// filled since the page was sent, and the page sends empty, stays filled.
    private static Map<QuestionId, @Nullable JsonNode> answers(
            Draft draft, FormPage page, MultiValueMap<String, String> typed) {
        Map<QuestionId, @Nullable JsonNode> answers = new HashMap<>();
        Set<String> empty =
                new HashSet<>(
                        Arrays.asList(
                                Objects.requireNonNullElse(typed.getFirst("open"), "").split(" ")));
        for (Question question : draft.form().questions().values()) {
            boolean here = page.questions().contains(question);
            boolean theirs = draft.isLocked(question.id()) || draft.isForTheCitizen(question);
            JsonNode value = AnswerReader.read(question, typed);
            boolean late =
                    value == null
                            && empty.contains(question.id().toString())
                            && draft.application().prefilled().containsKey(question.id());
            if (theirs ? AnswerReader.isSent(question, typed) : here && !late) {
                answers.put(question.id(), value);
            }
        }
        return answers;
    }
}
