package org.onego.renderer.citizen;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.onego.bundle.element.CertificateType;
import org.onego.bundle.element.Mask;
import org.onego.casefile.AuthorisationService;
import org.onego.casefile.CitizenService;
import org.onego.casefile.application.BundleCatalogue;
import org.onego.casefile.application.Person;
import org.onego.casefile.audit.AuditRecord;
import org.onego.casefile.consent.AuthorisationOutcome.Is;
import org.onego.renderer.field.Masker;
import org.onego.renderer.frame.CaseTexts;
import org.onego.renderer.frame.Frames;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// Who read which of my certificates, when, for whom and why; and what I have agreed to for others.
@Controller
class ReadsController {

    private final CitizenService citizens;
    private final AuthorisationService authorisations;
    private final BundleCatalogue catalogue;
    private final CaseTexts texts;
    private final Frames frames;
    private final MessageSource messages;

    ReadsController(
            CitizenService citizens,
            AuthorisationService authorisations,
            BundleCatalogue catalogue,
            CaseTexts texts,
            Frames frames,
            MessageSource messages) {
        this.citizens = citizens;
        this.authorisations = authorisations;
        this.catalogue = catalogue;
        this.texts = texts;
        this.frames = frames;
        this.messages = messages;
    }

    /// @param whose null for the reader's own
    record ReadLine(
            String certificate,
            @Nullable String whose,
            String at,
            String organisation,
            String item,
            String purpose,
            String user,
            String basis,
            String business) {}

    record GivenLine(String asker, String service, String state, String href) {}

    record ReadsView(List<ReadLine> reads, List<GivenLine> given) {}

    @GetMapping("/me/reads")
    String show(Person person, Model model, Locale locale) {
        Map<String, String> titles =
                catalogue.all().stream()
                        .flatMap(bundle ->
                                bundle.compiled().dictionary().certificateTypes().values().stream())
                        .collect(
                                Collectors.toMap(
                                        CertificateType::id,
                                        type -> type.title().in(locale),
                                        (first, _) -> first));
        List<ReadLine> reads =
                citizens.readsOf(person).stream()
                        .map(each -> line(each, person, titles, locale))
                        .toList();
        List<GivenLine> given =
                authorisations.asked(person).stream().map(each -> given(each, locale)).toList();
        model.addAttribute("frame", frames.plain("reads.short"));
        model.addAttribute("view", new ReadsView(reads, given));
        return "citizen/readsPage";
    }

    private ReadLine line(
            AuditRecord each, Person person, Map<String, String> titles, Locale locale) {
        boolean own = each.holderIdNo().equalsIgnoreCase(person.idNo());
        return new ReadLine(
                titles.getOrDefault(each.certificateType(), each.certificateType()),
                own ? null : Masker.mask(Mask.ID, each.holderIdNo()),
                texts.time(each.at(), locale),
                each.orgName(),
                each.itemName(),
                each.purpose(),
                each.user().equals(person.name())
                        ? messages.getMessage("reads.you", null, locale)
                        : Masker.mask(Mask.NAME, each.user()),
                messages.getMessage("reads.basis." + each.basis().name(), null, locale),
                each.businessCode());
    }

    private GivenLine given(Is each, Locale locale) {
        return new GivenLine(
                Masker.mask(Mask.NAME, each.application().owner().name()),
                catalogue.of(each.application()).compiled().info().title().in(locale),
                messages.getMessage(
                        "authorisation.yours." + each.authorisation().state().name(), null, locale),
                "/auth/" + each.authorisation().id());
    }
}
