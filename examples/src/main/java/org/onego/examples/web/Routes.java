package org.onego.examples.web;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Which handler answers which path. A segment `{name}` of a pattern takes any one segment.
public final class Routes {

    /// Answers one request.
    @FunctionalInterface
    public interface Handler {
        Answer handle(Request request) throws Exception;
    }

    private record Route(String method, List<String> pattern, Handler handler) {}

    private final List<Route> all = new ArrayList<>();

    public Routes get(String pattern, Handler handler) {
        return add("GET", pattern, handler);
    }

    public Routes delete(String pattern, Handler handler) {
        return add("DELETE", pattern, handler);
    }

    /// A handler of JSON posts. Other content types are refused: so no page of another site can
    /// post here from a form.
    public Routes post(String pattern, Handler handler) {
        return add(
                "POST",
                pattern,
                request -> {
                    String type = Optional.ofNullable(request.header("content-type")).orElse("");
                    return type.startsWith("application/json") || type.startsWith("text/json")
                            ? handler.handle(request)
                            : Answer.problem(
                                    415,
                                    "content-type",
                                    "The body must be sent as application/json, not as '"
                                            + type
                                            + "'.");
                });
    }

    private Routes add(String method, String pattern, Handler handler) {
        all.add(new Route(method, segments(pattern), handler));
        return this;
    }

    Answer handle(Request request) throws Exception {
        List<String> path = segments(request.target());
        boolean known = false;
        String method = request.method().equals("HEAD") ? "GET" : request.method();
        for (Route route : all) {
            Optional<Map<String, String>> variables = match(route.pattern(), path);
            if (variables.isPresent()) {
                known = true;
                if (route.method().equals(method)) {
                    return route.handler().handle(request.with(variables.get()));
                }
            }
        }
        return known
                ? Answer.problem(
                        405,
                        "method",
                        request.method() + " is not answered at " + request.target() + ".")
                : Answer.problem(
                        404,
                        "path",
                        "Nothing is simulated at "
                                + request.target()
                                + "; the page / lists what is.");
    }

    private static List<String> segments(String path) {
        return Arrays.asList(path.split("/", -1));
    }

    private static Optional<Map<String, String>> match(List<String> pattern, List<String> path) {
        if (pattern.size() != path.size()) {
            return Optional.empty();
        }
        Map<String, String> variables = new LinkedHashMap<>();
        for (int i = 0; i < path.size(); i++) {
            String wanted = pattern.get(i);
            String given = path.get(i);
            if (wanted.startsWith("{")) {
                variables.put(wanted.substring(1, wanted.length() - 1), decode(given));
            } else if (!wanted.equals(given)) {
                return Optional.empty();
            }
        }
        return Optional.of(variables);
    }

    static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) { // a stray % is taken as it stands
            return text;
        }
    }
}
