package org.onego.bundle.project;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.onego.bundle.item.Field;
import org.onego.bundle.item.Item;
import org.onego.bundle.merge.Answers;
import org.onego.bundle.merge.Converter;
import org.onego.bundle.merge.MergedForm;
import org.onego.bundle.merge.Origin;
import org.onego.bundle.merge.Question;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Turns answers into exactly the document that one item's own form expects.
///
/// What the item hides is dropped, and so is what is about nobody. What the guide has given is
/// there; what another item produces is there as soon as it is among the answers. No object is
/// empty.
public final class Projector {

    private Projector() {}

    public static ObjectNode project(Item item, MergedForm form, Answers answers) {
        Answers complete = form.withGiven(answers);
        Map<JsonPointer, JsonNode> values = new LinkedHashMap<>();
        Map<JsonPointer, Question> questions = form.questionsOf(item.id());
        for (Field field : item.form().fields()) {
            Question question = field.group() == null ? questions.get(field.pointer()) : null;
            JsonNode value = question == null ? null : complete.get(question.id());
            if (question != null && value != null) {
                values.put(field.pointer(), convert(question, item, field, value));
            }
        }
        return shown(item, values);
    }

    private static JsonNode convert(Question question, Item item, Field field, JsonNode value) {
        @Nullable String converter =
                question.origins().stream()
                        .filter(origin -> origin.item().equals(item.id()))
                        .filter(origin -> origin.field().pointer().equals(field.pointer()))
                        .findFirst()
                        .map(Origin::converter)
                        .orElse(null);
        return converter == null
                ? value
                : Converter.of(converter).map(known -> known.convert(value)).orElse(value);
    }

    /// Hiding a field may hide others. A condition that doesn't depend on itself is settled after
    /// at most as many rounds as there are fields.
    private static ObjectNode shown(Item item, Map<JsonPointer, JsonNode> values) {
        ObjectNode document = document(values);
        for (int round = 0; round <= item.form().fields().size(); round++) {
            Map<JsonPointer, JsonNode> kept = new LinkedHashMap<>();
            for (Field field : item.form().fields()) {
                JsonNode value = field.group() == null ? values.get(field.pointer()) : null;
                if (value != null && field.visible().test(document)) {
                    kept.put(field.pointer(), value);
                }
            }
            ObjectNode next = document(kept);
            if (next.equals(document)) {
                return document;
            }
            document = next;
        }
        return document;
    }

    private static ObjectNode document(Map<JsonPointer, JsonNode> values) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        values.forEach((pointer, value) -> {
            ObjectNode at = document;
            JsonPointer rest = pointer;
            for (; !rest.tail().matches(); rest = rest.tail()) {
                at = at.withObjectProperty(rest.getMatchingProperty());
            }
            at.set(rest.getMatchingProperty(), value);
        });
        return document;
    }
}
