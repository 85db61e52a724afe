package org.onego.renderer.desk;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onego.bundle.merge.QuestionId;
import org.onego.casefile.DeskService;
import org.onego.casefile.TeamService;
import org.onego.casefile.answers.FileContent;
import org.onego.casefile.application.Actor.Clerk;
import org.onego.casefile.result.CaseView;
import org.onego.casefile.result.CaseView.ResultField;
import org.onego.casefile.result.DeskOutcome;
import org.onego.renderer.field.AnswerReader;
import org.onego.renderer.frame.Frames;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.JsonNode;

/// A case at the desk: what the department needs to see, and the next step.
@Controller
class CaseController {

    private final DeskService desk;
    private final TeamService team;
    private final CasePages pages;
    private final OriginTexts origins;
    private final Frames frames;

    CaseController(
            DeskService desk,
            TeamService team,
            CasePages pages,
            OriginTexts origins,
            Frames frames) {
        this.desk = desk;
        this.team = team;
        this.pages = pages;
        this.origins = origins;
        this.frames = frames;
    }

    @GetMapping("/desk/cases/{id}")
    String show(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String done,
            @AuthenticationPrincipal ClerkAccount account,
            Model model,
            Locale locale) {
        CaseView view = found(desk.open(account.clerk(), id));
        return page(view, account, pages.notice(done, locale), Map.of(), List.of(), model, locale);
    }

    @PostMapping("/desk/cases/{id}/{step}")
    String step(
            @PathVariable String id,
            @PathVariable String step,
            @RequestParam MultiValueMap<String, String> typed,
            @AuthenticationPrincipal ClerkAccount account,
            Model model,
            Locale locale) {
        Clerk clerk = account.clerk();
        CaseView before = found(desk.open(clerk, id));
        String reason = Optional.ofNullable(typed.getFirst("reason")).orElse("").strip();
        Map<QuestionId, JsonNode> result = result(before, typed);
        DeskOutcome outcome =
                found(
                        switch (step) {
                            case "claim" -> team.claim(clerk, id);
                            case "release" -> team.release(clerk, id);
                            case "accept" -> desk.accept(clerk, id);
                            case "refuse" -> desk.refuse(clerk, id, reason);
                            case "approve" -> desk.approve(clerk, id, result);
                            case "reject" -> desk.reject(clerk, id, reason);
                            case "deliver" -> desk.deliver(clerk, id);
                            default -> Optional.<DeskOutcome>empty();
                        });
        return switch (outcome) {
            case DeskOutcome.Done(_) -> "redirect:/desk/cases/{id}?done=" + step;
            case DeskOutcome.WrongResult(var errors) ->
                    page(before, account, null, result, errors, model, locale);
            case DeskOutcome.WrongState _, DeskOutcome.NotLeased _, DeskOutcome.KeyReused _ ->
                    "redirect:/desk/cases/{id}?done=late";
            case DeskOutcome.ClaimedBy(_) -> "redirect:/desk/cases/{id}?done=claimed";
            case DeskOutcome.CorrectionRefused _, DeskOutcome.NoSuchColleague _ ->
                    "redirect:/desk/cases/{id}?done=late";
            case DeskOutcome.ReasonMissing() -> "redirect:/desk/cases/{id}?done=reason";
        };
    }

    @GetMapping("/desk/cases/{id}/files/{file}")
    ResponseEntity<InputStreamResource> file(
            @PathVariable String id,
            @PathVariable String file,
            @AuthenticationPrincipal ClerkAccount account) {
        FileContent content = found(desk.file(account.clerk(), id, file));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(content.file().mediaType()))
                .header(
                        "Content-Security-Policy",
                        "sandbox; default-src 'none'; style-src 'unsafe-inline'")
                .header(
                        "Content-Disposition",
                        ContentDisposition.inline()
                                .filename(content.file().name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(new InputStreamResource(content.bytes()));
    }

    private String page(
            CaseView view,
            ClerkAccount account,
            @Nullable String notice,
            Map<QuestionId, JsonNode> typed,
            List<org.onego.casefile.result.ResultError> errors,
            Model model,
            Locale locale) {
        model.addAttribute("frame", frames.desk("desk.title", account.clerk().name()));
        model.addAttribute("view", pages.of(view, notice, typed, errors, locale));
        model.addAttribute("origins", origins.lines(view.origins(), locale));
        return "desk/casePage";
    }

    private static Map<QuestionId, JsonNode> result(
            CaseView view, MultiValueMap<String, String> typed) {
        Map<QuestionId, JsonNode> result = new LinkedHashMap<>();
        for (ResultField field : view.resultFields()) {
            JsonNode value =
                    AnswerReader.read(
                            field.question(), typed.getOrDefault(field.id().toString(), List.of()));
            if (value != null) {
                result.put(field.id(), value);
            }
        }
        return result;
    }

    private static <T> T found(Optional<T> outcome) {
        return outcome.orElseThrow(NoSuchCase::new);
    }

    /// The case doesn't exist, or belongs to another department.
    static final class NoSuchCase extends RuntimeException {
        private static final long serialVersionUID = 1;

        NoSuchCase() {
            super("no such case in this department");
        }
    }
}
