package org.onego.bundle.validate;

import java.util.List;
import org.onego.bundle.merge.QuestionId;
import tools.jackson.databind.JsonNode;

/// A wrong answer, named for the person who gave it.
///
/// @param question whose answer is wrong
/// @param keyword what it fails (`required`, `minLength`, `pattern`, `format`, …): the key of the
///   message
/// @param expected the keyword's value, for the message
/// @param items whose own form refuses it
public record AnswerError(
        QuestionId question, String keyword, JsonNode expected, List<String> items) {
    public AnswerError {
        items = List.copyOf(items);
    }
}
