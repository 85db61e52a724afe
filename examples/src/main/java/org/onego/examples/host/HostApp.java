package org.onego.examples.host;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.onego.examples.data.PackagesFolder;
import org.onego.examples.data.Persona;
import org.onego.examples.web.Answer;
import org.onego.examples.web.Json;
import org.onego.examples.web.Pages;
import org.onego.examples.web.Request;
import org.onego.examples.web.Routes;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The host app as its user sees it: a phone with services and messages, and the links under which
/// services open.
///
/// A service opens at `{onego}/jsb/{package}?accessLink=<token>`, with `&uiStyle=elder` when the
/// user has switched the host to its 关怀版. A persona is named by its id, or by `package/id` where
/// two packages use one id.
public final class HostApp {

    private final PackagesFolder packages;
    private final URI onego;
    private final AccessLinks links;
    private final Messages messages = new Messages();
    private final Gateway gateway;

    public HostApp(PackagesFolder packages, URI onego, String appId, String password, Clock clock) {
        this.packages = packages;
        this.onego = onego;
        this.links = new AccessLinks(clock);
        this.gateway = new Gateway(packages, links, messages, appId, password, clock);
    }

    public void addTo(Routes routes, Pages pages) {
        routes.get("/host", _ -> Answer.redirect("/host/"));
        routes.get("/host/", pages.page("host.html"));
        routes.get("/host/m", pages.page("host-phone.html"));
        routes.get("/host/api/catalog", _ -> catalog());
        routes.post("/host/api/access-link", this::accessLink);
        routes.get("/host/api/messages", this::messages);
        routes.get("/host/api/staff-messages", _ -> shown(messages.ofStaff()));
        gateway.addTo(routes);
    }

    private Answer catalog() {
        ArrayNode services = Json.array();
        for (var service : packages.current().services()) {
            ObjectNode shown =
                    services.addObject()
                            .put("id", service.id())
                            .put("title", service.title())
                            .put("shortTitle", service.shortTitle())
                            .put("summary", service.summary());
            ArrayNode personas = shown.putArray("personas");
            for (Persona persona : service.personas()) {
                personas.addObject()
                        .put("id", persona.id())
                        .put("title", persona.title())
                        .put("name", persona.name())
                        .put("idNo", masked(persona.idNo(), 1, 1))
                        .put("mobile", masked(persona.mobile(), 3, 4));
            }
        }
        ObjectNode catalog = Json.object().put("onego", onego.toString());
        catalog.set("packages", services);
        return Answer.json(catalog);
    }

    /// `{"persona", "package"}` opens a service, `{"persona", "package", "url"}` a page of the
    /// product that a message points to; `"elder": true` for 关怀版. Answers `{"url"}`.
    private Answer accessLink(Request request) {
        ObjectNode asked = request.json().orElseGet(Json::object);
        String service = Json.text(asked, "package");
        Optional<Persona> persona =
                packages.current().persona(service, Json.text(asked, "persona"));
        if (persona.isEmpty()) {
            return Answer.problem(
                    404,
                    "persona",
                    "There is no persona '" + Json.text(asked, "persona") + "' in the packages.");
        }
        String url = Json.text(asked, "url");
        if (url.isEmpty()) {
            if (packages.current().service(service).isEmpty()) {
                return Answer.problem(
                        404,
                        "package",
                        "There is no package '" + service + "' in the packages folder.");
            }
            url = base() + "/jsb/" + service;
        } else if (!url.startsWith(base() + "/")) {
            return Answer.problem(
                    400, "url", "The host opens only pages of " + base() + ", not '" + url + "'.");
        }
        String token = links.issue(persona.get());
        String opened = withParameter(url, "accessLink", token);
        if (asked.path("elder").asBoolean(false)) {
            opened = withParameter(opened, "uiStyle", "elder");
        }
        return Answer.json(Json.object().put("url", opened));
    }

    private Answer messages(Request request) {
        Optional<Persona> persona = packages.current().persona("", request.query("persona"));
        if (persona.isEmpty()) {
            return Answer.problem(
                    404, "persona", "There is no persona '" + request.query("persona") + "'.");
        }
        return shown(messages.of(persona.get().idNo()));
    }

    private static Answer shown(List<Messages.Message> box) {
        ArrayNode shown = Json.array();
        for (Messages.Message message : box) {
            ObjectNode line = shown.addObject();
            if (message.box().startsWith("staff/")) {
                line.put("to", message.box().substring("staff/".length()));
            }
            line.put("id", message.id())
                    .put("at", message.at().toString())
                    .put("title", message.title())
                    .put("text", message.text())
                    .put("url", message.url());
        }
        return Answer.json(shown);
    }

    private String base() {
        String text = onego.toString();
        return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }

    private static String withParameter(String url, String name, String value) {
        int hash = url.indexOf('#');
        String page = hash < 0 ? url : url.substring(0, hash);
        String fragment = hash < 0 ? "" : url.substring(hash);
        return page
                + (page.contains("?") ? "&" : "?")
                + name
                + "="
                + URLEncoder.encode(value, StandardCharsets.UTF_8)
                + fragment;
    }

    private static String masked(String text, int first, int last) {
        return text.length() <= first + last
                ? text
                : text.substring(0, first)
                        + "*".repeat(text.length() - first - last)
                        + text.substring(text.length() - last);
    }
}
