package org.onego.renderer.citizen;

import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.onego.bundle.pack.CompiledBundle;
import org.onego.casefile.CitizenService;
import org.onego.casefile.application.Authorisation;
import org.onego.casefile.application.Authorisation.State;
import org.onego.casefile.application.Host;
import org.onego.casefile.application.Person;
import org.onego.casefile.consent.AuthorisationOutcome;
import org.onego.casefile.consent.AuthorisationOutcome.Is;
import org.onego.casefile.consent.Offer;
import org.onego.renderer.citizen.Applications.Opened;
import org.onego.renderer.citizen.CertificateWords.SourceLine;
import org.onego.renderer.frame.CaseTexts;
import org.onego.renderer.frame.Frames;
import org.onego.renderer.qr.QrPicture;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Whom the applicant can ask for leave to read their certificates, the link to send them, and how
/// that stands.
@Controller
class FamilyController {

    private final CitizenService citizens;
    private final Applications applications;
    private final CertificateWords words;
    private final CaseTexts texts;
    private final Way way;
    private final Frames frames;
    private final MessageSource messages;
    private final Host host;
    private final InstantSource clock;
    private final URI publicUrl;

    /// @param publicUrl under which the other person's phone reaches these pages
    FamilyController(
            CitizenService citizens,
            Applications applications,
            CertificateWords words,
            CaseTexts texts,
            Way way,
            Frames frames,
            MessageSource messages,
            Host host,
            InstantSource clock,
            @Value("${onego.public-url}") URI publicUrl) {
        this.citizens = citizens;
        this.applications = applications;
        this.words = words;
        this.texts = texts;
        this.way = way;
        this.frames = frames;
        this.messages = messages;
        this.host = host;
        this.clock = clock;
        this.publicUrl = publicUrl;
    }

    /// Somebody who can be asked, or was.
    ///
    /// @param state in words, or null when nobody has been asked
    /// @param link to send to the person, or null when there is nothing to answer
    /// @param picture the same as QR code
    /// @param authorisation id of the one that can be taken back or reminded of, or null
    record PersonView(
            String decider,
            String title,
            List<SourceLine> sources,
            int spared,
            @Nullable String state,
            String tone,
            @Nullable String link,
            @Nullable String picture,
            boolean ask,
            @Nullable String authorisation) {}

    record FamilyView(List<PersonView> people, @Nullable String told, String base) {}

    @GetMapping("/a/{id}/family")
    String show(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String told,
            Person person,
            Model model,
            Locale locale) {
        Opened opened = applications.open(person, id);
        Draft draft = opened.draft();
        CompiledBundle bundle = opened.bundle().compiled();
        List<PersonView> people = new ArrayList<>();
        for (Offer offer : Applications.found(citizens.offers(person, id))) {
            people.add(view(bundle, offer, locale));
        }
        if (people.isEmpty()) {
            return "redirect:" + way.first(draft);
        }
        model.addAttribute("frame", frames.citizen(bundle.info()));
        model.addAttribute(
                "view",
                new FamilyView(
                        people,
                        told == null
                                ? null
                                : messages.getMessage(
                                        told.equals("yes") ? "family.told" : "family.untold",
                                        null,
                                        locale),
                        "/a/" + id + "/family"));
        return "citizen/familyPage";
    }

    private PersonView view(CompiledBundle bundle, Offer offer, Locale locale) {
        Authorisation asked = offer.asked();
        boolean open = asked != null && asked.isOpen(clock.instant());
        boolean granted = asked != null && asked.allows(clock.instant());
        String id = asked != null && (open || granted) ? asked.id() : null;
        String link = open ? publicUrl + "/auth/" + id : null;
        return new PersonView(
                offer.decider(),
                words.subject(bundle, offer.decider(), locale),
                words.lines(bundle, offer.reads(), "", locale),
                offer.answers().size(),
                asked == null ? null : state(asked, locale),
                granted ? "good" : open ? "active" : "",
                link,
                link == null
                        ? null
                        : QrPicture.svg(link, messages.getMessage("family.qr", null, locale)),
                !open && !granted,
                id);
    }

    private String state(Authorisation asked, Locale locale) {
        boolean over =
                (asked.state() == State.ASKED || asked.state() == State.GRANTED)
                        && !clock.instant().isBefore(asked.expiresAt());
        return messages.getMessage(
                "authorisation." + (over ? "EXPIRED" : asked.state().name()),
                new Object[] {texts.time(asked.expiresAt(), locale)},
                locale);
    }

    @PostMapping("/a/{id}/family")
    String next(@PathVariable String id, Person person) {
        return "redirect:" + way.first(applications.open(person, id).draft());
    }

    @PostMapping("/a/{id}/family/ask")
    String ask(@PathVariable String id, @RequestParam String decider, Person person) {
        AuthorisationOutcome outcome =
                Applications.found(citizens.askForAuthorisation(person, id, decider));
        return outcome instanceof Is ? "redirect:/a/{id}/family" : "redirect:/a/{id}";
    }

    /// The person gets a message in the host app, if they have it.
    @PostMapping("/a/{id}/family/remind")
    String remind(
            @PathVariable String id,
            @RequestParam String authorisation,
            Person person,
            Locale locale) {
        AuthorisationOutcome outcome =
                Applications.found(citizens.remind(person, id, authorisation));
        boolean told = outcome instanceof Is is && push(is.authorisation(), locale);
        return "redirect:/a/{id}/family?told=" + (told ? "yes" : "no");
    }

    private boolean push(Authorisation asked, Locale locale) {
        Person to = new Person("", asked.deciderIdNo(), "");
        return host.push(
                        new Host.Recipient.Citizen(to),
                        asked.id() + "-" + asked.remindedAt(),
                        messages.getMessage("family.message.title", null, locale),
                        messages.getMessage("family.message.text", null, locale),
                        "/auth/" + asked.id())
                instanceof Host.Sent.Accepted;
    }

    @PostMapping("/a/{id}/family/cancel")
    String cancel(@PathVariable String id, @RequestParam String authorisation, Person person) {
        Applications.found(citizens.cancelAuthorisation(person, id, authorisation));
        return "redirect:/a/{id}/family";
    }
}
