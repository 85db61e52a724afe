package org.onego.examples.department;

import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.onego.examples.web.Answer;
import org.onego.examples.web.Json;
import org.onego.examples.web.Request;
import tools.jackson.databind.node.ObjectNode;

/// Takes a pushed case: believes it only when it is signed, stores it once a key, and answers with
/// a receipt.
final class ReceiveCase {

    /// How the next pushes go wrong.
    ///
    /// @param answer `error`: HTTP 503 and nothing stored; `timeout`: no answer and nothing stored;
    ///   `lost`: stored, but the answer never arrives
    record Trouble(String answer, int times) {}

    static final Trouble NONE = new Trouble("ok", 0);

    private final AtomicReference<Trouble> trouble = new AtomicReference<>(NONE);
    private final String key;
    private final Signing signing;
    private final CaseBook book;
    private final HandleCases handling;
    private final Clock clock;

    ReceiveCase(String key, Signing signing, CaseBook book, HandleCases handling, Clock clock) {
        this.key = key;
        this.signing = signing;
        this.book = book;
        this.handling = handling;
        this.clock = clock;
    }

    void expect(Trouble next) {
        trouble.set(next);
    }

    Answer receive(Request request) {
        Optional<String> doubt = SignedCall.doubt(request, key, signing, clock);
        if (doubt.isPresent()) {
            return Answer.problem(401, "signature", doubt.get());
        }
        String idempotencyKey =
                Optional.ofNullable(request.header("idempotency-key")).orElse("").strip();
        if (idempotencyKey.isEmpty() || idempotencyKey.length() > 200) {
            return Answer.problem(
                    400,
                    "idempotency-key",
                    "The header Idempotency-Key must have 1 to 200 characters.");
        }
        Optional<ObjectNode> pushed = request.json();
        if (pushed.isEmpty()
                || !Json.text(pushed.get(), "caseId").matches("[A-Za-z0-9._-]{1,128}")) {
            return Answer.problem(
                    400,
                    "case",
                    "The body must be a JSON object with a caseId of 1 to 128 letters, digits, '.', '_' or '-'.");
        }
        return switch (nextTrouble()) {
            case "error" -> Answer.problem(503, "unavailable", "系统维护中");
            case "timeout" -> new Answer.Silence();
            case "lost" -> {
                store(idempotencyKey, pushed.get());
                yield new Answer.HangUp();
            }
            default -> store(idempotencyKey, pushed.get());
        };
    }

    private Answer store(String idempotencyKey, ObjectNode pushed) {
        return switch (book.receive(idempotencyKey, pushed)) {
            case CaseBook.Receipt.New(CaseFile file) -> {
                handling.start(file.receipt());
                yield receipt(file);
            }
            case CaseBook.Receipt.Known(CaseFile file) -> receipt(file);
            case CaseBook.Receipt.Conflict(CaseFile file) ->
                    Answer.problem(
                            409,
                            "idempotency-key",
                            "The key '"
                                    + idempotencyKey
                                    + "' came before with another body (receipt "
                                    + file.receipt()
                                    + "). Use a new key for a new push.");
        };
    }

    private static Answer receipt(CaseFile file) {
        return Answer.json(202, Json.object().put("receipt", file.receipt()));
    }

    private String nextTrouble() {
        Trouble now =
                trouble.getAndUpdate(
                        t -> t.times() > 1 ? new Trouble(t.answer(), t.times() - 1) : NONE);
        return now.times() > 0 ? now.answer() : "ok";
    }
}
