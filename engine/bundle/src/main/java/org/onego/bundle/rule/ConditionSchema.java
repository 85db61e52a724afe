package org.onego.bundle.rule;

import java.util.List;
import org.onego.bundle.schema.CompiledSchema;
import org.onego.bundle.schema.Condition;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Says a condition as a JSON Schema that a document satisfies exactly when the condition holds.
public final class ConditionSchema {

    private ConditionSchema() {}

    public static JsonNode of(Condition condition) {
        return switch (condition) {
            case Condition.All(List<Condition> parts) when parts.isEmpty() -> BooleanNode.TRUE;
            case Condition.Any(List<Condition> parts) when parts.isEmpty() -> BooleanNode.FALSE;
            case Condition.All(List<Condition> parts) -> combined("allOf", parts);
            case Condition.Any(List<Condition> parts) -> combined("anyOf", parts);
            case Condition.Not(Condition inner) ->
                    JsonNodeFactory.instance.objectNode().set("not", of(inner));
            case Condition.Matches(JsonPointer at, CompiledSchema schema) ->
                    at(at, schema.source());
        };
    }

    private static ObjectNode combined(String keyword, List<Condition> parts) {
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        ArrayNode schemas = schema.putArray(keyword);
        parts.forEach(part -> schemas.add(of(part)));
        return schema;
    }

    /// What a document satisfies that has a value there which satisfies the schema.
    static JsonNode at(JsonPointer place, JsonNode schema) {
        if (place.matches()) {
            return schema;
        }
        String name = place.getMatchingProperty();
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        object.put("type", "object");
        object.putObject("properties").set(name, at(place.tail(), schema));
        object.putArray("required").add(name);
        return object;
    }
}
