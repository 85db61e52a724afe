package org.onego.bundle.merge;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.onego.bundle.schema.intersect.Intersection;
import org.onego.bundle.schema.intersect.SchemaIntersection;
import org.onego.bundle.schema.intersect.Verdict;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Intersects demands, the same ones once: many selections of one bundle ask the same questions.
/// Thread-safe.
final class Intersections {

    private final SchemaIntersection intersection = SchemaIntersection.standard();
    private final Map<List<String>, Common> known = new ConcurrentHashMap<>();

    /// @param schema accepts what all of them accept
    /// @param verdict whether anything is left
    record Common(ObjectNode schema, Verdict verdict) {}

    Common of(List<PlainSchema> demands) {
        return known.computeIfAbsent(
                demands.stream().map(PlainSchema::text).toList(), _ -> intersect(demands));
    }

    private Common intersect(List<PlainSchema> demands) {
        List<JsonNode> schemas = demands.stream().map(PlainSchema::schema).toList();
        if (schemas.size() < 2) {
            return new Common(
                    schemas.isEmpty()
                            ? JsonNodeFactory.instance.objectNode()
                            : asObject(schemas.getFirst()),
                    new Verdict.Unknown());
        }
        return switch (intersection.of(schemas)) {
            case Intersection.Intersected(JsonNode schema, Verdict verdict) ->
                    new Common(asObject(schema), verdict);
            case Intersection.NotIntersected _ ->
                    new Common(sideBySide(schemas), new Verdict.Unknown());
        };
    }

    /// Exact, whatever stands in the schemas.
    private static ObjectNode sideBySide(List<JsonNode> schemas) {
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        all.putArray("allOf").addAll(schemas);
        return all;
    }

    private static ObjectNode asObject(JsonNode schema) {
        if (schema instanceof ObjectNode object) {
            return object;
        }
        ObjectNode written = JsonNodeFactory.instance.objectNode();
        if (schema.isBoolean() && !schema.booleanValue()) {
            written.putObject("not");
        }
        return written;
    }
}
