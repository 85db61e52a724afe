package org.onego.bundle.schema.intersect;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Everything that is asked of one value, by groups of keywords that can be intersected for
/// themselves.
///
/// @param never whether `false` is among it
record Conjunction(
        boolean never,
        Types types,
        Optional<Enumeration> values,
        NumberRange number,
        CountRange length,
        ArrayShape array,
        ObjectShape object,
        Applicators others,
        Annotations annotations) {

    static final Conjunction ANY =
            new Conjunction(
                    false,
                    Types.ANY,
                    Optional.empty(),
                    NumberRange.ANY,
                    CountRange.ANY,
                    ArrayShape.ANY,
                    ObjectShape.ANY,
                    Applicators.NONE,
                    Annotations.NONE);

    /// Keywords that mean something only together with these others: a second group of them needs
    /// an `allOf`.
    private static final Map<String, String> GROUP =
            Map.ofEntries(
                    Map.entry("patternProperties", "properties"),
                    Map.entry("additionalProperties", "properties"),
                    Map.entry("prefixItems", "items"),
                    Map.entry("minContains", "contains"),
                    Map.entry("maxContains", "contains"),
                    Map.entry("then", "if"),
                    Map.entry("else", "if"));

    /// Keywords whose schemas evaluate properties or elements of the same value.
    private static final Set<String> EVALUATING_ELSEWHERE =
            Set.of(
                    "allOf",
                    "anyOf",
                    "oneOf",
                    "if",
                    "then",
                    "else",
                    "dependentSchemas",
                    "dependencies",
                    "$ref");

    /// Keywords by which a schema evaluates properties or elements, or hands on what others
    /// evaluated.
    private static final Set<String> EVALUATING =
            Stream.concat(
                            Stream.of(
                                    "properties",
                                    "patternProperties",
                                    "additionalProperties",
                                    "unevaluatedProperties",
                                    "prefixItems",
                                    "items",
                                    "contains",
                                    "minContains",
                                    "maxContains",
                                    "unevaluatedItems"),
                            EVALUATING_ELSEWHERE.stream())
                    .collect(Collectors.toUnmodifiableSet());

    /// Reads one schema without its `allOf`, which holds schemas of their own.
    static Conjunction of(JsonNode schema) {
        if (schema.isBoolean()) {
            return ANY.never(!schema.booleanValue());
        }
        return schema.has("unevaluatedProperties") || schema.has("unevaluatedItems")
                ? sealed(schema)
                : plain(schema);
    }

    private static Conjunction plain(JsonNode schema) {
        return new Conjunction(
                false,
                schema.has("type") ? Types.of(schema.get("type")) : Types.ANY,
                Enumeration.of(schema),
                NumberRange.of(schema),
                CountRange.of(schema, "minLength", "maxLength"),
                ArrayShape.of(schema),
                ObjectShape.of(schema),
                Applicators.of(schema),
                Annotations.of(schema));
    }

    /// What evaluates elements or properties stays together with the `unevaluated…` that asks about
    /// the others; the rest is free.
    private static Conjunction sealed(JsonNode schema) {
        ObjectNode plainer = withoutNeed(schema);
        if (!plainer.has("unevaluatedProperties") && !plainer.has("unevaluatedItems")) {
            return plain(plainer);
        }
        ObjectNode together = Json.object();
        ObjectNode free = Json.object();
        for (var entry : plainer.properties()) {
            boolean evaluates = EVALUATING.contains(entry.getKey());
            (evaluates ? together : free).set(entry.getKey(), entry.getValue());
        }
        Conjunction rest = plain(free);
        return rest.withOthers(rest.others.withSealed(together));
    }

    /// Where no other schema evaluates anything for the same value, "unevaluated" means
    /// "additional".
    private static ObjectNode withoutNeed(JsonNode schema) {
        ObjectNode plainer = Json.object();
        plainer.setAll((ObjectNode) schema);
        if (EVALUATING_ELSEWHERE.stream().anyMatch(schema::has)) {
            return plainer;
        }
        additional(plainer, "unevaluatedProperties", "additionalProperties");
        if (!plainer.has("contains")) {
            additional(plainer, "unevaluatedItems", "items");
        }
        return plainer;
    }

    private static void additional(ObjectNode schema, String unevaluated, String additional) {
        JsonNode asked = schema.remove(unevaluated);
        if (asked != null && !schema.has(additional)) {
            schema.set(additional, asked);
        }
    }

    Conjunction meet(Conjunction other, BiFunction<String, String, Optional<Boolean>> matches) {
        return new Conjunction(
                never || other.never,
                types.meet(other.types),
                values.isPresent() && other.values.isPresent()
                        ? Optional.of(values.get().meet(other.values.get()))
                        : values.or(other::values),
                number.meet(other.number),
                length.meet(other.length),
                array.meet(other.array),
                object.meet(other.object, matches),
                others.meet(other.others),
                annotations.meet(other.annotations));
    }

    /// Leaves out what the types make pointless.
    Conjunction relevant() {
        return new Conjunction(
                never,
                types,
                values,
                types.numbers() ? number : NumberRange.ANY,
                types.has(Types.Kind.STRING) ? length : CountRange.ANY,
                types.has(Types.Kind.ARRAY) ? array : ArrayShape.ANY,
                types.has(Types.Kind.OBJECT) ? object : ObjectShape.ANY,
                others.withStrings(types.has(Types.Kind.STRING)),
                annotations);
    }

    /// Whether nothing is asked but what one reference, or one sealed schema, asks.
    boolean asksNothingElse(Applicators rest) {
        return !never
                && !types.explicit()
                && values.isEmpty()
                && number.equals(NumberRange.ANY)
                && length.equals(CountRange.ANY)
                && array.equals(ArrayShape.ANY)
                && object.equals(ObjectShape.ANY)
                && rest.isEmpty();
    }

    Conjunction never(boolean is) {
        return new Conjunction(
                is, types, values, number, length, array, object, others, annotations);
    }

    Conjunction withTypes(Types some) {
        return new Conjunction(
                never, some, values, number, length, array, object, others, annotations);
    }

    Conjunction withValues(Optional<Enumeration> some) {
        return new Conjunction(
                never, types, some, number, length, array, object, others, annotations);
    }

    Conjunction withObject(ObjectShape some) {
        return new Conjunction(
                never, types, values, number, length, array, some, others, annotations);
    }

    Conjunction withArray(ArrayShape some) {
        return new Conjunction(
                never, types, values, number, length, some, object, others, annotations);
    }

    Conjunction withOthers(Applicators some) {
        return new Conjunction(
                never, types, values, number, length, array, object, some, annotations);
    }

    Conjunction withoutAnnotations() {
        return new Conjunction(
                never, types, values, number, length, array, object, others, Annotations.NONE);
    }

    /// One schema that says all of it.
    JsonNode write() {
        if (never) {
            return Json.bool(false);
        }
        ObjectNode schema = Json.object();
        List<ObjectNode> rest = new ArrayList<>();
        annotations.write(schema);
        types.write().ifPresent(type -> schema.set("type", type));
        values.ifPresent(some -> some.write(schema));
        number.write(schema, rest);
        length.write(schema, "minLength", "maxLength");
        array.write(schema, rest);
        object.write(schema, rest);
        rest.addAll(others.write());
        place(schema, rest);
        return schema.isEmpty() ? Json.bool(true) : schema;
    }

    /// Puts each of the rest beside the other keywords where its own are free there, else into an
    /// `allOf`.
    private void place(ObjectNode schema, List<ObjectNode> rest) {
        ArrayNode apart = Json.array();
        Set<String> used = new HashSet<>();
        schema.propertyNames().forEach(keyword -> used.add(group(keyword)));
        for (ObjectNode each : rest) {
            if (each.propertyNames().stream().anyMatch(keyword -> used.contains(group(keyword)))) {
                apart.add(each);
            } else {
                schema.setAll(each);
                each.propertyNames().forEach(keyword -> used.add(group(keyword)));
            }
        }
        boolean alone =
                others.sealed().size() == 1
                        && apart.isEmpty()
                        && schema.propertyNames().stream().noneMatch(EVALUATING::contains);
        for (JsonNode sealed : others.sealed().values()) {
            if (alone) {
                schema.setAll((ObjectNode) sealed);
            } else {
                apart.add(sealed);
            }
        }
        if (!apart.isEmpty()) {
            schema.set("allOf", apart);
        }
    }

    private static String group(String keyword) {
        return GROUP.getOrDefault(keyword, keyword);
    }
}
