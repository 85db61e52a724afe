package org.onego.renderer.desk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/// What a clerk had written when the login expired. It is kept on the server for the next login in
/// the same browser, shown again to the same clerk, and never sent by itself.
///
/// @param path where it was sent
/// @param clerk the account that was logged in when the page was made
public record Unsent(String path, String clerk, Map<String, List<String>> typed)
        implements Serializable {

    /// Name of the hidden field with the account.
    public static final String CLERK = "clerk";

    private static final String ATTRIBUTE = "onego.unsent";
    private static final int LONGEST = 64 * 1024;

    public Unsent {
        typed = new LinkedHashMap<>(typed);
    }

    /// Keeps what a form sent without a login; what is too long for a form of ours is not kept.
    ///
    /// @return whether there was anything to keep
    public static boolean keep(HttpServletRequest request) {
        String clerk = request.getParameter(CLERK);
        if (!request.getMethod().equals("POST") || clerk == null) {
            return false;
        }
        Map<String, List<String>> typed = new LinkedHashMap<>();
        int length = 0;
        for (Map.Entry<String, String[]> entry : request.getParameterMap().entrySet()) {
            if (!entry.getKey().equals("_csrf") && !entry.getKey().equals(CLERK)) {
                typed.put(entry.getKey(), new ArrayList<>(List.of(entry.getValue())));
                for (String value : entry.getValue()) {
                    length += entry.getKey().length() + value.length();
                }
            }
        }
        if (length > LONGEST) {
            return false;
        }
        request.getSession(true)
                .setAttribute(ATTRIBUTE, new Unsent(request.getRequestURI(), clerk, typed));
        return true;
    }

    /// Where the clerk goes on after the login, or empty when nothing was kept for this account.
    public static Optional<String> page(HttpServletRequest request, String clerk) {
        return of(request).filter(unsent -> unsent.clerk.equals(clerk)).map(Unsent::page);
    }

    /// The page with the form: a case for its steps, else the address itself.
    private String page() {
        return path.replaceFirst("^(/desk/cases/[^/]+)/(?!correct$)[^/]+$", "$1");
    }

    /// Takes what was written on this page, once.
    ///
    /// @param path the page's own address
    static MultiValueMap<String, String> take(
            HttpServletRequest request, String path, String clerk) {
        Optional<Unsent> unsent =
                of(request).filter(each -> each.clerk.equals(clerk) && each.page().equals(path));
        LinkedMultiValueMap<String, String> typed = new LinkedMultiValueMap<>();
        unsent.ifPresent(each -> {
            request.getSession().removeAttribute(ATTRIBUTE);
            each.typed.forEach(typed::addAll);
        });
        return typed;
    }

    private static Optional<Unsent> of(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(ATTRIBUTE) instanceof Unsent unsent
                ? Optional.of(unsent)
                : Optional.empty();
    }
}
