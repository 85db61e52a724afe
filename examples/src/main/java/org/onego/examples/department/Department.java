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

/// A department's own system: `/department/<name>/`.
public final class Department implements AutoCloseable {

    /// How it works.
    ///
    /// @param name of its connection at the product, and of its pages
    /// @param polling how it asks for cases; null when they are pushed to it
    /// @param data where cases are kept; null to forget them
    /// @param delay before it accepts, and again before it decides
    /// @param automatic decides by itself; else somebody decides on its page
    /// @param firstRetry before a callback is repeated the first time
    public record Settings(
            String name,
            Signing signing,
            @Nullable Duration polling,
            @Nullable Path data,
            URI onego,
            Duration delay,
            boolean automatic,
            Duration firstRetry) {}

    private static final Duration LEASE = Duration.ofMinutes(1);

    private final Journal journal;
    private final CaseBook book;
    private final HandleCases handling;
    private final TellProduct product;
    private final ReceiveCase receiving;
    private final boolean automatic;
    private final String at;
    private final Signing signing;
    private final @Nullable PollProduct poll;

    public Department(PackagesFolder packages, Settings settings, Clock clock) throws IOException {
        Path data = settings.data();
        at = "/department/" + settings.name();
        signing = settings.signing();
        journal =
                data == null
                        ? Journal.forgetful()
                        : Journal.in(data.resolve(settings.name() + ".jsonl"));
        book = new CaseBook(journal, clock);
        Leases leases = new Leases();
        product = new TellProduct(settings.name(), signing, leases, settings.firstRetry(), clock);
        automatic = settings.automatic();
        handling =
                new HandleCases(
                        book,
                        product,
                        new SampleResult(packages),
                        settings.onego(),
                        settings.delay(),
                        automatic);
        receiving = new ReceiveCase(settings.name(), signing, book, handling, clock);
        poll =
                settings.polling() == null
                        ? null
                        : new PollProduct(
                                settings.onego(),
                                settings.name(),
                                signing,
                                new PollProduct.Polling(settings.polling(), LEASE),
                                book,
                                handling,
                                leases,
                                clock);
    }

    /// Goes on with the cases that an earlier run left unfinished.
    public void resume() {
        book.all().stream()
                .filter(file -> !file.isFinished())
                .map(CaseFile::receipt)
                .forEach(handling::start);
    }

    public void addTo(Routes routes, Pages pages) {
        routes.get(at, _ -> Answer.redirect(at + "/"));
        routes.get(at + "/", pages.page("department.html"));
        routes.post(at + "/cases", receiving::receive);
        routes.get(at + "/admin/cases", _ -> cases());
        routes.post(at + "/admin/cases/{receipt}/decide", this::decide);
        routes.post(at + "/admin/cases/{receipt}/tell", this::tellAgain);
        routes.post(at + "/admin/next", this::planNext);
        routes.post(at + "/admin/trouble", this::expectTrouble);
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
                            .put(
                                    "applicant",
                                    Json.text(file.pushed().path("applicantVO"), "applyName"))
                            .put("trouble", product.trouble(file.receipt()));
            Entry.Decided decided = file.decided();
            shown.put("decision", decided == null ? "" : decided.decision().outcome().name())
                    .put("reason", decided == null ? "" : decided.decision().reason());
            ArrayNode told = shown.putArray("told");
            file.told().stream().sorted().forEach(told::add);
            shown.set("pushed", file.pushed());
        }
        ObjectNode answer =
                Json.object()
                        .put("automatic", automatic)
                        .put("name", at.substring(at.lastIndexOf('/') + 1))
                        .put("signature", signing.toString())
                        .put("polls", poll != null)
                        .put("pollTrouble", poll == null ? "" : poll.trouble());
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
        if (poll != null) {
            poll.close();
        }
        handling.close();
        journal.close();
    }
}
