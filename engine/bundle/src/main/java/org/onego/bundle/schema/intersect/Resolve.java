package org.onego.bundle.schema.intersect;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// Simplifies what stays apart: conditions whose outcome is certain, exclusions of nothing,
/// branches that cannot be.
final class Resolve {

    private final Combine combine;
    private final String at;
    private final boolean asking;

    Resolve(Combine combine, String at, boolean asking) {
        this.combine = combine;
        this.at = at;
        this.asking = asking;
    }

    sealed interface Resolved {

        record Done(Conjunction all) implements Resolved {}

        /// Something became plain: intersect these instead.
        record Again(List<JsonNode> schemas) implements Resolved {}

        record None(EmptyReason reason) implements Resolved {}
    }

    Resolved of(Conjunction all) {
        if (all.others().areSimple()) {
            return new Resolved.Done(all);
        }
        return switch (exclusions(all)) {
            case Resolved.Done(Conjunction some) ->
                    switch (conditions(some)) {
                        case Resolved.Done(Conjunction more) ->
                                new Choices(combine, at, asking).of(more);
                        case Resolved other -> other;
                    };
            case Resolved other -> other;
        };
    }

    private Resolved exclusions(Conjunction all) {
        Map<String, JsonNode> kept = new LinkedHashMap<>();
        List<JsonNode> plain = new ArrayList<>();
        for (JsonNode not : all.others().not().values()) {
            JsonNode inner = combine.apart().all(List.of(not), at);
            if (Json.isTrue(inner)) {
                Demand demand = Demand.of("not", not);
                return new Resolved.None(new EmptyReason(at, demand, demand));
            }
            if (inner.size() == 1 && inner.has("not")) {
                plain.add(inner.get("not"));
            } else if (!Json.isFalse(inner)) {
                JsonNode assertion = withoutAnnotations(inner);
                kept.put(Json.key(assertion), assertion);
            }
        }
        return next(all.withOthers(all.others().withNot(kept)), plain);
    }

    /// What a `not` annotates never reaches anybody.
    private static JsonNode withoutAnnotations(JsonNode schema) {
        if (schema.propertyNames().stream().noneMatch(Annotations::isAnnotation)) {
            return schema;
        }
        var rest = Json.object();
        schema.properties().stream()
                .filter(entry -> !Annotations.isAnnotation(entry.getKey()))
                .forEach(entry -> rest.set(entry.getKey(), entry.getValue()));
        return rest;
    }

    private Resolved conditions(Conjunction all) {
        Map<String, Condition> kept = new LinkedHashMap<>();
        List<JsonNode> plain = new ArrayList<>();
        Conjunction rest =
                all.withOthers(all.others().withConditions(Map.of())).withoutAnnotations();
        for (Condition condition : all.others().conditions().values()) {
            JsonNode test = combine.apart().all(List.of(condition.test()), at);
            if (Json.isTrue(test) || combine.implies(rest, test)) {
                plain.add(condition.then());
            } else if (Json.isFalse(test)
                    || (!asking && combine.nothingSatisfies(List.of(rest.write(), test)))) {
                plain.add(condition.otherwise());
            } else {
                Condition some =
                        new Condition(
                                test,
                                combine.apart().all(List.of(condition.then()), at),
                                combine.apart().all(List.of(condition.otherwise()), at));
                if (!Json.isTrue(some.then()) || !Json.isTrue(some.otherwise())) {
                    kept.put(Json.key(some.write()), some);
                }
            }
        }
        Conjunction simpler = all.withOthers(all.others().withConditions(kept));
        plain.removeIf(Json::isTrue);
        return plain.isEmpty() && !kept.isEmpty() ? neither(simpler, rest) : next(simpler, plain);
    }

    /// Nothing is left where neither outcome of a condition leaves anything.
    private Resolved neither(Conjunction all, Conjunction rest) {
        if (!asking) {
            for (Condition condition : all.others().conditions().values()) {
                Optional<EmptyReason> without =
                        combine.whyNothingSatisfies(
                                List.of(rest.write(), condition.otherwise()), at);
                if (without.isPresent()
                        && combine.nothingSatisfies(
                                List.of(rest.write(), condition.test(), condition.then()))) {
                    return new Resolved.None(without.get());
                }
            }
        }
        return new Resolved.Done(all);
    }

    static Resolved next(Conjunction all, List<JsonNode> plain) {
        if (plain.isEmpty()) {
            return new Resolved.Done(all);
        }
        List<JsonNode> schemas = new ArrayList<>();
        schemas.add(all.write());
        schemas.addAll(plain);
        return new Resolved.Again(schemas);
    }
}
