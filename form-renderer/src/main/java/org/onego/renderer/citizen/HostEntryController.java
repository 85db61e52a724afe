package org.onego.renderer.citizen;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.onego.casefile.application.Host;
import org.onego.casefile.application.Host.Login;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// The door from the host app: exchanges the one-time token on the server, then leads to the
/// service at an address without it.
@Controller
class HostEntryController {

    private static final Logger log = LoggerFactory.getLogger(HostEntryController.class);

    private final Host host;
    private final CitizenSession session;

    HostEntryController(Host host, CitizenSession session) {
        this.host = host;
        this.session = session;
    }

    @GetMapping("/jsb/{bundle}")
    String enter(
            @PathVariable String bundle,
            @RequestParam(required = false) @Nullable String accessLink,
            @RequestParam(required = false) @Nullable String uiStyle,
            HttpServletRequest request) {
        if (accessLink == null || accessLink.isBlank()) {
            throw new CitizenSession.NotThroughHost();
        }
        return switch (host.exchange(accessLink)) {
            case Login.LoggedIn(var person) -> {
                session.enter(request, person, "elder".equals(uiStyle));
                yield "redirect:/s/{bundle}";
            }
            case Login.Refused() -> throw new CitizenSession.NotThroughHost();
            case Login.Unavailable(var why) -> {
                log.warn(
                        "The host cannot say who is logging in: {}. The citizen is asked to try again.",
                        why);
                throw new HostUnavailable();
            }
        };
    }

    /// The host does not answer; the citizen is asked to try again.
    static final class HostUnavailable extends RuntimeException {
        private static final long serialVersionUID = 1;

        HostUnavailable() {
            super("the host app does not answer");
        }
    }
}
