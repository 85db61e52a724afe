package org.onego.renderer.frame;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// The page's script sends a form itself, so that it can send it again when the network fails. It
/// is told the next page's address instead of being led there: otherwise the page would be loaded
/// twice.
@Component
public class ScriptedForms extends OncePerRequestFilter {

    static final String ASKED = "Onego-Fetch";
    static final String NEXT = "Onego-Next";

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getHeader(ASKED) == null) {
            chain.doFilter(request, response);
            return;
        }
        chain.doFilter(
                request,
                new HttpServletResponseWrapper(response) {
                    @Override
                    public void sendRedirect(String location) {
                        setStatus(SC_NO_CONTENT);
                        setHeader(NEXT, location);
                    }
                });
    }
}
