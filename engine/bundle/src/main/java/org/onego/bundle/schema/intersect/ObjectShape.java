package org.onego.bundle.schema.intersect;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What is asked of an object.
///
/// @param rules more than one only where they cannot be said in one
/// @param names what every property's name must satisfy
/// @param dependentRequired name → names that must be there when it is
/// @param dependentSchemas name → what the whole object must satisfy when it is there
record ObjectShape(
        List<PropertyRules> rules,
        Slot names,
        Set<String> required,
        CountRange count,
        Map<String, Set<String>> dependentRequired,
        Map<String, Slot> dependentSchemas) {

    static final ObjectShape ANY =
            new ObjectShape(List.of(), Slot.ANY, Set.of(), CountRange.ANY, Map.of(), Map.of());

    static ObjectShape of(JsonNode schema) {
        PropertyRules rules = PropertyRules.of(schema);
        Map<String, Set<String>> dependent = new LinkedHashMap<>();
        schema.path("dependentRequired")
                .properties()
                .forEach(entry -> dependent.put(entry.getKey(), strings(entry.getValue())));
        dependent.values().removeIf(Set::isEmpty);
        return new ObjectShape(
                rules.isAny() ? List.of() : List.of(rules),
                Slot.of(schema.get("propertyNames")),
                strings(schema.path("required")),
                CountRange.of(schema, "minProperties", "maxProperties"),
                dependent,
                PropertyRules.slots(schema.path("dependentSchemas")));
    }

    private static Set<String> strings(JsonNode list) {
        Set<String> strings = new LinkedHashSet<>();
        list.values().forEach(each -> strings.add(each.stringValue()));
        return strings;
    }

    ObjectShape meet(ObjectShape other, BiFunction<String, String, Optional<Boolean>> matches) {
        List<PropertyRules> all = new ArrayList<>(rules);
        for (PropertyRules rule : other.rules) {
            add(all, rule, matches);
        }
        Set<String> needed = new LinkedHashSet<>(required);
        needed.addAll(other.required);
        Map<String, Set<String>> dependent = new LinkedHashMap<>();
        dependentRequired.forEach((name, needs) -> dependent.put(name, new LinkedHashSet<>(needs)));
        other.dependentRequired.forEach((name, needs) ->
                dependent.computeIfAbsent(name, _ -> new LinkedHashSet<>()).addAll(needs));
        return new ObjectShape(
                all,
                names.and(other.names),
                needed,
                count.meet(other.count),
                dependent,
                PropertyRules.meet(dependentSchemas, other.dependentSchemas));
    }

    private static void add(
            List<PropertyRules> all,
            PropertyRules rule,
            BiFunction<String, String, Optional<Boolean>> matches) {
        for (int i = 0; i < all.size(); i++) {
            Optional<PropertyRules> both = all.get(i).meet(rule, matches);
            if (both.isPresent()) {
                all.set(i, both.get());
                return;
            }
        }
        all.add(rule);
    }

    /// What is always required needs no condition: `dependentRequired` of a required name is
    /// required.
    ObjectShape requiringWhatFollows() {
        Set<String> needed = new LinkedHashSet<>(required);
        Map<String, Set<String>> dependent = new LinkedHashMap<>(dependentRequired);
        List<String> open = new ArrayList<>(required);
        while (!open.isEmpty()) {
            Set<String> needs = dependent.remove(open.removeLast());
            if (needs != null) {
                needs.stream().filter(needed::add).forEach(open::add);
            }
        }
        dependent.replaceAll((name, needs) -> without(needs, needed, name));
        dependent.values().removeIf(Set::isEmpty);
        return new ObjectShape(rules, names, needed, count, dependent, dependentSchemas);
    }

    private static Set<String> without(Set<String> needs, Set<String> needed, String name) {
        Set<String> rest = new LinkedHashSet<>(needs);
        rest.removeAll(needed);
        rest.remove(name);
        return rest;
    }

    ObjectShape withDependentSchemas(Map<String, Slot> schemas) {
        return new ObjectShape(rules, names, required, count, dependentRequired, schemas);
    }

    ObjectShape settle(BiFunction<String, Slot, JsonNode> settle) {
        Map<String, Slot> schemas =
                PropertyRules.settle(dependentSchemas, slot -> settle.apply("", slot));
        schemas.values().removeIf(Slot::isAny);
        return new ObjectShape(
                rules.stream()
                        .map(rule -> rule.settle(settle))
                        .filter(rule -> !rule.isAny())
                        .toList(),
                names.isAny() ? Slot.ANY : Slot.of(settle.apply("/*", names)),
                required,
                count,
                dependentRequired,
                schemas);
    }

    /// Every schema that the value under this name must satisfy; empty when nobody knows.
    Optional<Slot> all(String name, BiFunction<String, String, Optional<Boolean>> matches) {
        Slot all = Slot.ANY;
        for (PropertyRules rule : rules) {
            Optional<Slot> more = rule.all(name, matches);
            if (more.isEmpty()) {
                return Optional.empty();
            }
            all = all.and(more.get());
        }
        return Optional.of(all);
    }

    void write(ObjectNode schema, List<ObjectNode> rest) {
        for (int i = 0; i < rules.size(); i++) {
            ObjectNode target = i == 0 ? schema : Json.object();
            rules.get(i).write(target);
            if (i > 0) {
                rest.add(target);
            }
        }
        if (!names.isAny()) {
            schema.set("propertyNames", names.write());
        }
        if (!required.isEmpty()) {
            schema.set("required", texts(required));
        }
        count.write(schema, "minProperties", "maxProperties");
        if (!dependentRequired.isEmpty()) {
            ObjectNode map = Json.object();
            dependentRequired.forEach((name, needs) -> map.set(name, texts(needs)));
            schema.set("dependentRequired", map);
        }
        PropertyRules.write(schema, "dependentSchemas", dependentSchemas);
    }

    private static JsonNode texts(Set<String> texts) {
        return Json.array(texts.stream().map(Json::text).toList());
    }
}
