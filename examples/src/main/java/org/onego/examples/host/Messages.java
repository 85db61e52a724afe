package org.onego.examples.host;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// The message boxes of citizens and of staff, newest first; the last thousand messages are kept. A
/// message that comes again under the same key is shown once.
final class Messages {

    private static final int KEPT = 1000;

    /// @param box whose it is: a citizen's id number, or `staff/<department>/<account>`
    /// @param key under which it was sent; may be empty
    /// @param url what opens when it is tapped; may be empty
    record Message(
            long id, Instant at, String box, String key, String title, String text, String url) {}

    /// The box of a department, or of one account in it.
    static String staff(String department, String account) {
        return "staff/" + department + "/" + account;
    }

    private final List<Message> all = new ArrayList<>();
    private long last;

    /// Adds a message, or finds it again where its key is known.
    synchronized Message add(
            Instant at, String box, String key, String title, String text, String url) {
        Optional<Message> known =
                all.stream()
                        .filter(each -> !key.isEmpty() && each.key().equals(key))
                        .filter(each -> each.box().equals(box))
                        .findFirst();
        if (known.isPresent()) {
            return known.get();
        }
        Message message = new Message(++last, at, box, key, title, text, url);
        all.add(message);
        if (all.size() > KEPT) {
            all.removeFirst();
        }
        return message;
    }

    synchronized List<Message> of(String box) {
        return newestFirst(message -> message.box().equals(box));
    }

    /// What all staff were told.
    synchronized List<Message> ofStaff() {
        return newestFirst(message -> message.box().startsWith("staff/"));
    }

    private List<Message> newestFirst(Predicate<Message> wanted) {
        return all.stream()
                .filter(wanted)
                .sorted(Comparator.comparingLong(Message::id).reversed())
                .toList();
    }
}
