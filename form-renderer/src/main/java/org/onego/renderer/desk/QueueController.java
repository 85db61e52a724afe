package org.onego.renderer.desk;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.onego.bundle.element.Mask;
import org.onego.casefile.DeskService;
import org.onego.casefile.application.CaseQuery;
import org.onego.casefile.result.Queue;
import org.onego.casefile.result.QueueEntry;
import org.onego.renderer.field.Masker;
import org.onego.renderer.frame.CaseTexts;
import org.onego.renderer.frame.ClockTexts;
import org.onego.renderer.frame.ClockTexts.ClockLine;
import org.onego.renderer.frame.Frames;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The open cases of a clerk's department, the one that has waited longest first.
@Controller
class QueueController {

    private static final int PAGE_SIZE = 50;

    private final DeskService desk;
    private final CaseTexts texts;
    private final ClockTexts clocks;
    private final Frames frames;

    QueueController(DeskService desk, CaseTexts texts, ClockTexts clocks, Frames frames) {
        this.desk = desk;
        this.texts = texts;
        this.clocks = clocks;
        this.frames = frames;
    }

    record CaseLine(
            String id,
            String number,
            String item,
            String applicant,
            String state,
            String tone,
            String received,
            @Nullable ClockLine clock,
            String clerk) {}

    record QueueView(String department, List<CaseLine> cases, int page, boolean more) {}

    @GetMapping("/desk")
    String queue(
            @AuthenticationPrincipal ClerkAccount account,
            @RequestParam(defaultValue = "0") int page,
            Model model,
            Locale locale) {
        int skip = Math.max(page, 0) * PAGE_SIZE;
        Queue queue =
                desk.queue(
                        account.clerk(),
                        new Queue.Filter(
                                Queue.Scope.ALL,
                                null,
                                null,
                                null,
                                null,
                                CaseQuery.Sort.RECEIVED,
                                false,
                                skip,
                                PAGE_SIZE));
        long open = queue.counts().values().stream().mapToLong(Long::longValue).sum();
        model.addAttribute("frame", frames.desk("desk.title", account.clerk().name()));
        model.addAttribute(
                "view",
                new QueueView(
                        account.departmentName(),
                        queue.entries().stream().map(entry -> line(entry, locale)).toList(),
                        Math.max(page, 0),
                        open > skip + PAGE_SIZE));
        return "desk/queuePage";
    }

    private CaseLine line(QueueEntry entry, Locale locale) {
        var claimed = entry.claimedBy();
        return new CaseLine(
                entry.caseId(),
                entry.number(),
                entry.itemTitle().in(locale),
                Masker.mask(Mask.NAME, entry.applicantName()),
                texts.state(entry.state(), locale),
                CaseTexts.tone(entry.state()),
                texts.time(entry.handedOverAt(), locale),
                clocks.line(entry.clock(), locale),
                claimed == null ? "—" : claimed.name());
    }
}
