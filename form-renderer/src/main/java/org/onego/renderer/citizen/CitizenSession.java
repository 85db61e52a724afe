package org.onego.renderer.citizen;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.onego.casefile.application.Person;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/// Who is on the phone. The person is kept on the server; the browser has a random session id only.
/// A controller that takes a [Person] is open only to somebody who came through the host.
@Component
public class CitizenSession implements HandlerMethodArgumentResolver {

    private static final String PERSON = "onego.person";

    /// A page was asked for by somebody who did not come through the host, or whose login has
    /// expired.
    public static final class NotThroughHost extends RuntimeException {
        private static final long serialVersionUID = 1;

        NotThroughHost() {
            super("this page needs a login through the host app");
        }
    }

    /// Logs a person in under a new session id; whoever was logged in before is logged out.
    void enter(HttpServletRequest request, Person person, boolean care) {
        HttpSession old = request.getSession(false);
        if (old != null) {
            old.invalidate();
        }
        HttpSession session = request.getSession(true);
        session.setAttribute(PERSON, person);
        if (care) {
            session.setAttribute(org.onego.renderer.frame.Frames.CARE, true);
        }
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Person.class;
    }

    @Override
    public Person resolveArgument(
            MethodParameter parameter,
            @org.jspecify.annotations.Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @org.jspecify.annotations.Nullable WebDataBinderFactory binders) {
        HttpServletRequest servlet = request.getNativeRequest(HttpServletRequest.class);
        HttpSession session = servlet == null ? null : servlet.getSession(false);
        if (session != null && session.getAttribute(PERSON) instanceof Person person) {
            return person;
        }
        throw new NotThroughHost();
    }
}
