package org.onego.examples.host;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The message box of every citizen, newest first; the last thousand messages are kept.
final class Messages {

    private static final int KEPT = 1000;

    /// @param url what opens when it is tapped; may be empty
    record Message(long id, Instant at, String idNo, String title, String text, String url) {}

    private final List<Message> all = new ArrayList<>();
    private long last;

    synchronized Message add(Instant at, String idNo, String title, String text, String url) {
        Message message = new Message(++last, at, idNo, title, text, url);
        all.add(message);
        if (all.size() > KEPT) {
            all.removeFirst();
        }
        return message;
    }

    synchronized List<Message> of(String idNo) {
        return all.stream()
                .filter(message -> message.idNo().equals(idNo))
                .sorted(Comparator.comparingLong(Message::id).reversed())
                .toList();
    }
}
