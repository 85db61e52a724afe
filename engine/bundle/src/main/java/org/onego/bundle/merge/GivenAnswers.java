package org.onego.bundle.merge;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.onego.bundle.element.ElementId;
import org.onego.bundle.guide.Selection;
import org.onego.bundle.item.Field;
import tools.jackson.databind.JsonNode;

/// What the guide has answered already.
final class GivenAnswers {

    private GivenAnswers() {}

    /// What the guide says about this field, or null when it says nothing.
    static @Nullable JsonNode of(Selection selection, String item, Field field) {
        String subject = Rows.person(selection, item, field.subject());
        ElementId element = field.element();
        return subject == null || element == null
                ? null
                : selection.given().getOrDefault(subject, Map.of()).get(element);
    }

    /// What the guide says about the question of this field, by any of the question's fields.
    static @Nullable JsonNode of(Selection selection, AskedField field, List<AskedField> fields) {
        return fields.stream()
                .filter(other -> other.asked().equals(field.asked()) && other.converter() == null)
                .map(other -> of(selection, other.item().id(), other.field()))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /// The answer to a question that the guide has answered.
    static JsonNode of(Selection selection, Question question) {
        return question.origins().stream()
                .filter(origin -> origin.converter() == null)
                .map(origin -> of(selection, origin.item(), origin.field()))
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow(() ->
                        new IllegalStateException(
                                "question " + question.id() + " is given, but not by the guide"));
    }
}
