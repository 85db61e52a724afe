package org.onego.renderer.citizen;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.onego.bundle.merge.Question;
import org.onego.bundle.merge.Question.Source;
import org.onego.bundle.page.FormPage;
import org.onego.bundle.validate.AnswerError;
import org.onego.casefile.CitizenService;
import org.onego.casefile.application.Person;
import org.onego.casefile.submit.SubmitOutcome;
import org.onego.renderer.citizen.Applications.Opened;
import org.onego.renderer.field.AnswerText;
import org.onego.renderer.frame.ErrorLine;
import org.onego.renderer.frame.Frames;
import org.onego.renderer.frame.Steps;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.JsonNode;

/// Check your answers, agree, submit.
@Controller
class CheckController {

    private final CitizenService citizens;
    private final Applications applications;
    private final PageFields fields;
    private final AnswerText answerText;
    private final Way way;
    private final Frames frames;

    CheckController(
            CitizenService citizens,
            Applications applications,
            PageFields fields,
            AnswerText answerText,
            Way way,
            Frames frames) {
        this.citizens = citizens;
        this.applications = applications;
        this.fields = fields;
        this.answerText = answerText;
        this.way = way;
        this.frames = frames;
    }

    record AnswerLine(String label, String value, @Nullable String from) {}

    record SectionView(String title, @Nullable String change, List<AnswerLine> answers) {}

    record CheckView(
            Steps steps,
            List<SectionView> sections,
            List<ErrorLine> errors,
            boolean unsigned,
            String statement,
            String action) {}

    @GetMapping("/a/{id}/check")
    String check(
            @PathVariable String id,
            @RequestParam(defaultValue = "false") boolean unsigned,
            @RequestParam(defaultValue = "false") boolean errors,
            Person person,
            Model model,
            Locale locale) {
        Opened opened = applications.open(person, id);
        Draft draft = opened.draft();
        List<ErrorLine> wrong = errors ? errors(draft, locale) : List.of();
        model.addAttribute("frame", frames.citizen(opened.bundle().compiled().info()));
        model.addAttribute(
                "view",
                new CheckView(
                        way.steps(draft, "check"),
                        sections(draft, locale),
                        wrong,
                        unsigned,
                        opened.bundle().compiled().submitText().in(locale),
                        Way.base(draft.application()) + "/submit"));
        return "citizen/checkPage";
    }

    @PostMapping("/a/{id}/submit")
    String submit(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String statement,
            Person person) {
        if (statement == null) {
            return "redirect:/a/{id}/check?unsigned=true";
        }
        return switch (Applications.found(citizens.submit(person, id))) {
            case SubmitOutcome.Submitted(_), SubmitOutcome.AlreadySubmitted(_) ->
                    "redirect:/a/{id}/progress";
            case SubmitOutcome.GuideOpen(_) -> "redirect:/a/{id}/guide";
            case SubmitOutcome.Wrong(_) -> "redirect:/a/{id}/check?errors=true";
            case SubmitOutcome.MissingMaterials(_) -> "redirect:/a/{id}/materials?errors=true";
        };
    }

    /// Errors lead to the page on which they can be put right.
    private List<ErrorLine> errors(Draft draft, Locale locale) {
        List<ErrorLine> lines = new ArrayList<>();
        for (AnswerError error :
                draft.bundle().validate(draft.form(), draft.application().answers())) {
            for (ErrorLine line : fields.summary(draft, List.of(error), locale)) {
                String page =
                        draft.pageOf(error.question())
                                .map(each -> Way.path(draft, each) + "?errors=true&then=check")
                                .orElse("");
                lines.add(new ErrorLine(page + line.href(), line.label(), line.message()));
            }
        }
        return lines;
    }

    private List<SectionView> sections(Draft draft, Locale locale) {
        Map<String, SectionView> bySubject = new LinkedHashMap<>();
        for (FormPage page : draft.bundle().pages(draft.form())) {
            List<AnswerLine> lines =
                    page.questions().stream()
                            .map(question -> line(draft, question, locale))
                            .filter(java.util.Objects::nonNull)
                            .toList();
            if (!lines.isEmpty()) {
                String change =
                        draft.page(page.id())
                                .map(each -> Way.path(draft, each) + "?then=check")
                                .orElse(null);
                bySubject.put(page.id(), new SectionView(page.title().in(locale), change, lines));
            }
        }
        return List.copyOf(bySubject.values());
    }

    private @Nullable AnswerLine line(Draft draft, Question question, Locale locale) {
        JsonNode answer = draft.application().answers().get(question.id());
        if (answer == null
                || !(question.source() instanceof Source.Asked)
                || !draft.state().visible().contains(question.id())) {
            return null;
        }
        var prefilled = draft.application().prefilled().get(question.id());
        return new AnswerLine(
                question.title().in(locale),
                answerText.masked(question, answer, locale),
                prefilled == null ? null : PageFields.source(draft, prefilled, locale));
    }
}
