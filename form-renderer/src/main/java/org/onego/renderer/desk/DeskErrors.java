package org.onego.renderer.desk;

import java.util.Locale;
import org.onego.renderer.frame.Frames;
import org.onego.renderer.frame.MessageView;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/// What a clerk sees when a page can't be shown.
@ControllerAdvice(basePackageClasses = DeskErrors.class)
class DeskErrors {

    private final Frames frames;
    private final MessageSource messages;

    DeskErrors(Frames frames, MessageSource messages) {
        this.frames = frames;
        this.messages = messages;
    }

    @ExceptionHandler(CaseController.NoSuchCase.class)
    ModelAndView notFound(Locale locale) {
        ModelAndView page = new ModelAndView("messagePage", HttpStatus.NOT_FOUND);
        page.addObject("frame", frames.desk("desk.title", null));
        page.addObject("view", MessageView.of(messages, "case", "/desk", locale));
        return page;
    }
}
