package org.onego.bundle.project;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
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
import org.onego.bundle.merge.QuestionId;
import org.onego.bundle.merge.Rows;
import org.onego.bundle.pack.CompiledBundle;
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

    private final MergedForm form;
    private final List<Place> places;
    private final Set<JsonPointer> rows = new LinkedHashSet<>();

    /// Where an answer goes.
    ///
    /// @param inRow the field's place below its row; below the document outside a group
    private record Place(
            Field field, QuestionId question, @Nullable String converter, JsonPointer inRow) {}

    private record Placed(Place place, JsonNode value) {}

    /// For many answers to one form.
    public Projector(Item item, MergedForm form) {
        this.form = form;
        List<Place> found = new ArrayList<>();
        Map<JsonPointer, Question> questions = form.questionsOf(item.id());
        for (Field field : Rows.expand(item, form.selection()).form().fields()) {
            JsonPointer row = field.group();
            if (row != null) {
                rows.add(row);
            }
            Question question = questions.get(field.pointer());
            if (question != null) {
                found.add(
                        new Place(
                                field,
                                question.id(),
                                converter(question, item, field),
                                inRow(field.pointer(), row)));
            }
        }
        this.places = List.copyOf(found);
    }

    /// One for each selected item, by its id.
    public static Map<String, Projector> of(CompiledBundle bundle, MergedForm form) {
        Map<String, Projector> projectors = new LinkedHashMap<>();
        for (String id : form.selection().items()) {
            projectors.put(id, new Projector(bundle.item(id), form));
        }
        return Collections.unmodifiableMap(projectors);
    }

    /// Projects once.
    public static ObjectNode project(Item item, MergedForm form, Answers answers) {
        return new Projector(item, form).project(answers);
    }

    public ObjectNode project(Answers answers) {
        Answers complete = form.withGiven(answers);
        List<Placed> values = new ArrayList<>();
        for (Place place : places) {
            JsonNode value = complete.get(place.question());
            if (value != null) {
                values.add(new Placed(place, convert(place.converter(), value)));
            }
        }
        return shown(values);
    }

    private static @Nullable String converter(Question question, Item item, Field field) {
        return question.origins().stream()
                .filter(origin -> origin.item().equals(item.id()))
                .filter(origin -> origin.field().pointer().equals(field.pointer()))
                .findFirst()
                .map(Origin::converter)
                .orElse(null);
    }

    private static JsonNode convert(@Nullable String converter, JsonNode value) {
        return converter == null
                ? value
                : Converter.of(converter).map(known -> known.convert(value)).orElse(value);
    }

    private static JsonPointer inRow(JsonPointer place, @Nullable JsonPointer row) {
        return row == null
                ? place
                : JsonPointer.compile(place.toString().substring(row.toString().length()));
    }

    /// Hiding a field may hide others. A condition that doesn't depend on itself is settled after
    /// at most as many rounds as there are fields.
    private ObjectNode shown(List<Placed> values) {
        ObjectNode document = document(values);
        List<Placed> before = values;
        for (int round = 0; round <= values.size(); round++) {
            ObjectNode seen = document;
            List<Placed> kept =
                    values.stream()
                            .filter(placed -> placed.place().field().visible().test(seen))
                            .toList();
            if (kept.equals(before)) {
                return document;
            }
            document = document(kept);
            before = kept;
        }
        return document;
    }

    private ObjectNode document(List<Placed> values) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        rows.forEach(place -> row(document, place));
        for (Placed placed : values) {
            JsonPointer row = placed.place().field().group();
            set(
                    row == null ? document : row(document, row),
                    placed.place().inRow(),
                    placed.value());
        }
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
