package org.onego.renderer.frame;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import org.springframework.web.filter.OncePerRequestFilter;

/// Gives every response a strict content security policy: own assets by nonce only, nothing inline,
/// own files in frames, framed by the configured hosts only.
public class ContentSecurity extends OncePerRequestFilter {

    /// Request attribute with this response's nonce.
    public static final String NONCE = "onego.nonce";

    private final SecureRandom random = new SecureRandom();
    private final String frameAncestors;

    /// @param hosts origins of the host apps that may frame the pages
    public ContentSecurity(List<String> hosts) {
        frameAncestors = hosts.isEmpty() ? "'none'" : String.join(" ", hosts);
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        String nonce = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        request.setAttribute(NONCE, nonce);
        response.setHeader(
                "Content-Security-Policy",
                "default-src 'none'; style-src 'nonce-%1$s'; script-src 'nonce-%1$s'; img-src 'self' data: blob:; connect-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors %2$s"
                        .formatted(nonce, frameAncestors));
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "same-origin");
        chain.doFilter(request, response);
    }
}
