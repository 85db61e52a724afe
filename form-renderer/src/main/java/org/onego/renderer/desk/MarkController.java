package org.onego.renderer.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.onego.bundle.item.Field;
import org.onego.bundle.merge.QuestionId;
import org.onego.casefile.DeskService;
import org.onego.casefile.application.CaseState;
import org.onego.casefile.application.Correction.Mark;
import org.onego.casefile.correction.AskCorrection;
import org.onego.casefile.correction.CorrectionRefusal;
import org.onego.casefile.correction.CorrectionRequest;
import org.onego.casefile.result.CaseView;
import org.onego.casefile.result.CaseView.CaseMaterial;
import org.onego.casefile.result.DeskOutcome;
import org.onego.renderer.frame.Frames;
import org.springframework.context.MessageSource;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.core.JsonPointer;

/// Marks what the citizen has to put right (补正), each with its reason.
@Controller
class MarkController {

    private static final int USUAL_DAYS = 10;

    private final DeskService desk;
    private final DocumentText documents;
    private final Frames frames;
    private final MessageSource messages;

    MarkController(
            DeskService desk, DocumentText documents, Frames frames, MessageSource messages) {
        this.desk = desk;
        this.documents = documents;
        this.frames = frames;
        this.messages = messages;
    }

    /// @param key under which the mark is sent
    /// @param value as it stands
    record MarkableLine(String key, String title, String value, boolean marked, String reason) {}

    /// @param statement whether it must be said why this was not named before
    record MarkPageView(
            String id,
            String item,
            String number,
            List<MarkableLine> questions,
            List<MarkableLine> materials,
            String note,
            String days,
            boolean statement,
            String notNamedBefore,
            @Nullable String problem) {}

    @GetMapping("/desk/cases/{id}/correct")
    String show(
            @PathVariable String id,
            @AuthenticationPrincipal ClerkAccount account,
            HttpServletRequest request,
            Model model,
            Locale locale) {
        CaseView view = CaseController.found(desk.open(account.clerk(), id));
        if (!view.steps().contains(CaseView.Step.CORRECT)) {
            return "redirect:/desk/cases/{id}?done=late";
        }
        MultiValueMap<String, String> unsent =
                Unsent.take(request, "/desk/cases/" + id + "/correct", account.clerk().id());
        String problem =
                unsent.isEmpty() ? null : messages.getMessage("desk.done.restored", null, locale);
        return page(view, account, unsent, problem, model, locale);
    }

    @PostMapping("/desk/cases/{id}/correct")
    String ask(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> typed,
            @AuthenticationPrincipal ClerkAccount account,
            Model model,
            Locale locale) {
        CaseView view = CaseController.found(desk.open(account.clerk(), id));
        CorrectionRequest request =
                new CorrectionRequest(
                        text(typed, "note"),
                        marks(view, typed),
                        days(typed),
                        text(typed, "notNamedBefore"));
        DeskOutcome outcome = CaseController.found(desk.correct(account.clerk(), id, request));
        return outcome instanceof DeskOutcome.CorrectionRefused(var why)
                ? page(view, account, typed, problem(why, view, locale), model, locale)
                : "redirect:/desk/cases/{id}?done=" + CaseController.done(outcome, "correct");
    }

    private static List<Mark> marks(CaseView view, MultiValueMap<String, String> typed) {
        List<Mark> marks = new ArrayList<>();
        for (String key : typed.getOrDefault("mark", List.of())) {
            String reason = text(typed, "reason-" + key);
            for (QuestionId question : view.markable().values()) {
                if (key.equals(question.toString())) {
                    marks.add(new Mark.OfQuestion(question, reason));
                }
            }
            for (CaseMaterial material : view.materials()) {
                if (material.markable() && key.equals(key(material))) {
                    marks.add(new Mark.OfMaterial(material.code(), material.subject(), reason));
                }
            }
        }
        return marks.stream().distinct().toList();
    }

    private static String key(CaseMaterial material) {
        return material.code() + "~" + Objects.requireNonNullElse(material.subject(), "");
    }

    private static int days(MultiValueMap<String, String> typed) {
        String days = text(typed, "days");
        return days.matches("\\d{1,3}") ? Integer.parseInt(days) : 0;
    }

