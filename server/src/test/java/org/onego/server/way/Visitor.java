package org.onego.server.way;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// Somebody with a browser that runs no scripts: pages, forms and cookies.
public final class Visitor {

    private final HttpClient http;

    public Visitor() {
        http =
                HttpClient.newBuilder()
                        .cookieHandler(new CookieManager())
                        .followRedirects(HttpClient.Redirect.NORMAL)
                        .build();
    }

    private Visitor(Visitor other) {
        http = other.http;
        page = other.page;
    }

    /// The same person with the same page open, in a second tab.
    public Visitor twin() {
        return new Visitor(this);
    }

    private int status;
    private Document page = new Document("");

    public int status() {
        return status;
    }

    public Document page() {
        return page;
    }

    public String path() {
        return URI.create(page.baseUri()).getPath();
    }

    public void open(String address) throws IOException, InterruptedException {
        take(HttpRequest.newBuilder(URI.create(address)).GET().build());
    }

    /// Sends a form of the page with what it holds and what is filled in.
    public void send(Element form, Map<String, String> filledIn)
            throws IOException, InterruptedException {
        send(form, filledIn, Map.of());
    }

    /// @param several what has several values, such as ticked boxes of one name
    public void send(Element form, Map<String, String> filledIn, Map<String, List<String>> several)
            throws IOException, InterruptedException {
        Map<String, String> values = new LinkedHashMap<>();
        for (Element input : form.select("input[name],select[name],textarea[name]")) {
            boolean ticked =
                    !input.attr("type").matches("radio|checkbox") || input.hasAttr("checked");
            boolean disabled = input.closest("[hidden]") != null;
            if (ticked && !disabled && !input.attr("type").equals("file")) {
                values.put(input.attr("name"), value(input));
            }
        }
        values.putAll(filledIn);
        values.keySet().removeAll(several.keySet());
        String body =
                Stream.concat(
                                values.entrySet().stream(),
                                several.entrySet().stream()
                                        .flatMap(each ->
                                                each.getValue().stream()
                                                        .map(value ->
                                                                Map.entry(each.getKey(), value))))
                        .map(entry -> encoded(entry.getKey()) + "=" + encoded(entry.getValue()))
                        .collect(Collectors.joining("&"));
        take(
                HttpRequest.newBuilder(URI.create(form.absUrl("action")))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build());
    }

    /// Sends a form with one file.
    public void upload(Element form, String fileName, byte[] content)
            throws IOException, InterruptedException {
        String boundary = "between-the-parts";
        StringBuilder head = new StringBuilder();
        for (Element input : form.select("input[type=hidden]")) {
            head.append(
                    "--"
                            + boundary
                            + "\r\nContent-Disposition: form-data; name=\""
                            + input.attr("name")
                            + "\"\r\n\r\n"
                            + input.attr("value")
                            + "\r\n");
        }
        head.append(
                "--"
                        + boundary
                        + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                        + fileName
                        + "\"\r\n\r\n");
        take(
                HttpRequest.newBuilder(URI.create(form.absUrl("action")))
                        .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                        .POST(
                                HttpRequest.BodyPublishers.concat(
                                        HttpRequest.BodyPublishers.ofString(head.toString()),
                                        HttpRequest.BodyPublishers.ofByteArray(content),
                                        HttpRequest.BodyPublishers.ofString(
                                                "\r\n--" + boundary + "--\r\n")))
                        .build());
    }

    private static String value(Element input) {
        return switch (input.tagName()) {
            case "select" -> {
                Element chosen = input.selectFirst("option[selected]");
                yield chosen == null ? "" : chosen.attr("value");
            }
            case "textarea" -> input.wholeText();
            default -> input.attr("value");
        };
    }

    private void take(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() >= 500) {
            throw new IOException(
                    "HTTP " + response.statusCode() + " at " + request.uri().getPath());
        }
        status = response.statusCode();
        page = Jsoup.parse(response.body(), response.uri().toString());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
