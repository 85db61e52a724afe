package org.onego.renderer;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.onego.renderer.frame.Frames;
import org.onego.renderer.frame.MessageView;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/// The page for an unknown address, a page that was open too long, and for failures of ours. No
/// stack trace, ever.
@Controller
class UnknownAddressController implements ErrorController {

    private final Frames frames;
    private final MessageSource messages;

    UnknownAddressController(Frames frames, MessageSource messages) {
        this.frames = frames;
        this.messages = messages;
    }

    @RequestMapping("/error")
    ModelAndView explain(HttpServletRequest request, Locale locale) {
        HttpStatus status = status(request);
        String key =
                switch (status) {
                    case NOT_FOUND, METHOD_NOT_ALLOWED, BAD_REQUEST -> "missing";
                    case FORBIDDEN -> "expired";
                    case CONTENT_TOO_LARGE -> "upload";
                    default -> "failure";
                };
        ModelAndView page = new ModelAndView("messagePage", status);
        page.addObject("frame", frames.plain("message." + key + ".title"));
        page.addObject("view", MessageView.of(messages, key, null, locale));
        return page;
    }

    private static HttpStatus status(HttpServletRequest request) {
        HttpStatus status =
                request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
                        ? HttpStatus.resolve(code)
                        : null;
        return status == null ? HttpStatus.NOT_FOUND : status;
    }
}
