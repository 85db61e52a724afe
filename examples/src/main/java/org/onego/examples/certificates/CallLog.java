package org.onego.examples.certificates;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/// Who asked for what and why; the last 5,000 calls. Everybody in it is invented, so nothing is
/// masked.
final class CallLog {

    private static final int KEPT = 5000;

    /// One call and what came of it.
    ///
    /// @param status `head.status` of the answer, or the fault that came instead
    record Entry(
            Instant at,
            String call,
            String type,
            String holder,
            String number,
            String useFor,
            FiveElements five,
            String status,
            long millis) {}

    private final Deque<Entry> calls = new ArrayDeque<>();

    synchronized void add(Entry call) {
        calls.addLast(call);
        if (calls.size() > KEPT) {
            calls.removeFirst();
        }
    }

    synchronized void clear() {
        calls.clear();
    }

    /// Oldest first.
    synchronized List<Entry> all() {
        return List.copyOf(calls);
    }
}
