package org.onego.examples.department;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onego.examples.data.PackagesFolder;
import org.onego.examples.web.Answer;
import org.onego.examples.web.Json;
import org.onego.examples.web.Pages;
import org.onego.examples.web.Request;
import org.onego.examples.web.Routes;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The social security office's system: `/department/social-security/`.
public final class Department implements AutoCloseable {

    private static final String AT = "/department/social-security";

    /// How it works.
    ///
    /// @param data where cases are kept; null to forget them
    /// @param delay before it accepts, and again before it decides
    /// @param automatic decides by itself; else somebody decides on its page
    /// @param firstRetry before a callback is repeated the first time
    public record Settings(
            @Nullable Path data,
            URI onego,
            String secret,
            Duration delay,
            boolean automatic,
            Duration firstRetry) {}

    private final Journal journal;
    private final CaseBook book;
    private final HandleCases handling;
    private final TellProduct product;
    private final ReceiveCase receiving;
    private final boolean automatic;

    public Department(PackagesFolder packages, Settings settings, Clock clock) throws IOException {
        Path data = settings.data();
        Signature signature = new Signature(settings.secret());
        journal =
                data == null
                        ? Journal.forgetful()
                        : Journal.in(data.resolve("social-security.jsonl"));
        book = new CaseBook(journal, clock);
        product = new TellProduct(signature, settings.firstRetry(), clock);
        automatic = settings.automatic();
        handling =
                new HandleCases(
                        book,
                        product,
                        new SampleResult(packages),
                        settings.onego(),
                        settings.delay(),
                        automatic);
        receiving = new ReceiveCase(signature, book, handling, clock);
    }

    /// Goes on with the cases that an earlier run left unfinished.
    public void resume() {
        book.all().stream()
                .filter(file -> !file.isFinished())
                .map(CaseFile::receipt)
                .forEach(handling::start);
    }

    public void addTo(Routes routes, Pages pages) {
        routes.get(AT, _ -> Answer.redirect(AT + "/"));
        routes.get(AT + "/", pages.page("department.html"));
        routes.post(AT + "/cases", receiving::receive);
        routes.get(AT + "/admin/cases", _ -> cases());
        routes.post(AT + "/admin/cases/{receipt}/decide", this::decide);
        routes.post(AT + "/admin/cases/{receipt}/tell", this::tellAgain);
        routes.post(AT + "/admin/next", this::planNext);
        routes.post(AT + "/admin/trouble", this::expectTrouble);
    }

    private Answer cases() {
        ArrayNode cases = Json.array();
        for (CaseFile file : book.all()) {
            ObjectNode shown =
                    cases.addObject()
                            .put("receipt", file.receipt())
                            .put("receivedAt", file.receivedAt().toString())
                            .put("caseId", file.caseId())
                            .put("item", Json.text(file.pushed().path("item"), "title"))
                            .put("applicant", Json.text(file.pushed().path("applicant"), "name"))
                            .put("trouble", product.trouble(file.receipt()));
            Entry.Decided decided = file.decided();
            shown.put("decision", decided == null ? "" : decided.decision().outcome().name())
                    .put("reason", decided == null ? "" : decided.decision().reason());
            ArrayNode told = shown.putArray("told");
            file.told().stream().sorted().forEach(told::add);
            shown.set("pushed", file.pushed());
        }
        ObjectNode answer = Json.object().put("automatic", automatic);
        answer.set("cases", cases);
        return Answer.json(answer);
    }

    /// `{"decision": "approved" | "rejected", "reason"}`, decided by a person.
    private Answer decide(Request request) {
        String receipt = request.variable("receipt");
        Optional<Decision> decision = decision(request);
        if (book.find(receipt).isEmpty()) {
            return unknown(receipt);
        }
        if (decision.isEmpty()) {
            return wrongDecision();
        }
        if (!book.decide(receipt, decision.get(), "模拟经办人（人工）")) {
            return Answer.problem(409, "decision", "The case " + receipt + " is already decided.");
        }
        handling.start(receipt);
        return Answer.json(
                Json.object()
                        .put("receipt", receipt)
                        .put("decision", decision.get().outcome().name()));
    }

    /// Tells the product again what it has not taken yet.
    private Answer tellAgain(Request request) {
        String receipt = request.variable("receipt");
        if (book.find(receipt).isEmpty()) {
            return unknown(receipt);
        }
        handling.start(receipt);
        return Answer.json(Json.object().put("receipt", receipt));
    }

    /// `{"decision", "reason"}` for the next case that comes in; several calls queue up.
    private Answer planNext(Request request) {
        Optional<Decision> decision = decision(request);
        if (decision.isEmpty()) {
            return wrongDecision();
        }
        book.planNext(decision.get());
        return Answer.json(Json.object().put("next", decision.get().outcome().name()));
    }

    /// `{"answer": "error" | "timeout" | "lost" | "ok", "times": 1}`: what happens to the next
    /// pushes.
    private Answer expectTrouble(Request request) {
        ObjectNode asked = request.json().orElseGet(Json::object);
        String answer = Json.text(asked, "answer");
        int times = asked.path("times").asInt(1);
        if (!List.of("ok", "error", "timeout", "lost").contains(answer) || times < 0) {
            return Answer.problem(
                    400,
                    "trouble",
                    "answer must be ok, error, timeout or lost, and times not negative.");
        }
        receiving.expect(
                answer.equals("ok") ? ReceiveCase.NONE : new ReceiveCase.Trouble(answer, times));
        return Answer.json(Json.object().put("answer", answer).put("times", times));
    }

    private static Optional<Decision> decision(Request request) {
        ObjectNode asked = request.json().orElseGet(Json::object);
        String reason = Json.text(asked, "reason");
        return switch (Json.text(asked, "decision")) {
            case "approved" -> Optional.of(new Decision(Decision.Outcome.approved, reason));
            case "rejected" ->
                    reason.isEmpty()
                            ? Optional.empty()
                            : Optional.of(new Decision(Decision.Outcome.rejected, reason));
            default -> Optional.empty();
        };
    }

    private static Answer unknown(String receipt) {
        return Answer.problem(
                404, "receipt", "There is no case with the receipt '" + receipt + "'.");
    }

    private static Answer wrongDecision() {
        return Answer.problem(
                400, "decision", "decision must be approved, or rejected with a reason.");
    }

    @Override
    public void close() throws IOException {
        handling.close();
        journal.close();
    }
}
