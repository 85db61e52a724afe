package org.onego.examples.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Map;
import java.util.regex.Pattern;

/// The hand-written pages on the class path, under `/simulators/`.
public final class Pages {

    private static final Pattern ASSET = Pattern.compile("[a-z][a-z-]*\\.(css|js|svg)");
    private static final Map<String, String> TYPES =
            Map.of(
                    "html", "text/html; charset=utf-8",
                    "css", "text/css; charset=utf-8",
                    "js", "text/javascript; charset=utf-8",
                    "svg", "image/svg+xml");

    private final String policy;

    /// @param onego the product, the only other origin that a page may show in a frame
    public Pages(URI onego) {
        String product = onego.getScheme() + "://" + onego.getRawAuthority();
        policy =
                "default-src 'self'; frame-src "
                        + product
                        + "; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
    }

    public Routes.Handler page(String name) {
        return _ -> read(name).withHeader("Content-Security-Policy", policy);
    }

    /// `/assets/{file}`: style sheets, scripts and pictures.
    public Answer asset(Request request) {
        String name = request.variable("file");
        return ASSET.matcher(name).matches()
                ? read(name)
                : Answer.problem(404, "path", "There is no asset '" + name + "'.");
    }

    private static Answer.Reply read(String name) {
        try (InputStream in = Pages.class.getResourceAsStream("/simulators/" + name)) {
            if (in == null) {
                return Answer.problem(404, "path", "There is no page '" + name + "'.");
            }
            String type =
                    TYPES.getOrDefault(
                            name.substring(name.lastIndexOf('.') + 1), "application/octet-stream");
            return new Answer.Reply(200, type, in.readAllBytes(), Map.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
