package org.onego.bundle.merge;

import java.util.HashMap;
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

    /// What the guide says about the questions of these fields, each by the first field of whose
    /// element it says something.
    static Map<QuestionId, JsonNode> of(Selection selection, List<AskedField> fields) {
        Map<QuestionId, JsonNode> given = new HashMap<>();
        for (AskedField field : fields) {
            JsonNode value =
                    field.converter() == null
                            ? of(selection, field.item().id(), field.field())
                            : null;
            if (value != null) {
                given.putIfAbsent(field.asked(), value);
            }
        }
        return given;
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
