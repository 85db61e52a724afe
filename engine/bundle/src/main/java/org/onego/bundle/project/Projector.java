package org.onego.bundle.project;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onego.bundle.item.Field;
import org.onego.bundle.item.Item;
import org.onego.bundle.merge.Answers;
import org.onego.bundle.merge.Converter;
import org.onego.bundle.merge.MergedForm;
import org.onego.bundle.merge.Origin;
import org.onego.bundle.merge.Question;
import org.onego.bundle.merge.Rows;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Turns answers into exactly the document that one item's own form expects.
///
/// What the item hides is dropped, and so is what is about nobody. What the guide has given is
/// there; what another item produces is there as soon as it is among the answers. No object is
/// empty but a row in which nothing is answered yet.
public final class Projector {

    private Projector() {}

    public static ObjectNode project(Item item, MergedForm form, Answers answers) {
        Answers complete = form.withGiven(answers);
        Map<Field, JsonNode> values = new LinkedHashMap<>();
        Set<JsonPointer> rows = new LinkedHashSet<>();
        Map<JsonPointer, Question> questions = form.questionsOf(item.id());
        for (Field field : Rows.expand(item, form.selection()).form().fields()) {
            if (field.group() != null) {
                rows.add(field.group());
            }
            Question question = questions.get(field.pointer());
            JsonNode value = question == null ? null : complete.get(question.id());
            if (question != null && value != null) {
                values.put(field, convert(question, item, field, value));
            }
        }
        return shown(values, rows);
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
    private static ObjectNode shown(Map<Field, JsonNode> values, Set<JsonPointer> rows) {
        ObjectNode document = document(values, rows);
        for (int round = 0; round <= values.size(); round++) {
            Map<Field, JsonNode> kept = new LinkedHashMap<>();
            for (Map.Entry<Field, JsonNode> entry : values.entrySet()) {
                if (entry.getKey().visible().test(document)) {
                    kept.put(entry.getKey(), entry.getValue());
                }
            }
            ObjectNode next = document(kept, rows);
            if (next.equals(document)) {
                return document;
            }
            document = next;
        }
        return document;
    }

    private static ObjectNode document(Map<Field, JsonNode> values, Set<JsonPointer> rows) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        rows.forEach(place -> row(document, place));
        values.forEach((field, value) -> {
            JsonPointer row = field.group();
            if (row == null) {
                set(document, field.pointer(), value);
            } else {
                String inRow = field.pointer().toString().substring(row.toString().length());
                set(row(document, row), JsonPointer.compile(inRow), value);
            }
        });
        return document;
    }

    private static void set(ObjectNode document, JsonPointer place, JsonNode value) {
        ObjectNode at = document;
        JsonPointer rest = place;
        for (; !rest.tail().matches(); rest = rest.tail()) {
            at = at.withObjectProperty(rest.getMatchingProperty());
        }
        at.set(rest.getMatchingProperty(), value);
    }

    /// The row at this place, which is there as soon as the citizen has said how many there are.
    private static ObjectNode row(ObjectNode document, JsonPointer place) {
        ArrayNode rows = document.withArray(place.head());
        int index = place.last().getMatchingIndex();
        while (rows.size() <= index) {
            rows.addObject();
        }
        return (ObjectNode) rows.get(index);
    }
}
