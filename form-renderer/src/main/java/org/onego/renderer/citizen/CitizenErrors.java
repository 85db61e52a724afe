package org.onego.renderer.citizen;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.onego.renderer.citizen.Applications.Elsewhere;
import org.onego.renderer.citizen.AuthorisationController.NotYours;
import org.onego.renderer.citizen.CitizenSession.NotThroughHost;
import org.onego.renderer.citizen.HostEntry.HostUnavailable;
import org.onego.renderer.frame.Frames;
import org.onego.renderer.frame.MessageView;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.servlet.ModelAndView;

/// What a citizen sees when a page can't be shown: what happened, and what to do next.
@ControllerAdvice(basePackageClasses = CitizenErrors.class)
class CitizenErrors {

    private final Frames frames;
    private final MessageSource messages;

    CitizenErrors(Frames frames, MessageSource messages) {
        this.frames = frames;
        this.messages = messages;
    }

    @ExceptionHandler(NotThroughHost.class)
    ModelAndView notThroughHost(Locale locale) {
        return page("login", HttpStatus.UNAUTHORIZED, null, locale);
    }

    @ExceptionHandler(HostUnavailable.class)
    ModelAndView hostUnavailable(Locale locale) {
        return page("host", HttpStatus.SERVICE_UNAVAILABLE, null, locale);
    }

    @ExceptionHandler(NotYours.class)
    ModelAndView notYours(Locale locale) {
        return page("not-yours", HttpStatus.FORBIDDEN, null, locale);
    }

    @ExceptionHandler(NotFound.class)
    ModelAndView notFound(Locale locale) {
        return page("missing", HttpStatus.NOT_FOUND, null, locale);
    }

    @ExceptionHandler(MaxUploadSizeExceededException.class)
    ModelAndView tooLarge(Locale locale) {
        return page("upload", HttpStatus.CONTENT_TOO_LARGE, null, locale);
    }

    @ExceptionHandler(Elsewhere.class)
    String elsewhere(Elsewhere elsewhere) {
        return "redirect:" + elsewhere.path();
    }

    private ModelAndView page(String key, HttpStatus status, @Nullable String href, Locale locale) {
        ModelAndView page = new ModelAndView("messagePage", status);
        page.addObject("frame", frames.plain("message." + key + ".title"));
        page.addObject("view", MessageView.of(messages, key, href, locale));
        return page;
    }
}
