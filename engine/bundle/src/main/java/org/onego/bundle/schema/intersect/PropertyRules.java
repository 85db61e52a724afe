package org.onego.bundle.schema.intersect;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// `properties`, `patternProperties` and `additionalProperties`, which only mean something
/// together. Each name leads to all the schemas that its value must satisfy.
///
/// @param additional empty where nothing is asked of other properties
record PropertyRules(Map<String, Slot> properties, Map<String, Slot> patterns, Slot additional) {

    static final PropertyRules ANY = new PropertyRules(Map.of(), Map.of(), Slot.ANY);

    static PropertyRules of(JsonNode schema) {
        return new PropertyRules(
                slots(schema.path("properties")),
                slots(schema.path("patternProperties")),
                Slot.of(schema.get("additionalProperties")));
    }

    static Map<String, Slot> slots(JsonNode schemas) {
        Map<String, Slot> slots = new LinkedHashMap<>();
        schemas.properties()
                .forEach(entry -> slots.put(entry.getKey(), new Slot(List.of(entry.getValue()))));
        return slots;
    }

    boolean isAny() {
        return properties.isEmpty() && patterns.isEmpty() && additional.isAny();
    }

    /// Both in one; empty when one cannot say what both do, which needs an `allOf`.
    ///
    /// @param matches whether a name matches a pattern, empty when nobody knows
    Optional<PropertyRules> meet(
            PropertyRules other, BiFunction<String, String, Optional<Boolean>> matches) {
        if (!coveredBy(other, matches) || !other.coveredBy(this, matches)) {
            return Optional.empty();
        }
        Map<String, Slot> both = new LinkedHashMap<>();
        for (String name : union(properties, other.properties)) {
            Optional<Slot> mine = ruleOf(name, matches);
            Optional<Slot> theirs = other.ruleOf(name, matches);
            if (mine.isEmpty() || theirs.isEmpty()) {
                return Optional.empty();
            }
            both.put(name, mine.get().and(theirs.get()));
        }
        Map<String, Slot> bothPatterns = new LinkedHashMap<>();
        for (String pattern : union(patterns, other.patterns)) {
            Slot mine = patterns.getOrDefault(pattern, additional);
            bothPatterns.put(
                    pattern, mine.and(other.patterns.getOrDefault(pattern, other.additional)));
        }
        return Optional.of(new PropertyRules(both, bothPatterns, additional.and(other.additional)));
    }

    private static Set<String> union(Map<String, Slot> a, Map<String, Slot> b) {
        Map<String, Slot> both = new LinkedHashMap<>(a);
        both.putAll(b);
        return both.keySet();
    }

    /// What is asked under an explicit name beyond what the patterns ask anyway; empty when nobody
    /// knows whether one matches.
    private Optional<Slot> ruleOf(
            String name, BiFunction<String, String, Optional<Boolean>> matches) {
        Slot own = properties.get(name);
        if (own != null) {
            return Optional.of(own);
        }
        if (additional.isAny()) {
            return Optional.of(Slot.ANY);
        }
        for (String pattern : patterns.keySet()) {
            Optional<Boolean> matched = matches.apply(pattern, name);
            if (matched.isEmpty() || matched.get()) {
                return matched.map(_ -> Slot.ANY);
            }
        }
        return Optional.of(additional);
    }

    /// Whether what I ask of other properties can be put under the other's patterns: it can when
    /// none of the names that such a pattern matches is one that I know myself.
    private boolean coveredBy(
            PropertyRules other, BiFunction<String, String, Optional<Boolean>> matches) {
        if (additional.isAny()) {
            return true;
        }
        for (String pattern : other.patterns.keySet()) {
            boolean mine = patterns.containsKey(pattern);
            if (!mine && !patterns.isEmpty()) {
                return false;
            }
            for (String name : mine ? Set.<String>of() : properties.keySet()) {
                if (matches.apply(pattern, name).orElse(true)) {
                    return false;
                }
            }
        }
        return true;
    }

    /// Every schema that the value under this name must satisfy; empty when nobody knows.
    Optional<Slot> all(String name, BiFunction<String, String, Optional<Boolean>> matches) {
        Slot all = properties.getOrDefault(name, Slot.ANY);
        boolean known = properties.containsKey(name);
        for (var entry : patterns.entrySet()) {
            Optional<Boolean> matched = matches.apply(entry.getKey(), name);
            if (matched.isEmpty()) {
                return Optional.empty();
            }
            if (matched.get()) {
                all = all.and(entry.getValue());
                known = true;
            }
        }
        return Optional.of(known ? all : additional);
    }

    /// The same with each slot settled.
    PropertyRules settle(BiFunction<String, Slot, JsonNode> settle) {
        Map<String, Slot> settled = new LinkedHashMap<>();
        properties.forEach((name, slot) ->
                settled.put(name, Slot.settled(settle.apply(Json.step(name), slot))));
        Map<String, Slot> settledPatterns = new LinkedHashMap<>();
        patterns.forEach((pattern, slot) ->
                settledPatterns.put(pattern, Slot.settled(settle.apply("/*", slot))));
        Slot rest = additional.isAny() ? Slot.ANY : Slot.of(settle.apply("/*", additional));
        return new PropertyRules(settled, settledPatterns, rest);
    }

    void write(ObjectNode schema) {
        write(schema, "properties", properties);
        write(schema, "patternProperties", patterns);
        if (!additional.isAny()) {
            schema.set("additionalProperties", additional.write());
        }
    }

    static void write(ObjectNode schema, String keyword, Map<String, Slot> slots) {
        if (!slots.isEmpty()) {
            ObjectNode map = Json.object();
            slots.forEach((name, slot) -> map.set(name, slot.write()));
            schema.set(keyword, map);
        }
    }

    /// How many schemas are in it.
    int size() {
        return properties.size() + patterns.size() + 1;
    }

    static <T> List<T> plus(List<T> list, T element) {
        List<T> longer = new ArrayList<>(list);
        longer.add(element);
        return longer;
    }

    static Map<String, Slot> meet(Map<String, Slot> a, Map<String, Slot> b) {
        Map<String, Slot> both = new LinkedHashMap<>(a);
        b.forEach((name, slot) -> both.merge(name, slot, Slot::and));
        return both;
    }

    static Map<String, Slot> settle(Map<String, Slot> slots, Function<Slot, JsonNode> settle) {
        Map<String, Slot> settled = new LinkedHashMap<>();
        slots.forEach((name, slot) -> settled.put(name, Slot.settled(settle.apply(slot))));
        return settled;
    }
}
