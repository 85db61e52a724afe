package org.onego.renderer.desk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onego.bundle.merge.QuestionId;
import org.onego.casefile.DeskService;
import org.onego.casefile.answers.FileContent;
import org.onego.casefile.application.Actor.Clerk;
import org.onego.casefile.result.CaseView;
import org.onego.casefile.result.CaseView.ResultField;
import org.onego.casefile.result.DeskOutcome;
import org.onego.casefile.result.ResultError;
import org.onego.renderer.field.AnswerReader;
import org.onego.renderer.frame.Frames;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.JsonNode;

/// A case at the desk: what the department needs to see, and the next step.
@Controller
class CaseController {

    /// A stored file is shown by itself: no scripts, no other files, framed by our own pages only.
    /// A sandbox would keep the browser's PDF viewer from opening, so only pictures get one.
    private static final String FILE_POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; object-src 'self'; frame-ancestors 'self'";

    private final DeskService desk;
    private final CasePages pages;
    private final OriginTexts origins;
    private final Frames frames;

    CaseController(DeskService desk, CasePages pages, OriginTexts origins, Frames frames) {
        this.desk = desk;
        this.pages = pages;
        this.origins = origins;
        this.frames = frames;
    }

    @GetMapping("/desk/cases/{id}")
    String show(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String done,
            @AuthenticationPrincipal ClerkAccount account,
            HttpServletRequest request,
            Model model,
            Locale locale) {
        CaseView view = found(desk.open(account.clerk(), id));
        MultiValueMap<String, String> unsent =
                Unsent.take(request, "/desk/cases/" + id, account.clerk().id());
        return page(
                view,
                account,
                pages.notice(unsent.isEmpty() ? done : "restored", locale),
                unsent,
                result(view, unsent),
                List.of(),
                model,
                locale);
    }

    @PostMapping("/desk/cases/{id}/{step:accept|refuse|review|approve|reject|deliver}")
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
                            case "accept" -> desk.accept(clerk, id);
                            case "refuse" -> desk.refuse(clerk, id, reason);
                            case "review" -> desk.review(clerk, id, reason);
                            case "approve" -> desk.approve(clerk, id, result);
                            case "reject" -> desk.reject(clerk, id, reason);
                            default -> desk.deliver(clerk, id);
                        });
        if (outcome instanceof DeskOutcome.WrongResult(var errors)) {
            return page(before, account, null, typed, result, errors, model, locale);
        }
        if (outcome instanceof DeskOutcome.ReasonMissing) {
            String notice = pages.notice("reason", locale);
            return page(before, account, notice, typed, result, List.of(), model, locale);
        }
        return "redirect:/desk/cases/{id}?done=" + done(outcome, step);
    }

    /// What to say after a step; `step` when it was made.
    static String done(DeskOutcome outcome, String step) {
        return switch (outcome) {
            case DeskOutcome.Done(_) -> step;
            case DeskOutcome.WrongState _, DeskOutcome.NotLeased _, DeskOutcome.KeyReused _ ->
                    "late";
            case DeskOutcome.ClaimedBy(_) -> "claimed";
            case DeskOutcome.NoSuchColleague() -> "colleague";
            case DeskOutcome.ReasonMissing() -> "reason";
            case DeskOutcome.WrongResult _, DeskOutcome.CorrectionRefused _ -> "refused";
        };
    }

    @GetMapping("/desk/cases/{id}/files/{file}")
    ResponseEntity<InputStreamResource> file(
            @PathVariable String id,
            @PathVariable String file,
            @AuthenticationPrincipal ClerkAccount account,
            HttpServletResponse response) {
        return inline(found(desk.file(account.clerk(), id, file)), response);
    }

    @GetMapping("/desk/cases/{id}/notices/{event}")
    ResponseEntity<InputStreamResource> letter(
            @PathVariable String id,
            @PathVariable int event,
            @AuthenticationPrincipal ClerkAccount account,
            HttpServletResponse response) {
        return inline(found(desk.notice(account.clerk(), id, event)), response);
    }

    private static ResponseEntity<InputStreamResource> inline(
            FileContent content, HttpServletResponse response) {
        MediaType type = MediaType.parseMediaType(content.file().mediaType());
        boolean picture = type.getType().equals("image");
        response.setHeader(
                "Content-Security-Policy", picture ? "sandbox; " + FILE_POLICY : FILE_POLICY);
        InputStream bytes = content.bytes();
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        "Content-Disposition",
                        ContentDisposition.inline()
                                .filename(content.file().name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(new InputStreamResource(bytes));
    }

    private String page(
            CaseView view,
            ClerkAccount account,
            @Nullable String notice,
            MultiValueMap<String, String> typed,
            Map<QuestionId, JsonNode> result,
            List<ResultError> errors,
            Model model,
            Locale locale) {
        Clerk clerk = account.clerk();
        model.addAttribute("frame", frames.desk("desk.title", clerk.name()));
        model.addAttribute("account", clerk.id());
        model.addAttribute("typed", new LinkedMultiValueMap<>(typed).toSingleValueMap());
        model.addAttribute("view", pages.of(view, clerk, notice, result, errors, locale));
        model.addAttribute("origins", origins.lines(view.origins(), locale));
        return "desk/casePage";
    }

    private static Map<QuestionId, JsonNode> result(
            CaseView view, MultiValueMap<String, String> typed) {
        Map<QuestionId, JsonNode> result = new LinkedHashMap<>();
        for (ResultField field : view.resultFields()) {
            JsonNode value = AnswerReader.read(field.question(), typed);
            if (value != null) {
                result.put(field.id(), value);
            }
        }
        return result;
    }

    static <T> T found(Optional<T> outcome) {
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
