package org.onego.renderer.citizen;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.onego.casefile.CitizenService;
import org.onego.casefile.application.CaseRecord;
import org.onego.casefile.application.Person;
import org.onego.casefile.result.WithdrawApplication;
import org.onego.renderer.citizen.Applications.Elsewhere;
import org.onego.renderer.citizen.Applications.Opened;
import org.onego.renderer.frame.Frames;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// 撤销申请: what is not decided yet can be taken back, after a page that says what that means.
@Controller
class WithdrawController {

    private final CitizenService citizens;
    private final Applications applications;
    private final Frames frames;

    WithdrawController(CitizenService citizens, Applications applications, Frames frames) {
        this.citizens = citizens;
        this.applications = applications;
        this.frames = frames;
    }

    record OpenLine(String item, String title) {}

    /// @param items what can still be taken back
    record WithdrawView(List<OpenLine> items, boolean unanswered, String action, String back) {}

    @GetMapping("/a/{id}/withdraw")
    String ask(
            @PathVariable String id,
            @RequestParam(defaultValue = "false") boolean unanswered,
            Person person,
            Model model,
            Locale locale) {
        Opened opened = applications.open(person, id);
        List<CaseRecord> open = WithdrawApplication.open(opened.application());
        if (open.isEmpty()) {
            throw new Elsewhere("/a/" + id);
        }
        var bundle = opened.bundle().compiled();
        model.addAttribute("frame", frames.citizen(bundle.info()));
        model.addAttribute(
                "view",
                new WithdrawView(
                        open.stream()
                                .map(each ->
                                        new OpenLine(
                                                each.item(),
                                                bundle.item(each.item()).title().in(locale)))
                                .toList(),
                        unanswered,
                        "/a/" + id + "/withdraw",
                        "/a/" + id + "/progress"));
        return "citizen/withdrawPage";
    }

    @PostMapping("/a/{id}/withdraw")
    String withdraw(
            @PathVariable String id,
            @RequestParam(defaultValue = "") Set<String> items,
            Person person) {
        if (items.isEmpty()) {
            return "redirect:/a/{id}/withdraw?unanswered=true";
        }
        return switch (Applications.found(citizens.withdraw(person, id, items))) {
            case WithdrawApplication.Outcome.Withdrawn _,
                    WithdrawApplication.Outcome.NothingLeft _ ->
                    "redirect:/a/{id}/progress";
        };
    }
}
