package org.onego.examples.department;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.onego.examples.web.Json;
import tools.jackson.databind.node.ObjectNode;

/// Carries each case through: accept, decide, and tell the product both. One virtual thread a case;
/// after a restart each goes on from what its journal says.
final class HandleCases implements AutoCloseable {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final String CLERK = "模拟经办人";

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Set<String> running = ConcurrentHashMap.newKeySet();
    private final CaseBook book;
    private final TellProduct product;
    private final SampleResult results;
    private final URI onego;
    private final Duration delay;
    private final boolean automatic;

    HandleCases(
            CaseBook book,
            TellProduct product,
            SampleResult results,
            URI onego,
            Duration delay,
            boolean automatic) {
        this.book = book;
        this.product = product;
        this.results = results;
        this.onego = onego;
        this.delay = delay;
        this.automatic = automatic;
    }

    /// Goes on with a case unless that is under way already.
    void start(String receipt) {
        if (running.add(receipt)) {
            threads.execute(() -> {
                try {
                    handle(receipt);
                } catch (
                        InterruptedException
                                _) { // the simulators stop; the journal knows how far it got
                    Thread.currentThread().interrupt();
                } catch (IOException e) {
                    System.err.println(
                            "The result of " + receipt + " can't be made up: " + e.getMessage());
                } finally {
                    running.remove(receipt);
                }
            });
        }
    }

    private void handle(String receipt) throws InterruptedException, IOException {
        CaseFile file = book.file(receipt);
        if (file.isOver()) {
            return;
        }
        if (!file.told().contains(CaseFile.ACCEPTED)) {
            Thread.sleep(delay);
            if (!tell(
                    file, CaseFile.ACCEPTED, event(CaseFile.ACCEPTED, file.receivedAt(), CLERK))) {
                return;
            }
        }
        if (book.file(receipt).decided() == null && (automatic || file.planned() != null)) {
            Thread.sleep(delay);
            book.decide(
                    receipt, file.planned() == null ? Decision.APPROVED : file.planned(), CLERK);
        }
        Optional<Entry.Decided> waited = book.awaitDecision(receipt);
        if (waited.isEmpty()) {
            return;
        }
        Entry.Decided decided = waited.get();
        String outcome = decided.decision().outcome().name();
        if (!book.file(receipt).told().contains(outcome)) {
            ObjectNode event = event(outcome, decided.at(), decided.by());
            switch (decided.decision().outcome()) {
                case approved -> results.addTo(event, file);
                case rejected -> event.put("reason", decided.decision().reason());
            }
            if (!tell(file, outcome, event)) {
                return;
            }
        }
        if (!book.file(receipt).isFinished()) {
            tell(file, CaseFile.DELIVERED, event(CaseFile.DELIVERED, decided.at(), decided.by()));
        }
    }

    private boolean tell(CaseFile file, String event, ObjectNode body) throws InterruptedException {
        body.put("caseId", file.caseId()).put("receipt", file.receipt());
        return switch (product.tell(
                address(file), file.receipt(), file.receipt() + "-" + event, body)) {
            case TellProduct.Outcome.Taken() -> {
                book.told(file.receipt(), event);
                yield true;
            }
            case TellProduct.Outcome.Refused(int status, String said) -> {
                System.err.println(
                        "The product refused '"
                                + event
                                + "' of "
                                + file.receipt()
                                + " with HTTP "
                                + status
                                + ": "
                                + said);
                yield false;
            }
        };
    }

    /// The callback that the case names, as long as it is the product's; else the usual one. The
    /// department must not be made to call anything else.
    private URI address(CaseFile file) {
        String usual =
                "/api/department/cases/"
                        + URLEncoder.encode(file.caseId(), StandardCharsets.UTF_8)
                        + "/events";
        String named = Json.text(file.pushed(), "callback");
        if (!named.isEmpty()) {
            try {
                URI callback = onego.resolve(named);
                if (onego.getAuthority().equals(callback.getAuthority())
                        && onego.getScheme().equals(callback.getScheme())) {
                    return callback;
                }
            } catch (IllegalArgumentException _) { // not a URL: the usual one
            }
        }
        String base = onego.toString();
        return URI.create(
                (base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + usual);
    }

    private static ObjectNode event(String event, Instant at, String by) {
        String time = DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at.atZone(CHINA));
        return Json.object()
                .put("state", event.toUpperCase(Locale.ROOT))
                .put("at", time)
                .put("by", by);
    }

    /// Stops waiting, sleeping and calling; returns when no case is being written to any more.
    @Override
    public void close() {
        threads.shutdownNow();
        threads.close();
    }
}
