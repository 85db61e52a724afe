package org.onego.bundle.schema.intersect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// Types and listed values: what is left of them is found out by looking at each.
final class Values {

    private final Combine combine;
    private final String at;

    Values(Combine combine, String at) {
        this.combine = combine;
        this.at = at;
    }

    sealed interface Filtered {

        /// Each value was decided: these satisfy everything that is asked.
        record Decided(Enumeration left) implements Filtered {}

        /// For some the validator could not tell.
        record Undecided(Enumeration left) implements Filtered {}

        record None(EmptyReason reason) implements Filtered {}
    }

    Optional<EmptyReason> contradiction(Conjunction all) {
        if (all.never()) {
            Demand never = Demand.of("false", Json.bool(false));
            return Optional.of(new EmptyReason(at, never, never));
        }
        if (all.types().allowed().isEmpty()) {
            return Optional.of(clash(all.types().given()));
        }
        return all.values()
                .filter(values -> values.values().isEmpty())
                .map(values ->
                        new EmptyReason(at, values.given().getFirst(), values.given().getLast()));
    }

    /// The first two types that have nothing in common, or else the first and the last.
    private EmptyReason clash(List<JsonNode> given) {
        for (JsonNode left : given) {
            for (JsonNode right : given) {
                if (Types.of(left).meet(Types.of(right)).allowed().isEmpty()) {
                    return new EmptyReason(at, Demand.of("type", left), Demand.of("type", right));
                }
            }
        }
        return new EmptyReason(
                at, Demand.of("type", given.getFirst()), Demand.of("type", given.getLast()));
    }

    Filtered filtered(Conjunction all, List<JsonNode> schemas) {
        Enumeration values = all.values().orElseThrow();
        Evaluation.Question question =
                combine.question(
                        schemas.size() == 1
                                ? schemas.getFirst()
                                : Json.object("allOf", Json.array(schemas)));
        List<JsonNode> left = new ArrayList<>();
        Demand against = values.demand();
        boolean decided = true;
        for (JsonNode value : values.values()) {
            switch (question.about(value)) {
                case Evaluation.Answer.Accepted _ -> left.add(value);
                case Evaluation.Answer.Undecided _ -> {
                    decided = false;
                    left.add(value);
                }
                case Evaluation.Answer.Rejected(String keyword, JsonNode asked) ->
                        against = Demand.of(keyword, asked);
            }
        }
        if (left.isEmpty()) {
            return new Filtered.None(new EmptyReason(at, values.demand(), against));
        }
        Enumeration some = values.only(left);
        return decided ? new Filtered.Decided(some) : new Filtered.Undecided(some);
    }
}
