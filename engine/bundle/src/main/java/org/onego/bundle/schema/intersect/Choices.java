package org.onego.bundle.schema.intersect;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.onego.bundle.schema.intersect.Applicators.Choice;
import org.onego.bundle.schema.intersect.Resolve.Resolved;
import tools.jackson.databind.JsonNode;

/// Simplifies `anyOf` and `oneOf`: leaves out branches that cannot be, and makes one choice of two
/// where that stays small.
final class Choices {

    private final Combine combine;
    private final String at;
    private final boolean asking;

    Choices(Combine combine, String at, boolean asking) {
        this.combine = combine;
        this.at = at;
        this.asking = asking;
    }

    /// Branches that are left, with the reason why the last one left out cannot be.
    private record Left(List<JsonNode> branches, Optional<EmptyReason> reason) {}

    Resolved of(Conjunction all) {
        Conjunction rest =
                all.withOthers(all.others().withChoices(Map.of(), Map.of())).withoutAnnotations();
        JsonNode beside = rest.write();
        Map<String, Choice> any = new LinkedHashMap<>();
        Map<String, Choice> one = new LinkedHashMap<>();
        List<JsonNode> plain = new ArrayList<>();
        for (Choice choice : product(all.others().anyOf())) {
            Left left = possible(choice, beside, true);
            if (left.branches().isEmpty()) {
                return none("anyOf", choice, left);
            }
            if (left.branches().size() == 1) {
                plain.add(left.branches().getFirst());
            } else if (left.branches().stream()
                    .noneMatch(branch -> combine.implies(rest, branch))) {
                put(any, left.branches());
            }
        }
        for (Choice choice : product(all.others().oneOf())) {
            Left left = possible(choice, beside, false);
            if (left.branches().isEmpty()) {
                return none("oneOf", choice, left);
            }
            long certain =
                    left.branches().stream()
                            .filter(branch -> combine.implies(rest, branch))
                            .count();
            if (certain > 1) {
                Demand demand = Demand.of("oneOf", Json.array(choice.branches()));
                return new Resolved.None(new EmptyReason(at, demand, demand));
            }
            if (left.branches().size() == 1) {
                plain.add(left.branches().getFirst());
            } else {
                put(one, left.branches());
            }
        }
        if (plain.isEmpty() && !asking) {
            Optional<EmptyReason> together = noPair(any, one, beside);
            if (together.isPresent()) {
                return new Resolved.None(together.get());
            }
        }
        return Resolve.next(all.withOthers(all.others().withChoices(any, one)), plain);
    }

    /// Nothing is left where no branch of one choice goes with any branch of another.
    private Optional<EmptyReason> noPair(
            Map<String, Choice> any, Map<String, Choice> one, JsonNode beside) {
        List<Demand> demands = new ArrayList<>();
        any.values()
                .forEach(choice -> demands.add(Demand.of("anyOf", Json.array(choice.branches()))));
        one.values()
                .forEach(choice -> demands.add(Demand.of("oneOf", Json.array(choice.branches()))));
        for (int i = 0; i < demands.size(); i++) {
            for (int j = i + 1; j < demands.size(); j++) {
                if (noPair(demands.get(i).value(), demands.get(j).value(), beside)) {
                    return Optional.of(new EmptyReason(at, demands.get(i), demands.get(j)));
                }
            }
        }
        return Optional.empty();
    }

    private boolean noPair(JsonNode lefts, JsonNode rights, JsonNode beside) {
        return (long) lefts.size() * rights.size() <= combine.limits().pairs()
                && lefts.valueStream()
                        .allMatch(left ->
                                rights.valueStream()
                                        .allMatch(right ->
                                                combine.nothingSatisfies(
                                                        List.of(beside, left, right))));
    }

    private static void put(Map<String, Choice> choices, List<JsonNode> branches) {
        Choice choice = new Choice(branches);
        choices.put(choice.key(), choice);
    }

    private Resolved none(String keyword, Choice choice, Left left) {
        Demand demand = Demand.of(keyword, Json.array(choice.branches()));
        EmptyReason reason = left.reason().orElse(new EmptyReason(at, demand, demand));
        return new Resolved.None(
                choice.branches().size() == 1
                        ? reason
                        : new EmptyReason(reason.at(), reason.left(), demand));
    }

    /// @param distinct whether the same branch twice is once
    private Left possible(Choice choice, JsonNode beside, boolean distinct) {
        List<JsonNode> branches = new ArrayList<>();
        Optional<EmptyReason> last = Optional.empty();
        for (JsonNode branch : choice.branches()) {
            Combine apart = combine.apart();
            JsonNode settled = apart.all(List.of(branch), at);
            Optional<EmptyReason> reason =
                    Json.isFalse(settled)
                            ? apart.reasonAt(at)
                            : asking
                                    ? Optional.empty()
                                    : combine.whyNothingSatisfies(List.of(beside, settled), at);
            if (reason.isPresent()) {
                last = reason;
            } else if (!distinct
                    || branches.stream().noneMatch(known -> Json.same(known, settled))) {
                branches.add(settled);
            }
        }
        return new Left(branches, last);
    }

    /// Makes one choice of several by taking every branch of one with every branch of another:
    /// exactly one branch of each holds when exactly one pair holds. Only as far as few pairs are
    /// left; else both choices stay.
    private List<Choice> product(Map<String, Choice> choices) {
        List<Choice> all = new ArrayList<>();
        for (Choice choice : choices.values()) {
            Optional<Choice> together =
                    all.isEmpty() || asking ? Optional.empty() : pairs(all.getLast(), choice);
            if (together.isPresent()) {
                all.set(all.size() - 1, together.get());
            } else {
                all.add(choice);
            }
        }
        return all;
    }

    private Optional<Choice> pairs(Choice a, Choice b) {
        if ((long) a.branches().size() * b.branches().size() > combine.limits().pairs()) {
            return Optional.empty();
        }
        List<JsonNode> pairs = new ArrayList<>();
        for (JsonNode left : a.branches()) {
            for (JsonNode right : b.branches()) {
                List<JsonNode> both = List.of(left, right);
                if (!combine.nothingSatisfies(both)) {
                    pairs.add(Json.object("allOf", Json.array(both)));
                }
            }
            if (pairs.size() > combine.limits().branches()) {
                return Optional.empty();
            }
        }
        return Optional.of(new Choice(pairs.isEmpty() ? List.of(Json.bool(false)) : pairs));
    }
}
