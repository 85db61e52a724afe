package org.onego.renderer.citizen;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.onego.casefile.application.Host;
import org.onego.casefile.application.Host.Login;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;

/// The door from the host app. The host opens any citizens' page with a one-time `accessLink`: it
/// is exchanged on the server, and the browser is sent to the same page without it.
@Component
public class HostEntry implements HandlerInterceptor {

    private static final Logger log = LoggerFactory.getLogger(HostEntry.class);

    private final Host host;
    private final CitizenSession session;

    HostEntry(Host host, CitizenSession session) {
        this.host = host;
        this.session = session;
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        String accessLink = request.getParameter("accessLink");
        if (accessLink == null || accessLink.isBlank() || !request.getMethod().equals("GET")) {
            return true;
        }
        switch (host.exchange(accessLink)) {
            case Login.LoggedIn(var person) ->
                    session.enter(request, person, "elder".equals(request.getParameter("uiStyle")));
            case Login.Refused() -> throw new CitizenSession.NotThroughHost();
            case Login.Unavailable(var why) -> {
                log.warn(
                        "The host cannot say who is logging in: {}. The citizen is asked to try again.",
                        why);
                throw new HostUnavailable();
            }
        }
        response.sendRedirect(request.getRequestURI());
        return false;
    }

    /// The host does not answer; the citizen is asked to try again.
    static final class HostUnavailable extends RuntimeException {
        private static final long serialVersionUID = 1;

        HostUnavailable() {
            super("the host app does not answer");
        }
    }
}