    private static String text(MultiValueMap<String, String> typed, String name) {
        return Objects.requireNonNullElse(typed.getFirst(name), "").strip();
    }

    private String problem(CorrectionRefusal why, CaseView view, Locale locale) {
        return switch (why) {
            case CorrectionRefusal.NothingMarked() -> text("desk.mark.nothing", locale);
            case CorrectionRefusal.ReasonMissing(Mark mark) ->
                    text("desk.mark.reason", locale, title(mark, view, locale));
            case CorrectionRefusal.NotTheCitizens(Mark mark) ->
                    text("desk.mark.locked", locale, title(mark, view, locale));
            case CorrectionRefusal.DaysOutOfRange(int least, int most) ->
                    text("desk.mark.days", locale, least, most);
            case CorrectionRefusal.NamedTooLate(var marks) ->
                    text(
                            "desk.mark.late",
                            locale,
                            String.join(
                                    text("answer.separator", locale),
                                    marks.stream()
                                            .map(mark -> title(mark, view, locale))
                                            .toList()));
            case CorrectionRefusal.DeemedAccepted(var since) ->
                    text("desk.mark.deemed", locale, since.toString());
            case CorrectionRefusal.WrongState(_) -> text("desk.done.late", locale);
        };
    }

    private static String title(Mark mark, CaseView view, Locale locale) {
        return switch (mark) {
            case Mark.OfQuestion(QuestionId question, _) ->
                    view.item().form().fields().stream()
                            .filter(field -> question.equals(view.markable().get(field.pointer())))
                            .findFirst()
                            .map(field -> field.title().in(locale))
                            .orElse(question.key());
            case Mark.OfMaterial(String code, String subject, _) ->
                    view.materials().stream()
                            .filter(material ->
                                    material.code().equals(code)
                                            && Objects.equals(material.subject(), subject))
                            .findFirst()
                            .map(material -> material.title().in(locale))
                            .orElse(code);
        };
    }

    private String page(
            CaseView view,
            ClerkAccount account,
            MultiValueMap<String, String> typed,
            @Nullable String problem,
            Model model,
            Locale locale) {
        List<String> marked = typed.getOrDefault("mark", List.of());
        List<MarkableLine> questions = new ArrayList<>();
        Map<String, String> values = documents.values(view, locale);
        Map<JsonPointer, String> groups = UiGroups.of(view.item().form().ui());
        for (Field field : view.item().form().fields()) {
            QuestionId question = view.markable().get(field.pointer());
            if (question != null) {
                String key = question.toString();
                String group = groups.get(field.pointer());
                String title = field.title().in(locale);
                questions.add(
                        new MarkableLine(
                                key,
                                group == null ? title : group + " · " + title,
                                values.getOrDefault(field.pointer().toString(), "—"),
                                marked.contains(key),
                                text(typed, "reason-" + key)));
            }
        }
        List<MarkableLine> materials =
                view.materials().stream()
                        .filter(CaseMaterial::markable)
                        .map(material ->
                                new MarkableLine(
                                        key(material),
                                        material.title().in(locale),
                                        files(material, locale),
                                        marked.contains(key(material)),
                                        text(typed, "reason-" + key(material))))
                        .toList();
        boolean first =
                view.record().corrections().isEmpty()
                        && view.record().state() == CaseState.HANDED_OVER;
        model.addAttribute("frame", frames.desk("desk.title", account.clerk().name()));
        model.addAttribute("account", account.clerk().id());
        model.addAttribute("most", AskCorrection.MOST_DAYS);
        model.addAttribute(
                "view",
                new MarkPageView(
                        view.record().id(),
                        view.item().title().in(locale),
                        view.record().number(),
                        questions,
                        materials,
                        text(typed, "note"),
                        typed.containsKey("days")
                                ? text(typed, "days")
                                : String.valueOf(USUAL_DAYS),
                        !first,
                        text(typed, "notNamedBefore"),
                        problem));
        return "desk/markPage";
    }

    private String files(CaseMaterial material, Locale locale) {
        return material.files().isEmpty()
                ? text("desk.material.none", locale)
                : String.join(
                        text("answer.separator", locale),
                        material.files().stream().map(file -> file.name()).toList());
    }

    private String text(String key, Locale locale, Object... values) {
        return messages.getMessage(key, values, locale);
    }
}
