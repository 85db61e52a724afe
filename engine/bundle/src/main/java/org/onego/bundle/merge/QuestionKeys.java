package org.onego.bundle.merge;

import java.util.ArrayList;
import java.util.List;
import org.onego.bundle.element.Dictionary;
import org.onego.bundle.element.ElementId;
import org.onego.bundle.item.Field;
import org.onego.bundle.item.Item;
import tools.jackson.core.JsonPointer;

/// The second half of a question's id. It depends on the item and its field alone, never on what
/// else is selected, so that an answer keeps its place.
final class QuestionKeys {

    private final Dictionary dictionary;

    QuestionKeys(Dictionary dictionary) {
        this.dictionary = dictionary;
    }

    static String of(ElementId element) {
        return element.namespace() + "_" + element.name();
    }

    String of(Item item, Field field) {
        if (field.element() != null) {
            return of(field.element());
        }
        String name = lastName(field.pointer());
        boolean alone =
                item.form().fields().stream()
                                .filter(other ->
                                        other.element() == null
                                                && lastName(other.pointer()).equals(name))
                                .map(QuestionKeys::template)
                                .distinct()
                                .count()
                        == 1;
        String key = item.id() + "_" + (alone ? name : path(template(field)));
        // An item may be called like a namespace; its own field must not answer the element.
        return isElement(key) ? item.id() + "__" + path(template(field)) : key;
    }

    private boolean isElement(String key) {
        int split = key.indexOf('_');
        String id = key.substring(0, split) + "." + key.substring(split + 1);
        return ElementId.isValid(id) && dictionary.elements().containsKey(ElementId.parse(id));
    }

    /// The field's place without the number of its row: every row is asked alike.
    static JsonPointer template(Field field) {
        JsonPointer row = field.group();
        return row == null
                ? field.pointer()
                : row.head()
                        .append(
                                JsonPointer.compile(
                                        field.pointer()
                                                .toString()
                                                .substring(row.toString().length())));
    }

    private static String lastName(JsonPointer pointer) {
        return clean(pointer.last().getMatchingProperty());
    }

    private static String path(JsonPointer pointer) {
        List<String> names = new ArrayList<>();
        for (JsonPointer rest = pointer; !rest.matches(); rest = rest.tail()) {
            names.add(clean(rest.getMatchingProperty()));
        }
        return String.join("_", names);
    }

    /// A dot separates subject and key in a question's id.
    private static String clean(String name) {
        return name.replace('.', '-');
    }
}
