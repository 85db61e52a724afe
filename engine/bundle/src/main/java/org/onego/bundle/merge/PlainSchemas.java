package org.onego.bundle.merge;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.onego.bundle.element.Dictionary;
import org.onego.bundle.element.Element;
import org.onego.bundle.element.ElementId;
import org.onego.bundle.item.Field;
import org.onego.bundle.item.Item;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Says what a field demands of its value in schemas that stand alone: references are replaced by
/// what they refer to, labels are left out. Thread-safe; each field is read once.
final class PlainSchemas {

    private static final String REF = "$ref";
    private static final String ELEMENT = "element:";

    /// A schema that refers to itself ends here: the merged constraint is then looser, and the
    /// item's own schema stays the authority.
    private static final int DEPTH = 24;

    private static final Set<String> LABELS =
            Set.of(
                    "title",
                    "description",
                    "$comment",
                    "default",
                    "examples",
                    "deprecated",
                    "readOnly",
                    "writeOnly");

    private final Dictionary dictionary;
    private final Map<String, List<PlainSchema>> known = new ConcurrentHashMap<>();

    PlainSchemas(Dictionary dictionary) {
        this.dictionary = dictionary;
    }

    /// The element's schema and what the field adds, or the field's schema alone.
    List<PlainSchema> of(Item item, Field field) {
        // Rows of one group differ in nothing but their number.
        String key = item.id() + " " + QuestionKeys.template(field);
        return known.computeIfAbsent(key, _ -> read(item, field));
    }

    private List<PlainSchema> read(Item item, Field field) {
        List<PlainSchema> parts = new ArrayList<>();
        ObjectNode own = withoutLabels(field.schema());
        Element element = field.element() == null ? null : element(field.element());
        if (element != null) {
            parts.add(PlainSchema.of(withoutLabels(element.schema())));
            own.remove(REF);
        }
        JsonNode plain = inline(own, item.form().schema().source(), DEPTH);
        if (!(plain instanceof ObjectNode object && object.isEmpty()) || parts.isEmpty()) {
            parts.add(PlainSchema.of(plain));
        }
        return List.copyOf(parts);
    }

    private @Nullable Element element(ElementId id) {
        return dictionary.elements().get(id);
    }

    private static ObjectNode withoutLabels(ObjectNode schema) {
        ObjectNode copy = schema.deepCopy();
        copy.propertyNames().stream()
                .filter(name -> LABELS.contains(name) || name.startsWith("x-"))
                .toList()
                .forEach(copy::remove);
        return copy;
    }

    private JsonNode inline(JsonNode node, JsonNode root, int depth) {
        return switch (node) {
            case ArrayNode array -> {
                ArrayNode copy = JsonNodeFactory.instance.arrayNode();
                array.forEach(entry -> copy.add(inline(entry, root, depth)));
                yield copy;
            }
            case ObjectNode object -> inlineObject(object, root, depth);
            default -> node;
        };
    }

    private JsonNode inlineObject(ObjectNode object, JsonNode root, int depth) {
        ObjectNode rest = JsonNodeFactory.instance.objectNode();
        object.forEachEntry((name, value) -> {
            if (!name.equals(REF) || !value.isString()) {
                rest.set(name, inline(value, root, depth));
            }
        });
        JsonNode reference = object.get(REF);
        if (reference == null || !reference.isString()) {
            return rest;
        }
        JsonNode target = depth == 0 ? BooleanNode.TRUE : target(reference.stringValue(), root);
        JsonNode plain = inline(target, root, Math.max(0, depth - 1));
        if (rest.isEmpty()) {
            return plain;
        }
        ObjectNode both = JsonNodeFactory.instance.objectNode();
        both.putArray("allOf").add(plain).add(rest);
        return both;
    }

    private JsonNode target(String reference, JsonNode root) {
        if (reference.startsWith(ELEMENT)) {
            String id = reference.substring(ELEMENT.length());
            Element element = ElementId.isValid(id) ? element(ElementId.parse(id)) : null;
            return element == null ? BooleanNode.TRUE : withoutLabels(element.schema());
        }
        if (reference.equals("#") || reference.startsWith("#/")) {
            JsonNode target = root.at(JsonPointer.compile(reference.substring(1)));
            return target.isMissingNode() ? BooleanNode.TRUE : target;
        }
        return BooleanNode.TRUE;
    }
}
