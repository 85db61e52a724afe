package org.onego.examples.certificates;

import java.time.Clock;
import java.util.Collection;
import java.util.Locale;
import org.onego.examples.data.PackagesFolder;
import org.onego.examples.web.Answer;
import org.onego.examples.web.Json;
import org.onego.examples.web.Pages;
import org.onego.examples.web.Request;
import org.onego.examples.web.Routes;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The sharing service with its page, its faults and its call log.
public final class Certificates {

    private final PackagesFolder packages;
    private final Sessions sessions;
    private final Faults faults;
    private final CallLog log = new CallLog();
    private final Cap cap;
    private final SharingService service;
    private final ProvincialService provincial;

    public Certificates(
            PackagesFolder packages,
            String account,
            String password,
            Collection<Fault> initial,
            Clock clock) {
        this.packages = packages;
        this.sessions = new Sessions(clock);
        this.faults = new Faults(initial);
        this.cap = new Cap(clock);
        this.service =
                new SharingService(packages, account, password, sessions, faults, log, cap, clock);
        this.provincial =
                new ProvincialService(packages, account, password, faults, log, cap, clock);
    }

    public void addTo(Routes routes, Pages pages) {
        service.addTo(routes);
        provincial.addTo(routes);
        routes.get("/certificates", _ -> Answer.redirect("/certificates/"));
        routes.get("/certificates/", pages.page("certificates.html"));
        routes.get("/certificates/api/types", _ -> types());
        routes.get("/certificates/admin/log", _ -> log());
        routes.delete(
                "/certificates/admin/log",
                _ -> {
                    log.clear();
                    return done();
                });
        routes.get("/certificates/admin/faults", _ -> faults());
        routes.post("/certificates/admin/faults", this::setFault);
        routes.delete(
                "/certificates/admin/faults",
                _ -> {
                    faults.clear();
                    return faults();
                });
        routes.get("/certificates/admin/cap", _ -> cap());
        routes.post("/certificates/admin/cap", this::setCap);
        routes.delete(
                "/certificates/admin/sessions",
                _ -> {
                    sessions.closeAll();
                    return done();
                });
    }

    /// `{"calls": 100}`, or null for no limit. Counting begins anew.
    private Answer setCap(Request request) {
        JsonNode calls = request.json().orElseGet(Json::object).path("calls");
        if (calls.isNumber() && calls.asLong() < 0) {
            return Answer.problem(400, "calls", "The calls a day must not be negative.");
        }
        cap.set(calls.isNumber() ? calls.asLong() : null);
        return cap();
    }

    private Answer cap() {
        return Answer.json(Json.object().put("calls", cap.most()).put("made", cap.made()));
    }

    private static Answer done() {
        return Answer.json(Json.object().put("done", true));
    }

    /// `{"type", "mode", "delayMs", "failRate"}`, see [Fault]. Answers the faults now in force.
    private Answer setFault(Request request) {
        ObjectNode asked = request.json().orElseGet(Json::object);
        String type = Json.text(asked, "type");
        if (!type.isEmpty()
                && !type.equals("*")
                && !type.equals("login")
                && !packages.current().types().containsKey(type)) {
            return Answer.problem(
                    400,
                    "type",
                    "There is no certificate type or register '"
                            + type
                            + "'; use its id, 'login' or '*'.");
        }
        JsonNode rate = asked.path("failRate");
        try {
            String mode = Json.text(asked, "mode");
            faults.set(
                    Fault.of(
                            type,
                            mode.isEmpty() ? "ok" : mode,
                            asked.path("delayMs").asLong(0),
                            rate.isNumber() ? rate.asDouble() : Double.NaN));
        } catch (IllegalArgumentException e) {
            return Answer.problem(400, "fault", String.valueOf(e.getMessage()));
        }
        return faults();
    }

    private Answer faults() {
        ArrayNode all = Json.array();
        for (Fault fault : faults.all()) {
            all.addObject()
                    .put("type", fault.type())
                    .put("mode", fault.mode().name().toLowerCase(Locale.ROOT))
                    .put("delayMs", fault.delay().toMillis())
                    .put("failRate", fault.failRate());
        }
        return Answer.json(all);
    }

    private Answer log() {
        ArrayNode all = Json.array();
        for (CallLog.Entry call : log.all()) {
            ObjectNode shown =
                    all.addObject()
                            .put("at", call.at().toString())
                            .put("call", call.call())
                            .put("type", call.type())
                            .put("holder", call.holder())
                            .put("number", call.number())
                            .put("useFor", call.useFor())
                            .put("status", call.status())
                            .put("millis", call.millis());
            shown.put("orgName", call.five().orgName())
                    .put("username", call.five().username())
                    .put("itemName", call.five().itemName())
                    .put("itemCode", call.five().itemCode())
                    .put("businessCode", call.five().businessCode());
        }
        return Answer.json(all);
    }

    private Answer types() {
        ArrayNode all = Json.array();
        for (var type : packages.current().types().values()) {
            long issued =
                    packages.current().issued().stream()
                            .filter(one -> one.type().id().equals(type.id()))
                            .count();
            all.addObject()
                    .put("id", type.id())
                    .put("title", type.title())
                    .put("register", type.register())
                    .put("typeCode", type.register() ? "" : type.typeCode())
                    .put("testCode", type.assigned())
                    .put("issuer", type.issuerName())
                    .put("issued", issued);
        }
        return Answer.json(all);
    }
}
