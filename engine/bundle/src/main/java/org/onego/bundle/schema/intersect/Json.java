package org.onego.bundle.schema.intersect;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// JSON values as JSON Schema sees them: 1 and 1.0 are the same, and so are objects whose names
/// stand in another order.
final class Json {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private Json() {}

    static ObjectNode object() {
        return NODES.objectNode();
    }

    static ObjectNode object(String name, JsonNode value) {
        return NODES.objectNode().set(name, value);
    }

    static ArrayNode array() {
        return NODES.arrayNode();
    }

    static ArrayNode array(Collection<? extends JsonNode> values) {
        return NODES.arrayNode().addAll(values);
    }

    static JsonNode text(String value) {
        return NODES.stringNode(value);
    }

    static JsonNode number(long value) {
        return value == (int) value ? NODES.numberNode((int) value) : NODES.numberNode(value);
    }

    static JsonNode number(BigDecimal value) {
        BigDecimal plain = value.stripTrailingZeros();
        return plain.scale() <= 0 && plain.precision() - plain.scale() < 19
                ? number(plain.longValueExact())
                : NODES.numberNode(plain.scale() < 0 ? plain.setScale(0) : plain);
    }

    static JsonNode bool(boolean value) {
        return NODES.booleanNode(value);
    }

    static boolean isTrue(JsonNode schema) {
        return schema instanceof BooleanNode bool
                ? bool.booleanValue()
                : schema.isObject() && schema.isEmpty();
    }

    static boolean isFalse(JsonNode schema) {
        return schema instanceof BooleanNode bool && !bool.booleanValue();
    }

    static boolean same(JsonNode a, JsonNode b) {
        return a.equals(b) || key(a).equals(key(b));
    }

    /// A text that is the same for exactly those values that JSON Schema holds to be equal.
    static String key(JsonNode value) {
        StringBuilder text = new StringBuilder();
        key(value, text);
        return text.toString();
    }

    private static void key(JsonNode value, StringBuilder text) {
        if (value.isNumber()) {
            text.append(value.decimalValue().stripTrailingZeros());
        } else if (value.isArray()) {
            text.append('[');
            value.values()
                    .forEach(element -> {
                        key(element, text);
                        text.append(',');
                    });
            text.append(']');
        } else if (value.isObject()) {
            text.append('{');
            TreeMap<String, JsonNode> sorted = new TreeMap<>();
            value.properties().forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
            sorted.forEach((name, element) -> {
                text.append(text(name)).append(':');
                key(element, text);
                text.append(',');
            });
            text.append('}');
        } else {
            text.append(value);
        }
    }

    /// One step of a JSON pointer, escaped.
    static String step(String name) {
        return "/" + name.replace("~", "~0").replace("/", "~1");
    }
}
