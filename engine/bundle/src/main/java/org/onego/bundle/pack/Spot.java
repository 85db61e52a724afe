package org.onego.bundle.pack;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.onego.bundle.element.Text;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/// A value and where it stands, so that every finding can say so.
///
/// @param file relative to the packages folder
/// @param node the value; missing where a file has none
record Spot(String file, JsonPointer pointer, JsonNode node) {

    /// A file as a whole.
    static Spot of(String file) {
        return new Spot(file, JsonPointer.empty(), MissingNode.getInstance());
    }

    Spot at(String key) {
        return new Spot(file, pointer.appendProperty(key), node.path(key));
    }

    Spot at(JsonPointer below) {
        return new Spot(file, pointer.append(below), node.at(below));
    }

    /// Whether something other than `null` stands here.
    boolean present() {
        return !node.isMissingNode() && !node.isNull();
    }

    String string() {
        return node.asString("");
    }

    @Nullable String stringOrNull() {
        return present() ? string() : null;
    }

    List<Spot> elements() {
        List<Spot> elements = new ArrayList<>();
        for (int i = 0; i < node.size() && node.isArray(); i++) {
            elements.add(new Spot(file, pointer.appendIndex(i), node.get(i)));
        }
        return elements;
    }

    Map<String, Spot> entries() {
        Map<String, Spot> entries = new LinkedHashMap<>();
        node.properties().forEach(entry -> entries.put(entry.getKey(), at(entry.getKey())));
        return Collections.unmodifiableMap(entries);
    }

    Text text() {
        return node.isObject()
                ? new Text(at("zh").string(), at("en").stringOrNull())
                : Text.of(string());
    }

    @Nullable Text textOrNull() {
        return present() ? text() : null;
    }

    ObjectNode object() {
        return (ObjectNode) node;
    }
}
