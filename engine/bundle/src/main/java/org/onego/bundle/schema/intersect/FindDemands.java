package org.onego.bundle.schema.intersect;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// Finds everything in the inputs that asks for a keyword at one place of the instance.
final class FindDemands {

    /// So many schemas are looked at.
    private static final int LIMIT = 20_000;

    private static final Set<String> IN_PLACE =
            Set.of("allOf", "anyOf", "oneOf", "not", "if", "then", "else");

    private final ReadSchemas.Reading.Readable read;
    private final Evaluation evaluation;
    private final String keyword;
    private final List<Demand> found = new ArrayList<>();
    private final Deque<Visit> open = new ArrayDeque<>();
    private final Map<Integer, Set<JsonNode>> seen = new HashMap<>();

    /// @param rest the steps that still lead to the place
    private record Visit(JsonNode schema, List<String> rest) {}

    FindDemands(ReadSchemas.Reading.Readable read, Evaluation evaluation, String keyword) {
        this.read = read;
        this.evaluation = evaluation;
        this.keyword = keyword;
    }

    List<Demand> at(String place) {
        List<String> steps = new ArrayList<>();
        for (String step : place.split("/", -1)) {
            steps.add(step.replace("~1", "/").replace("~0", "~"));
        }
        steps.removeFirst();
        read.schemas().forEach(schema -> open.add(new Visit(schema, steps)));
        for (int i = 0; i < LIMIT && !open.isEmpty(); i++) {
            visit(open.poll());
        }
        return found;
    }

    private void visit(Visit visit) {
        JsonNode schema = visit.schema();
        Place origin = read.origins().get(schema);
        Set<JsonNode> before =
                seen.computeIfAbsent(
                        visit.rest().size(),
                        _ -> Collections.newSetFromMap(new IdentityHashMap<>()));
        if (origin == null || !before.add(schema)) {
            return;
        }
        if (visit.rest().isEmpty() && schema.has(keyword)) {
            String written = Draft07.written(origin, keyword);
            found.add(
                    new Demand(
                            origin.input(),
                            origin.pointer() + Json.step(written),
                            written,
                            schema.get(keyword)));
        }
        if (schema.path("$ref").isString()) {
            push(
                    read.definitions().path(Definitions.name(schema.get("$ref").stringValue())),
                    visit.rest());
        }
        for (String each : IN_PLACE) {
            JsonNode inside = schema.path(each);
            (inside.isArray() ? inside.values() : List.of(inside))
                    .forEach(next -> push(next, visit.rest()));
        }
        schema.path("dependentSchemas").values().forEach(next -> push(next, visit.rest()));
        if (!visit.rest().isEmpty()) {
            step(schema, visit.rest().getFirst(), visit.rest().subList(1, visit.rest().size()));
        }
    }

    private void push(JsonNode schema, List<String> rest) {
        if (schema.isObject()) {
            open.add(new Visit(schema, rest));
        }
    }

    private void step(JsonNode schema, String step, List<String> rest) {
        boolean any = step.equals("*");
        JsonNode own = schema.path("properties").path(step);
        push(own, rest);
        boolean known = own.isObject();
        for (var pattern : schema.path("patternProperties").properties()) {
            if (any || evaluation.matches(pattern.getKey(), step).orElse(false)) {
                push(pattern.getValue(), rest);
                known = true;
            }
        }
        if (!known) {
            push(schema.path("additionalProperties"), rest);
        }
        boolean index = step.matches("\\d{1,9}");
        JsonNode prefix = schema.path("prefixItems");
        if (index && Integer.parseInt(step) < prefix.size()) {
            push(prefix.get(Integer.parseInt(step)), rest);
        } else if (any || index) {
            push(schema.path("items"), rest);
        }
        if (any) {
            push(schema.path("contains"), rest);
            push(schema.path("propertyNames"), rest);
        }
    }
}
