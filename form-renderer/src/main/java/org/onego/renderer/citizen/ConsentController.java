package org.onego.renderer.citizen;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.onego.bundle.guide.GuideOutcome;
import org.onego.bundle.pack.CompiledBundle;
import org.onego.bundle.prefill.PrefillPlan;
import org.onego.bundle.prefill.PrefillPlan.Lookup;
import org.onego.casefile.CitizenService;
import org.onego.casefile.application.Consent;
import org.onego.casefile.application.Person;
import org.onego.renderer.citizen.Applications.Elsewhere;
import org.onego.renderer.citizen.Applications.Opened;
import org.onego.renderer.frame.Frames;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Asks once whether certificates may be read: which, whose, for which items, what for, how long
/// kept. The same page takes it back.
@Controller
class ConsentController {

    private final CitizenService citizens;
    private final Applications applications;
    private final CertificateWords words;
    private final Way way;
    private final Frames frames;
    private final MessageSource messages;
    private final Duration patience;

    /// @param patience how long the next page waits for certificates; what comes later fills in by
    ///   itself
    ConsentController(
            CitizenService citizens,
            Applications applications,
            CertificateWords words,
            Way way,
            Frames frames,
            MessageSource messages,
            @Value("${onego.prefill.page-budget:1500ms}") Duration patience) {
        this.citizens = citizens;
        this.applications = applications;
        this.words = words;
        this.way = way;
        this.frames = frames;
        this.messages = messages;
        this.patience = patience;
    }

    /// @param questions what it is used for
    record SourceView(String title, String holder, String items, String questions) {}

    /// @param granted it was agreed to already, and can be taken back here
    record ConsentView(
            List<SourceView> sources, boolean guardian, boolean granted, String action) {}

    @GetMapping("/a/{id}/consent")
    String ask(@PathVariable String id, Person person, Model model, Locale locale) {
        Opened opened = applications.open(person, id);
        Draft draft = opened.draft();
        Consent consent = opened.application().consent();
        boolean granted = consent != null && consent.granted();
        List<SourceView> sources =
                consent != null && granted
                        ? agreed(draft, consent, locale)
                        : asked(draft, person, locale);
        if (sources.isEmpty()) {
            return "redirect:" + way.first(draft);
        }
        String applicant = draft.form().selection().applicant();
        boolean guardian =
                draft.form().selection().subjects().stream()
                        .map(opened.bundle().compiled().subjects()::get)
                        .anyMatch(each ->
                                each != null
                                        && each.consentBy().contains(applicant)
                                        && sources.stream()
                                                .anyMatch(source ->
                                                        source.holder()
                                                                .equals(each.title().in(locale))));
        model.addAttribute("frame", frames.citizen(opened.bundle().compiled().info()));
        model.addAttribute(
                "view", new ConsentView(sources, guardian, granted, "/a/" + id + "/consent"));
        return "citizen/consentPage";
    }

    @PostMapping("/a/{id}/consent")
    String answer(@PathVariable String id, @RequestParam String answer, Person person) {
        Applications.found(citizens.consent(person, id, answer.equals("granted"), patience));
        Opened opened = applications.open(person, id);
        if (!(opened.bundle().guide(opened.application().guide())
                instanceof GuideOutcome.Complete)) {
            throw new Elsewhere("/a/" + id);
        }
        boolean others =
                answer.equals("granted")
                        && !citizens.offers(person, id).orElse(List.of()).isEmpty();
        return others ? "redirect:/a/{id}/family" : "redirect:" + way.first(opened.draft());
    }

    private List<SourceView> asked(Draft draft, Person person, Locale locale) {
        CompiledBundle bundle = draft.bundle().compiled();
        PrefillPlan plan =
                citizens.consentRequest(person, draft.application().id())
                        .orElse(new PrefillPlan(List.of(), Map.of()));
        return plan.lookups().stream()
                .filter(lookup -> !lookup.type().isHostProfile())
                .map(lookup -> view(draft, bundle, lookup, locale))
                .toList();
    }

    private SourceView view(Draft draft, CompiledBundle bundle, Lookup lookup, Locale locale) {
        List<String> items =
                draft.form().selection().items().stream()
                        .filter(item ->
                                lookup.answers().stream()
                                        .map(expected -> draft.form().question(expected.question()))
                                        .anyMatch(question ->
                                                question != null
                                                        && question.origins().stream()
                                                                .anyMatch(origin ->
                                                                        origin.item()
                                                                                .equals(item))))
                        .toList();
        return new SourceView(
                lookup.type().title().in(locale),
                holder(draft, bundle, lookup.holder(), locale),
                words.items(bundle, items, locale),
                words.questions(
                        draft.form(),
                        lookup.answers().stream().map(expected -> expected.question()).toList(),
                        locale));
    }

    private List<SourceView> agreed(Draft draft, Consent consent, Locale locale) {
        CompiledBundle bundle = draft.bundle().compiled();
        Map<String, SourceView> views = new LinkedHashMap<>();
        for (Consent.Read read : consent.reads()) {
            views.put(
                    read.type() + read.holder(),
                    new SourceView(
                            words.certificate(bundle, read.type(), locale),
                            holder(draft, bundle, read.holder(), locale),
                            words.items(bundle, read.items(), locale),
                            ""));
        }
        return List.copyOf(views.values());
    }

    private String holder(Draft draft, CompiledBundle bundle, String subject, Locale locale) {
        return subject.equals(draft.form().selection().applicant())
                ? messages.getMessage("consent.yours", null, locale)
                : words.subject(bundle, subject, locale);
    }
}
