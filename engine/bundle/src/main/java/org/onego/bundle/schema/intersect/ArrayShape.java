package org.onego.bundle.schema.intersect;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What is asked of an array.
///
/// @param prefix what is asked of the first elements
/// @param items what is asked of each element behind them
/// @param contains by the schema that some elements must satisfy; two different ones stay apart
record ArrayShape(
        List<Slot> prefix,
        Slot items,
        CountRange count,
        boolean unique,
        Map<String, Contains> contains) {

    static final ArrayShape ANY =
            new ArrayShape(List.of(), Slot.ANY, CountRange.ANY, false, Map.of());

    /// So many elements must satisfy the schema; at least one where no least number is given.
    record Contains(JsonNode schema, CountRange count, boolean none) {

        static Contains of(JsonNode schema) {
            JsonNode min = schema.get("minContains");
            boolean none = min != null && min.decimalValue().signum() == 0;
            return new Contains(
                    schema.get("contains"),
                    CountRange.of(schema, "minContains", "maxContains"),
                    none);
        }

        Contains meet(Contains other) {
            return new Contains(schema, count.meet(other.count), none && other.none);
        }

        int least() {
            return none ? 0 : Math.max(1, count.least());
        }

        ObjectNode write() {
            ObjectNode written = Json.object();
            written.set("contains", schema);
            if (none) {
                written.set("minContains", Json.number(0));
            }
            new CountRange(count.least() == 1 ? null : count.min(), count.max())
                    .write(written, "minContains", "maxContains");
            return written;
        }
    }

    static ArrayShape of(JsonNode schema) {
        List<Slot> prefix = schema.path("prefixItems").valueStream().map(Slot::settled).toList();
        Map<String, Contains> contains = new LinkedHashMap<>();
        if (schema.has("contains")) {
            contains.put(Json.key(schema.get("contains")), Contains.of(schema));
        }
        return new ArrayShape(
                prefix,
                Slot.of(schema.get("items")),
                CountRange.of(schema, "minItems", "maxItems"),
                schema.path("uniqueItems").booleanValue(false),
                contains);
    }

    ArrayShape meet(ArrayShape other) {
        List<Slot> both = new ArrayList<>();
        for (int i = 0; i < Math.max(prefix.size(), other.prefix.size()); i++) {
            both.add(at(i).and(other.at(i)));
        }
        return new ArrayShape(
                both,
                items.and(other.items),
                count.meet(other.count),
                unique || other.unique,
                meet(contains, other.contains));
    }

    private static Map<String, Contains> meet(Map<String, Contains> a, Map<String, Contains> b) {
        Map<String, Contains> both = new LinkedHashMap<>(a);
        b.forEach((key, each) -> both.merge(key, each, Contains::meet));
        return both;
    }

    /// What is asked of the element at this index.
    Slot at(int index) {
        return index < prefix.size() ? prefix.get(index) : items;
    }

    ArrayShape settle(BiFunction<String, Slot, JsonNode> settle) {
        List<Slot> settled = new ArrayList<>();
        for (int i = 0; i < prefix.size(); i++) {
            settled.add(Slot.settled(settle.apply("/" + i, prefix.get(i))));
        }
        Slot rest = items.isAny() ? Slot.ANY : Slot.of(settle.apply("/*", items));
        // What the last of the first elements must satisfy is often what all others must.
        while (!settled.isEmpty() && Json.same(settled.getLast().write(), rest.write())) {
            settled.removeLast();
        }
        Map<String, Contains> some = new LinkedHashMap<>();
        for (Contains each : contains.values()) {
            JsonNode schema = settle.apply("/*", new Slot(List.of(each.schema())));
            boolean says =
                    each.least() > 0 || (each.count().max() != null && !Json.isFalse(schema));
            if (says) {
                some.merge(
                        Json.key(schema),
                        new Contains(schema, each.count(), each.none()),
                        Contains::meet);
            }
        }
        return new ArrayShape(settled, rest, count, unique, some);
    }

    /// The count that `contains` implies, said: beside `prefixItems`, Ajv, which many readers use,
    /// does not ask an empty list for it.
    private CountRange countForContains() {
        int least = contains.values().stream().mapToInt(Contains::least).max().orElse(0);
        return least > count.least() ? new CountRange(Json.number(least), count.max()) : count;
    }

    void write(ObjectNode schema, List<ObjectNode> rest) {
        if (!prefix.isEmpty()) {
            schema.set("prefixItems", Json.array(prefix.stream().map(Slot::write).toList()));
        }
        if (!items.isAny()) {
            schema.set("items", items.write());
        }
        (prefix.isEmpty() ? count : countForContains()).write(schema, "minItems", "maxItems");
        if (unique) {
            schema.set("uniqueItems", Json.bool(true));
        }
        contains.values().forEach(each -> rest.add(each.write()));
    }
}
