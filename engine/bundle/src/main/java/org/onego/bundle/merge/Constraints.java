package org.onego.bundle.merge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Everything that the fields of one question demand of its value, each demand once, with a field
/// that makes it.
final class Constraints {

    private final Map<JsonNode, Set<AskedField>> demands;
    private final List<JsonNode> always;

    private Constraints(Map<JsonNode, Set<AskedField>> demands, List<JsonNode> always) {
        this.demands = demands;
        this.always = always;
    }

    /// The fields' demands, in an order that doesn't depend on the order of the items.
    static Constraints of(List<AskedField> fields, PlainSchemas schemas, Appearances appearances) {
        Map<JsonNode, Set<AskedField>> demands =
                new TreeMap<>(Comparator.comparing(JsonNode::toString));
        for (AskedField field : fields) {
            if (field.converter() == null) {
                for (JsonNode schema : schemas.of(field.item(), field.field())) {
                    demands.computeIfAbsent(schema, _ -> new LinkedHashSet<>()).add(field);
                }
            }
        }
        List<JsonNode> always = new ArrayList<>();
        demands.forEach((schema, by) -> {
            if (appearances.cover(by, fields)) {
                always.add(schema);
            }
        });
        return new Constraints(demands, always);
    }

    /// Whether no field demands anything in the question's own format.
    boolean isEmpty() {
        return demands.isEmpty();
    }

    /// What some field demands whenever the question is asked.
    List<JsonNode> always() {
        return always;
    }

    ObjectNode schema() {
        return together(always);
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
