package org.onego.examples.department;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onego.examples.web.Json;
import tools.jackson.databind.JsonNode;

/// All cases of the department. What changes is in the journal first.
final class CaseBook {

    /// What came of a push.
    sealed interface Receipt {
        /// Stored now.
        record New(CaseFile file) implements Receipt {}

        /// The same push came before.
        record Known(CaseFile file) implements Receipt {}

        /// Another push came before under the same key.
        record Conflict(CaseFile file) implements Receipt {}
    }

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyyMMdd", Locale.ROOT);

    private final Map<String, CaseFile> byReceipt = new LinkedHashMap<>();
    private final Map<String, String> receiptOfKey = new LinkedHashMap<>();
    private final Deque<Decision> planned = new ArrayDeque<>();
    private final Journal journal;
    private final Clock clock;

    CaseBook(Journal journal, Clock clock) {
        this.journal = journal;
        this.clock = clock;
        journal.earlier().forEach(this::apply);
    }

    synchronized Receipt receive(String key, JsonNode pushed) {
        String known = receiptOfKey.get(key);
        if (known != null) {
            CaseFile file = file(known);
            return file.pushed().equals(pushed)
                    ? new Receipt.Known(file)
                    : new Receipt.Conflict(file);
        }
        Optional<CaseFile> earlier =
                byReceipt.values().stream()
                        .filter(file -> file.caseId().equals(Json.text(pushed, "caseId")))
                        .findFirst();
        if (earlier.isPresent()) {
            record(
                    new Entry.Again(
                            earlier.get().receipt(), clock.instant(), key, pushed.deepCopy()));
            notifyAll();
            return new Receipt.New(file(earlier.get().receipt()));
        }
        String day = DAY.format(LocalDate.ofInstant(clock.instant(), CHINA));
        String receipt = String.format(Locale.ROOT, "SB%s%06d", day, byReceipt.size() + 1);
        record(
                new Entry.Received(
                        receipt, clock.instant(), key, pushed.deepCopy(), planned.poll()));
        return new Receipt.New(file(receipt));
    }

    /// The next case that comes in, and isn't decided by hand, gets this decision.
    synchronized void planNext(Decision decision) {
        planned.add(decision);
    }

    /// Whether it was still open.
    synchronized boolean decide(String receipt, Decision decision, String by) {
        if (file(receipt).decided() != null) {
            return false;
        }
        record(new Entry.Decided(receipt, clock.instant(), decision, by));
        notifyAll();
        return true;
    }

    /// Waits until somebody has decided; empty when the case ended without.
    synchronized Optional<Entry.Decided> awaitDecision(String receipt) throws InterruptedException {
        Entry.@Nullable Decided decided = file(receipt).decided();
        while (decided == null && !file(receipt).isOver()) {
            wait();
            decided = file(receipt).decided();
        }
        return Optional.ofNullable(decided);
    }

    synchronized void told(String receipt, String event) {
        record(new Entry.Told(receipt, clock.instant(), event));
    }

    synchronized CaseFile file(String receipt) {
        CaseFile file = byReceipt.get(receipt);
        if (file == null) {
            throw new IllegalArgumentException(
                    "There is no case with the receipt '" + receipt + "'.");
        }
        return file;
    }

    synchronized Optional<CaseFile> find(String receipt) {
        return Optional.ofNullable(byReceipt.get(receipt));
    }

    /// In the order in which they came.
    synchronized List<CaseFile> all() {
        return new ArrayList<>(byReceipt.values());
    }

    private void record(Entry entry) {
        journal.append(entry);
        apply(entry);
    }

    private void apply(Entry entry) {
        switch (entry) {
            case Entry.Received received -> {
                byReceipt.put(received.receipt(), CaseFile.of(received));
                receiptOfKey.put(received.key(), received.receipt());
            }
            case Entry.Again again -> {
                byReceipt.computeIfPresent(again.receipt(), (_, file) -> file.with(again));
                receiptOfKey.put(again.key(), again.receipt());
            }
            case Entry.Decided decided ->
                    byReceipt.computeIfPresent(decided.receipt(), (_, file) -> file.with(decided));
            case Entry.Told told ->
                    byReceipt.computeIfPresent(told.receipt(), (_, file) -> file.with(told));
        }
    }
}
