package org.onego.renderer.citizen;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.onego.casefile.CitizenService;
import org.onego.casefile.application.CaseRecord;
import org.onego.casefile.application.Person;
import org.onego.casefile.rating.RateOutcome;
import org.onego.renderer.citizen.Applications.Elsewhere;
import org.onego.renderer.citizen.Applications.Opened;
import org.onego.renderer.frame.Frames;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// 好差评: five levels, once a case, voluntary.
@Controller
class RateController {

    private final CitizenService citizens;
    private final Applications applications;
    private final Frames frames;
    private final MessageSource messages;

    RateController(
            CitizenService citizens,
            Applications applications,
            Frames frames,
            MessageSource messages) {
        this.citizens = citizens;
        this.applications = applications;
        this.frames = frames;
        this.messages = messages;
    }

    record LevelLine(int value, String label) {}

    record RateView(String item, List<LevelLine> levels, boolean unanswered, String action) {}

    @GetMapping("/a/{id}/rate/{item}")
    String ask(
            @PathVariable String id,
            @PathVariable String item,
            @RequestParam(defaultValue = "false") boolean unanswered,
            Person person,
            Model model,
            Locale locale) {
        Opened opened = applications.open(person, id);
        CaseRecord record =
                opened.application().caseOf(CaseRecord.idOf(id, item)).orElseThrow(NotFound::new);
        if (record.rating() != null || !record.state().isEnded()) {
            throw new Elsewhere("/a/" + id);
        }
        List<LevelLine> levels =
                IntStream.iterate(5, level -> level >= 1, level -> level - 1)
                        .mapToObj(level ->
                                new LevelLine(
                                        level,
                                        messages.getMessage("rate.level." + level, null, locale)))
                        .toList();
        model.addAttribute("frame", frames.citizen(opened.bundle().compiled().info()));
        model.addAttribute(
                "view",
                new RateView(
                        opened.bundle().compiled().item(item).title().in(locale),
                        levels,
                        unanswered,
                        "/a/" + id + "/rate/" + item));
        return "citizen/ratePage";
    }

    @PostMapping("/a/{id}/rate/{item}")
    String rate(
            @PathVariable String id,
            @PathVariable String item,
            @RequestParam(required = false) @Nullable Integer level,
            @RequestParam(defaultValue = "") String text,
            Person person) {
        if (level == null) {
            return "redirect:/a/{id}/rate/{item}?unanswered=true";
        }
        var outcome =
                citizens.rate(
                        person,
                        CaseRecord.idOf(id, item),
                        level,
                        List.of(),
                        text.isBlank() ? null : text.strip());
        return switch (Applications.found(outcome)) {
            case RateOutcome.Rated(_), RateOutcome.AlreadyRated(_), RateOutcome.NotYet() ->
                    "redirect:/a/{id}/progress";
            case RateOutcome.Invalid(_, _) -> "redirect:/a/{id}/rate/{item}?unanswered=true";
        };
    }
}
