package org.onego.renderer.desk;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.onego.casefile.TeamService;
import org.onego.casefile.application.Cosign;
import org.onego.casefile.result.OpinionView;
import org.onego.renderer.desk.DocumentText.Line;
import org.onego.renderer.frame.CaseTexts;
import org.onego.renderer.frame.Frames;
import org.springframework.context.MessageSource;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Opinions that are asked of a clerk (会签): the question, what was shared with it, and the answer.
@Controller
class OpinionController {

    private final TeamService team;
    private final DocumentText documents;
    private final CaseTexts texts;
    private final Frames frames;
    private final MessageSource messages;

    OpinionController(
            TeamService team,
            DocumentText documents,
            CaseTexts texts,
            Frames frames,
            MessageSource messages) {
        this.team = team;
        this.documents = documents;
        this.texts = texts;
        this.frames = frames;
        this.messages = messages;
    }

    record AskedLine(String href, String item, String number, String asked, String by, String at) {}

    record OpinionsPageView(List<AskedLine> opinions) {}

    /// @param answer what was answered, or null
    record OpinionPageView(
            String caseId,
            int number,
            String item,
            String caseNumber,
            String question,
            String by,
            String at,
            List<Line> shared,
            @Nullable String answer,
            @Nullable String problem) {}

    @GetMapping("/desk/opinions")
    String list(@AuthenticationPrincipal ClerkAccount account, Model model, Locale locale) {
        model.addAttribute("frame", frames.desk("desk.title", account.clerk().name()));
        model.addAttribute(
                "view",
                new OpinionsPageView(
                        team.opinions(account.clerk()).stream()
                                .map(each -> line(each, locale))
                                .toList()));
        return "desk/opinionsPage";
    }

    private AskedLine line(OpinionView view, Locale locale) {
        Cosign cosign = view.cosign();
        return new AskedLine(
                "/desk/opinions/" + view.caseId() + "/" + cosign.number(),
                view.item().title().in(locale),
                view.caseNumber(),
                cosign.question(),
                cosign.by().name(),
                texts.time(cosign.at(), locale));
    }

    @GetMapping("/desk/opinions/{id}/{number}")
    String show(
            @PathVariable String id,
            @PathVariable int number,
            @RequestParam(defaultValue = "false") boolean wrong,
            @AuthenticationPrincipal ClerkAccount account,
            Model model,
            Locale locale) {
        OpinionView view = CaseController.found(team.opinion(account.clerk(), id, number));
        Cosign cosign = view.cosign();
        Cosign.Opinion given = cosign.opinion();
        model.addAttribute("frame", frames.desk("desk.title", account.clerk().name()));
        model.addAttribute("account", account.clerk().id());
        model.addAttribute(
                "view",
                new OpinionPageView(
                        id,
                        number,
                        view.item().title().in(locale),
                        view.caseNumber(),
                        cosign.question(),
                        cosign.by().name(),
                        texts.time(cosign.at(), locale),
                        documents.shared(view, locale),
                        given == null ? null : answer(given, locale),
                        wrong ? messages.getMessage("desk.opinion.wrong", null, locale) : null));
        return "desk/opinionPage";
    }

    private String answer(Cosign.Opinion given, Locale locale) {
        return messages.getMessage(
                "desk.opinion.given",
                new Object[] {
                    given.by().name(),
                    messages.getMessage("desk.stand." + given.stand().name(), null, locale),
                    given.text()
                },
                locale);
    }

    @PostMapping("/desk/opinions/{id}/{number}")
    String answer(
            @PathVariable String id,
            @PathVariable int number,
            @RequestParam(required = false) Cosign.@Nullable Stand stand,
            @RequestParam(defaultValue = "") String text,
            @AuthenticationPrincipal ClerkAccount account) {
        boolean taken = stand != null && team.giveOpinion(account.clerk(), id, number, stand, text);
        return taken
                ? "redirect:/desk/opinions/{id}/{number}"
                : "redirect:/desk/opinions/{id}/{number}?wrong=true";
    }
}
