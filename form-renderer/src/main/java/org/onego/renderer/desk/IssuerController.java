package org.onego.renderer.desk;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.onego.bundle.element.Mask;
import org.onego.bundle.merge.QuestionId;
import org.onego.casefile.IssuerService;
import org.onego.casefile.application.Dispute;
import org.onego.casefile.provenance.IssuerTask;
import org.onego.renderer.field.AnswerText;
import org.onego.renderer.field.Masker;
import org.onego.renderer.frame.CaseTexts;
import org.onego.renderer.frame.Frames;
import org.springframework.context.MessageSource;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Certificates of this department that citizens say are wrong (证照纠错).
@Controller
class IssuerController {

    private final IssuerService issuers;
    private final AnswerText answerText;
    private final CaseTexts texts;
    private final Frames frames;
    private final MessageSource messages;

    IssuerController(
            IssuerService issuers,
            AnswerText answerText,
            CaseTexts texts,
            Frames frames,
            MessageSource messages) {
        this.issuers = issuers;
        this.answerText = answerText;
        this.texts = texts;
        this.frames = frames;
        this.messages = messages;
    }

    /// @param waiting the items that wait for the answer; empty when none does
    record TaskView(
            String application,
            String question,
            String number,
            String applicant,
            String certificate,
            String identifier,
            String label,
            String printed,
            String stated,
            @Nullable String note,
            String at,
            String waiting) {}

    @GetMapping("/desk/certificates")
    String tasks(@AuthenticationPrincipal ClerkAccount account, Model model, Locale locale) {
        List<TaskView> tasks =
                issuers.tasks(account.clerk()).stream().map(task -> view(task, locale)).toList();
        model.addAttribute("frame", frames.desk("desk.title", account.clerk().name()));
        model.addAttribute("tasks", tasks);
        return "desk/issuerPage";
    }

    private TaskView view(IssuerTask task, Locale locale) {
        Dispute dispute = task.dispute();
        return new TaskView(
                task.applicationId(),
                task.question().id().toString(),
                task.number(),
                Masker.mask(Mask.NAME, task.applicant()),
                task.certificate().in(locale),
                dispute.printed().provenance().identifier(),
                task.question().title().in(locale),
                answerText.full(task.question(), dispute.printed().value(), locale),
                answerText.full(task.question(), dispute.stated(), locale),
                dispute.note(),
                texts.time(dispute.at(), locale),
                task.waiting().stream()
                        .map(item -> item.in(locale))
                        .collect(
                                Collectors.joining(
                                        messages.getMessage("answer.separator", null, locale))));
    }

    /// Somebody else may have been faster; then the task is gone from the list.
    @PostMapping("/desk/certificates")
    String decide(
            @AuthenticationPrincipal ClerkAccount account,
            @RequestParam String application,
            @RequestParam String question,
            @RequestParam String answer,
            @RequestParam(required = false) @Nullable String words) {
        boolean known =
                issuers.tasks(account.clerk()).stream()
                        .anyMatch(task ->
                                task.applicationId().equals(application)
                                        && task.question().id().toString().equals(question));
        if (known) {
            boolean decided =
                    issuers.decide(
                                    account.clerk(),
                                    application,
                                    QuestionId.parse(question),
                                    answer.equals("corrected"),
                                    words == null || words.isBlank() ? null : words.strip())
                            .orElse(false);
            return decided ? "redirect:/desk/certificates?done" : "redirect:/desk/certificates";
        }
        return "redirect:/desk/certificates";
    }
}
