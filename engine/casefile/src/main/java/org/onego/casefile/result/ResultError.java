package org.onego.casefile.result;

import org.onego.bundle.merge.QuestionId;
import tools.jackson.databind.JsonNode;

/// A wrong value of a result.
///
/// @param question which value
/// @param keyword what it fails (`required`, `pattern`, …): the key of the message
/// @param expected the keyword's value, for the message
/// @param item the item whose own form refuses it: this case's, or one that waits for the result
public record ResultError(QuestionId question, String keyword, JsonNode expected, String item) {}
