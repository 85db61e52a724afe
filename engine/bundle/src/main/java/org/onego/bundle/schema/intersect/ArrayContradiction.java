package org.onego.bundle.schema.intersect;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// Proves that no array is left.
final class ArrayContradiction {

    private final Contradiction.Knowledge knowledge;
    private final String at;

    ArrayContradiction(Contradiction.Knowledge knowledge, String at) {
        this.knowledge = knowledge;
        this.at = at;
    }

    Optional<EmptyReason> in(ArrayShape array) {
        return Contradiction.count(at, array.count(), "minItems", "maxItems")
                .or(() -> impossibleElement(array))
                .or(() -> tooFewDifferent(array))
                .or(() ->
                        array.contains().values().stream()
                                .flatMap(each -> contains(array, each).stream())
                                .findFirst());
    }

    /// So many elements are possible at most.
    private static int most(ArrayShape array) {
        int possible = 0;
        while (possible < array.prefix().size() && !array.at(possible).isFalse()) {
            possible++;
        }
        boolean ends = possible < array.prefix().size() || array.items().isFalse();
        return ends ? Math.min(possible, array.count().most()) : array.count().most();
    }

    private Optional<EmptyReason> impossibleElement(ArrayShape array) {
        int most = most(array);
        JsonNode least = array.count().min();
        if (least == null || !array.count().needsMoreThan(most) || array.count().isEmpty()) {
            return Optional.empty();
        }
        boolean inPrefix = most < array.prefix().size();
        Demand minimum = Demand.of("minItems", least);
        EmptyReason own =
                new EmptyReason(
                        at,
                        minimum,
                        inPrefix
                                ? Demand.of("prefixItems", array.prefix().get(most).write())
                                : Demand.of("items", Json.bool(false)));
        return Optional.of(knowledge.reasonAt(at + (inPrefix ? "/" + most : "/*")).orElse(own));
    }

    private Optional<EmptyReason> tooFewDifferent(ArrayShape array) {
        JsonNode least = array.count().min();
        if (!array.unique() || least == null || array.count().least() < 2) {
            return Optional.empty();
        }
        List<JsonNode> schemas = new ArrayList<>();
        for (int i = 0; i < Math.min(array.prefix().size(), array.count().least()); i++) {
            schemas.add(array.at(i).write());
        }
        if (array.count().needsMoreThan(array.prefix().size())) {
            schemas.add(array.items().write());
        }
        return Contradiction.values(schemas)
                .filter(values -> array.count().needsMoreThan(values.size()))
                .map(_ ->
                        new EmptyReason(
                                at,
                                Demand.of("uniqueItems", Json.bool(true)),
                                Demand.of("minItems", least)));
    }

    private Optional<EmptyReason> contains(ArrayShape array, ArrayShape.Contains some) {
        JsonNode most = some.count().max();
        Demand wanted = Demand.of("contains", some.schema());
        if (most != null && most.decimalValue().compareTo(BigDecimal.valueOf(some.least())) < 0) {
            JsonNode least = some.count().min();
            return Optional.of(
                    new EmptyReason(
                            at,
                            least == null ? wanted : Demand.of("minContains", least),
                            Demand.of("maxContains", most)));
        }
        if (some.least() > 0) {
            if (Json.isFalse(some.schema())) {
                return knowledge
                        .reasonAt(at + "/*")
                        .or(() -> Optional.of(new EmptyReason(at, wanted, wanted)));
            }
            Optional<EmptyReason> tooFew = tooFewPlaces(array, some, wanted);
            if (tooFew.isPresent()) {
                return tooFew;
            }
        }
        return most == null ? Optional.empty() : tooMany(array, some, most);
    }

    /// Counts the places at which an element can satisfy it.
    private Optional<EmptyReason> tooFewPlaces(
            ArrayShape array, ArrayShape.Contains some, Demand wanted) {
        int end = most(array);
        int places = 0;
        for (int i = 0; i < Math.min(end, array.prefix().size()); i++) {
            places += fits(array.at(i), some) ? 1 : 0;
        }
        if (end > array.prefix().size() && fits(array.items(), some)) {
            places = end == Integer.MAX_VALUE ? end : places + end - array.prefix().size();
        }
        if (array.unique()) {
            places =
                    Math.min(
                            places,
                            Contradiction.values(List.of(some.schema()))
                                    .map(Set::size)
                                    .orElse(places));
        }
        if (places >= some.least()) {
            return Optional.empty();
        }
        JsonNode max = array.count().max();
        Demand limit =
                max != null && end == array.count().most()
                        ? Demand.of("maxItems", max)
                        : array.prefix().isEmpty()
                                ? Demand.of("items", array.items().write())
                                : Demand.of(
                                        "prefixItems",
                                        Json.array(
                                                array.prefix().stream().map(Slot::write).toList()));
        JsonNode least = some.count().min();
        return Optional.of(
                new EmptyReason(
                        at, limit, least == null ? wanted : Demand.of("minContains", least)));
    }

    private boolean fits(Slot place, ArrayShape.Contains some) {
        return !knowledge.nothingSatisfies(place.and(Slot.settled(some.schema())).schemas());
    }

    /// Counts the places that must be there and always satisfy it.
    private Optional<EmptyReason> tooMany(
            ArrayShape array, ArrayShape.Contains some, JsonNode most) {
        int must = 0;
        int needed = array.count().least();
        for (int i = 0; i < Math.min(needed, array.prefix().size()); i++) {
            must += knowledge.implies(array.at(i).write(), some.schema()) ? 1 : 0;
        }
        if (needed > array.prefix().size()
                && knowledge.implies(array.items().write(), some.schema())) {
            must += needed - array.prefix().size();
        }
        JsonNode least = array.count().min();
        return least != null && BigDecimal.valueOf(must).compareTo(most.decimalValue()) > 0
                ? Optional.of(
                        new EmptyReason(
                                at, Demand.of("minItems", least), Demand.of("maxContains", most)))
                : Optional.empty();
    }
}
