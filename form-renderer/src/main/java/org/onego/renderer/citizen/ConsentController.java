package org.onego.renderer.citizen;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.onego.bundle.guide.GuideOutcome;
import org.onego.bundle.pack.CompiledBundle;
import org.onego.bundle.prefill.PrefillPlan;
import org.onego.bundle.prefill.PrefillPlan.Lookup;
import org.onego.casefile.CitizenService;
import org.onego.casefile.application.Person;
import org.onego.renderer.citizen.Applications.Opened;
import org.onego.renderer.frame.Frames;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Asks once whether certificates may be read: which, whose, what for.
@Controller
class ConsentController {

    /// How long the next page waits for certificates; what comes later fills in by itself.
    private static final Duration PATIENCE = Duration.ofMillis(1500);

    private final CitizenService citizens;
    private final Applications applications;
    private final Way way;
    private final Frames frames;
    private final MessageSource messages;

    ConsentController(
            CitizenService citizens,
            Applications applications,
            Way way,
            Frames frames,
            MessageSource messages) {
        this.citizens = citizens;
        this.applications = applications;
        this.way = way;
        this.frames = frames;
        this.messages = messages;
    }

    /// @param questions what it is used for
    record SourceLine(String title, String holder, String questions) {}

    record ConsentView(List<SourceLine> sources, String items, String action) {}

    @GetMapping("/a/{id}/consent")
    String ask(@PathVariable String id, Person person, Model model, Locale locale) {
        Opened opened = applications.open(person, id);
        Draft draft = opened.draft();
        PrefillPlan plan =
                citizens.consentRequest(person, id)
                        .orElse(new PrefillPlan(List.of(), java.util.Map.of()));
        if (plan.waves().isEmpty()) {
            return "redirect:" + way.first(draft);
        }
        CompiledBundle bundle = opened.bundle().compiled();
        String separator = messages.getMessage("answer.separator", null, locale);
        List<SourceLine> sources =
                plan.waves().stream()
                        .flatMap(wave -> wave.lookups().stream())
                        .map(lookup -> line(lookup, draft, bundle, separator, locale))
                        .toList();
        String items =
                draft.form().selection().items().stream()
                        .map(item -> bundle.item(item).title().in(locale))
                        .collect(Collectors.joining(separator));
        model.addAttribute("frame", frames.citizen(bundle.info()));
        model.addAttribute("view", new ConsentView(sources, items, "/a/" + id + "/consent"));
        return "citizen/consentPage";
    }

    @PostMapping("/a/{id}/consent")
    String answer(@PathVariable String id, @RequestParam String answer, Person person) {
        Applications.found(citizens.consent(person, id, answer.equals("granted"), PATIENCE));
        Opened opened = applications.open(person, id);
        return opened.bundle().guide(opened.application().guide()) instanceof GuideOutcome.Complete
                ? "redirect:" + way.first(opened.draft())
                : "redirect:/a/{id}";
    }

    private SourceLine line(
            Lookup lookup, Draft draft, CompiledBundle bundle, String separator, Locale locale) {
        String holder =
                lookup.holder().equals(draft.form().selection().applicant())
                        ? messages.getMessage("consent.yours", null, locale)
                        : Objects.requireNonNull(bundle.subjects().get(lookup.holder()))
                                .title()
                                .in(locale);
        String questions =
                lookup.answers().stream()
                        .map(expected -> draft.form().questions().get(expected.question()))
                        .filter(Objects::nonNull)
                        .map(question -> question.title().in(locale))
                        .distinct()
                        .limit(4)
                        .collect(Collectors.joining(separator));
        return new SourceLine(lookup.type().title().in(locale), holder, questions);
    }
}
