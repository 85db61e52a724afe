package org.onego.renderer.desk;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onego.casefile.DeskService;
import org.onego.casefile.application.CaseState;
import org.onego.casefile.application.Pause;
import org.onego.casefile.result.CaseView;
import org.onego.casefile.result.DeskOutcome;
import org.onego.renderer.frame.CaseTexts;
import org.onego.renderer.frame.ClockTexts;
import org.onego.renderer.frame.ClockTexts.ClockLine;
import org.onego.renderer.frame.Frames;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The clock of a case: the special procedures that stop it, and what has stopped it so far.
@Controller
class ClockController {

    private static final int LONGEST = 500;
    private static final int MOST_DAYS = 366;

    private final DeskService desk;
    private final CaseTexts texts;
    private final ClockTexts clocks;
    private final Frames frames;

    ClockController(DeskService desk, CaseTexts texts, ClockTexts clocks, Frames frames) {
        this.desk = desk;
        this.texts = texts;
        this.clocks = clocks;
        this.frames = frames;
    }

    /// @param what it was: 补正, or the special procedure's name
    /// @param until null while it lasts
    record PauseLine(
            String what,
            String reason,
            String by,
            String from,
            @Nullable String until,
            @Nullable String outcome) {}

    /// @param stoppable whether a special procedure can begin now
    /// @param resumable whether one is to be ended
    record ClockView(
            String id,
            String item,
            String number,
            @Nullable ClockLine clock,
            boolean stoppable,
            boolean resumable,
            boolean wrong,
            List<PauseLine> pauses) {}

    @GetMapping("/desk/cases/{id}/clock")
    String show(
            @PathVariable String id,
            @RequestParam(defaultValue = "false") boolean wrong,
            @AuthenticationPrincipal ClerkAccount account,
            Model model,
            Locale locale) {
        CaseView view = desk.open(account.clerk(), id).orElseThrow(CaseController.NoSuchCase::new);
        CaseState state = view.record().state();
        Pause paused = view.record().ledger().paused();
        model.addAttribute("frame", frames.desk("desk.clock", account.clerk().name()));
        model.addAttribute(
                "view",
                new ClockView(
                        id,
                        view.item().title().in(locale),
                        view.record().number(),
                        clocks.line(view.clock(), locale),
                        paused == null
                                && (state == CaseState.ACCEPTED || state == CaseState.REVIEWED),
                        paused != null && paused.kind() != Pause.Kind.CORRECTION,
                        wrong,
                        view.record().ledger().pauses().reversed().stream()
                                .map(pause -> line(pause, locale))
                                .toList()));
        return "desk/clockPage";
    }

    private PauseLine line(Pause pause, Locale locale) {
        Pause.Special special = pause.special();
        return new PauseLine(
                special == null ? clocks.kind(pause.kind(), locale) : special.name(),
                pause.reason(),
                clocks.who(pause.by(), locale),
                texts.time(pause.from(), locale),
                pause.to() == null ? null : texts.time(pause.to(), locale),
                pause.outcome());
    }

    @PostMapping("/desk/cases/{id}/clock/stop")
    String stop(
            @PathVariable String id,
            @RequestParam String kind,
            @RequestParam String name,
            @RequestParam String approvedBy,
            @RequestParam String days,
            @RequestParam String reason,
            @AuthenticationPrincipal ClerkAccount account) {
        boolean right =
                kind.matches("EXTENSION|SPECIAL")
                        && isText(name)
                        && isText(approvedBy)
                        && isText(reason)
                        && days.matches("[1-9]\\d{0,2}")
                        && Integer.parseInt(days) <= MOST_DAYS;
        if (!right) {
            return "redirect:/desk/cases/{id}/clock?wrong=true";
        }
        Pause.Special special =
                new Pause.Special(name.strip(), approvedBy.strip(), Integer.parseInt(days));
        return after(
                desk.stopClock(
                        account.clerk(), id, Pause.Kind.valueOf(kind), special, reason.strip()));
    }

    @PostMapping("/desk/cases/{id}/clock/resume")
    String resume(
            @PathVariable String id,
            @RequestParam String outcome,
            @AuthenticationPrincipal ClerkAccount account) {
        return isText(outcome)
                ? after(desk.goOn(account.clerk(), id, outcome.strip()))
                : "redirect:/desk/cases/{id}/clock?wrong=true";
    }

    private static boolean isText(String text) {
        return !text.isBlank() && text.length() <= LONGEST;
    }

    /// What could not be done has been done by somebody else: the page shows it.
    private static String after(Optional<DeskOutcome> outcome) {
        return outcome.orElseThrow(CaseController.NoSuchCase::new) instanceof DeskOutcome.Done
                ? "redirect:/desk/cases/{id}/clock"
                : "redirect:/desk/cases/{id}?done=late";
    }
}
