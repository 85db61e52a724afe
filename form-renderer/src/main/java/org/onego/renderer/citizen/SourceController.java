package org.onego.renderer.citizen;

import java.util.Locale;
import org.onego.bundle.merge.QuestionId;
import org.onego.bundle.page.FormPage;
import org.onego.casefile.CitizenService;
import org.onego.casefile.application.CertificateRead.State;
import org.onego.casefile.application.Person;
import org.onego.renderer.citizen.Applications.Elsewhere;
import org.onego.renderer.citizen.Applications.Opened;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What comes from certificates while a page is open: late answers, and the choice between sources
/// that disagree.
@Controller
class SourceController {

    private final CitizenService citizens;
    private final Applications applications;
    private final PageFields fields;
    private final CertificatePanels panels;

    SourceController(
            CitizenService citizens,
            Applications applications,
            PageFields fields,
            CertificatePanels panels) {
        this.citizens = citizens;
        this.applications = applications;
        this.fields = fields;
        this.panels = panels;
    }

    /// The fields of a page that certificates have filled so far, for its script.
    @GetMapping("/a/{id}/p/{pageId}/late")
    String late(
            @PathVariable String id,
            @PathVariable String pageId,
            Person person,
            Model model,
            Locale locale) {
        Opened opened = applications.open(person, id);
        Draft draft = opened.draft();
        FormPage page = page(draft, pageId);
        var filled = draft.application().prefilled();
        model.addAttribute("certificates", panels.of(draft, page, locale));
        model.addAttribute(
                "done",
                opened.application().reads().stream()
                        .noneMatch(read -> read.state() == State.PENDING));
        model.addAttribute(
                "fields",
                fields.of(draft, page, java.util.List.of(), locale).stream()
                        .filter(field -> filled.containsKey(QuestionId.parse(field.name())))
                        .toList());
        return "citizen/latePartial";
    }

    /// A page that is settled by now has left the way, and is looked for among all.
    private static FormPage page(Draft draft, String pageId) {
        return draft.bundle().pages(draft.form()).stream()
                .filter(each -> each.id().equals(pageId))
                .findFirst()
                .orElseThrow(() -> new Elsewhere(Way.base(draft.application())));
    }

    @PostMapping("/a/{id}/p/{pageId}/source")
    String choose(
            @PathVariable String id,
            @PathVariable String pageId,
            @RequestParam String question,
            @RequestParam(defaultValue = "-1") int source,
            Person person) {
        Draft draft = applications.open(person, id).draft();
        QuestionId asked =
                draft.form().questions().keySet().stream()
                        .filter(each -> each.toString().equals(question))
                        .findFirst()
                        .orElseThrow(NotFound::new);
        Applications.found(citizens.chooseSource(person, id, asked, source));
        Draft after = applications.open(person, id).draft();
        return after.page(pageId).isPresent() ? "redirect:/a/{id}/p/{pageId}" : "redirect:/a/{id}";
    }
}
