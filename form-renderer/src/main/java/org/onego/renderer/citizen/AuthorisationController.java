package org.onego.renderer.citizen;

import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.onego.bundle.element.Mask;
import org.onego.bundle.pack.CompiledBundle;
import org.onego.casefile.AuthorisationService;
import org.onego.casefile.application.Authorisation;
import org.onego.casefile.application.Authorisation.State;
import org.onego.casefile.application.BundleCatalogue;
import org.onego.casefile.application.Person;
import org.onego.casefile.consent.AuthorisationOutcome;
import org.onego.casefile.consent.AuthorisationOutcome.Is;
import org.onego.renderer.citizen.CertificateWords.SourceLine;
import org.onego.renderer.field.Masker;
import org.onego.renderer.frame.CaseTexts;
import org.onego.renderer.frame.Frames;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What somebody sees who is asked to let their certificates be read for another's application: who
/// asks, which, for what, how long; and the way to take it back.
@Controller
class AuthorisationController {

    private final AuthorisationService authorisations;
    private final BundleCatalogue catalogue;
    private final CertificateWords words;
    private final CaseTexts texts;
    private final Frames frames;
    private final MessageSource messages;
    private final InstantSource clock;

    AuthorisationController(
            AuthorisationService authorisations,
            BundleCatalogue catalogue,
            CertificateWords words,
            CaseTexts texts,
            Frames frames,
            MessageSource messages,
            InstantSource clock) {
        this.authorisations = authorisations;
        this.catalogue = catalogue;
        this.words = words;
        this.texts = texts;
        this.frames = frames;
        this.messages = messages;
        this.clock = clock;
    }

    /// @param asker masked: the person knows who it is, and others learn nothing
    /// @param open it can be answered
    /// @param granted it can be taken back
    record AuthorisationView(
            String asker,
            String service,
            List<SourceLine> sources,
            String state,
            String until,
            boolean open,
            boolean granted,
            String action) {}

    @GetMapping("/auth/{token}")
    String show(@PathVariable String token, Person person, Model model, Locale locale) {
        Optional<AuthorisationOutcome> outcome = authorisations.open(person, token);
        if (!(outcome.orElseThrow(NotFound::new) instanceof Is is)) {
            throw new NotYours();
        }
        CompiledBundle bundle = catalogue.of(is.application()).compiled();
        Authorisation asked = is.authorisation();
        boolean open = asked.isOpen(clock.instant()) && is.application().isDraft();
        boolean granted = asked.state() == State.GRANTED;
        boolean over = asked.state() == State.ASKED && !open;
        model.addAttribute("frame", frames.citizen(bundle.info()));
        model.addAttribute(
                "view",
                new AuthorisationView(
                        Masker.mask(Mask.NAME, is.application().owner().name()),
                        bundle.info().title().in(locale),
                        words.lines(bundle, asked.reads(), asked.decider(), locale),
                        messages.getMessage(
                                "authorisation.yours." + (over ? "EXPIRED" : asked.state().name()),
                                null,
                                locale),
                        texts.time(asked.expiresAt(), locale),
                        open,
                        granted,
                        "/auth/" + token));
        return "citizen/authorisationPage";
    }

    @PostMapping("/auth/{token}")
    String decide(@PathVariable String token, @RequestParam String answer, Person person) {
        AuthorisationOutcome outcome =
                authorisations
                        .decide(person, token, answer.equals("granted"))
                        .orElseThrow(NotFound::new);
        if (!(outcome instanceof Is)) {
            throw new NotYours();
        }
        return "redirect:/auth/{token}";
    }

    /// The link is for one person, and this is another.
    static final class NotYours extends RuntimeException {
        private static final long serialVersionUID = 1;

        NotYours() {
            super("the authorisation is for another person to decide");
        }
    }
}
