package org.onego.bundle.merge;

import tools.jackson.core.JsonPointer;

/// The id of a question: whom it is about, and what. Written `subject.key`.
///
/// @param subject a subject of the bundle
/// @param key for an element, its id with `_` for the dot (`person_name`); for a field without one,
///   the item's id, `_` and the field's name
public record QuestionId(String subject, String key) implements Comparable<QuestionId> {

    public QuestionId {
        if (subject.isEmpty() || key.isEmpty() || subject.contains(".") || key.contains(".")) {
            throw new IllegalArgumentException(
                    "'" + subject + "." + key + "' is not a question id; write subject.key");
        }
    }

    public static QuestionId parse(String text) {
        int dot = text.indexOf('.');
        if (dot < 0) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not a question id; write subject.key");
        }
        return new QuestionId(text.substring(0, dot), text.substring(dot + 1));
    }

    /// Where the answer stands in [Answers].
    public JsonPointer pointer() {
        return JsonPointer.empty().appendProperty(subject).appendProperty(key);
    }

    @Override
    public int compareTo(QuestionId other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return subject + "." + key;
    }
}
