package org.onego.bundle.merge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Everything that the fields of one question demand of its value, each demand once, with a field
/// that makes it.
final class Constraints {

    private final Map<JsonNode, AskedField> demands;

    private Constraints(Map<JsonNode, AskedField> demands) {
        this.demands = demands;
    }

    /// The fields' demands, in an order that doesn't depend on the order of the items.
    static Constraints of(List<AskedField> fields, PlainSchemas schemas) {
        Map<JsonNode, AskedField> found = new LinkedHashMap<>();
        for (AskedField field : fields) {
            if (field.converter() == null) {
                for (JsonNode schema : schemas.of(field.item(), field.field())) {
                    found.putIfAbsent(schema, field);
                }
            }
        }
        List<JsonNode> order = new ArrayList<>(found.keySet());
        order.sort(Comparator.comparing(JsonNode::toString));
        Map<JsonNode, AskedField> sorted = new LinkedHashMap<>();
        order.forEach(schema -> sorted.put(schema, found.get(schema)));
        return new Constraints(sorted);
    }

    Map<JsonNode, AskedField> demands() {
        return demands;
    }

    ObjectNode schema() {
        return together(List.copyOf(demands.keySet()));
    }

    /// The one schema that accepts what all of these accept.
    static ObjectNode together(List<JsonNode> schemas) {
        if (schemas.size() == 1 && schemas.getFirst() instanceof ObjectNode only) {
            return only.deepCopy();
        }
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        if (!schemas.isEmpty()) {
            all.putArray("allOf").addAll(schemas);
        }
        return all;
    }

    List<Conflict> conflicts(QuestionId question) {
        return List.of();
    }
}
