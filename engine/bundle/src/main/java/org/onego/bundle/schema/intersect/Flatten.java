package org.onego.bundle.schema.intersect;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// Takes schemas for the same value apart into one [Conjunction]: through `allOf`, through the
/// references that may be replaced, and through `dependentSchemas` of names that are required.
final class Flatten {

    /// So often a reference is looked through on one way inwards.
    private static final int TURNS = 3;

    private final References references;
    private final Evaluation evaluation;
    private final Budget budget;
    private final Map<String, Optional<Boolean>> matched = new HashMap<>();

    Flatten(References references, Evaluation evaluation, Budget budget) {
        this.references = references;
        this.evaluation = evaluation;
        this.budget = budget;
    }

    /// @param through the references that are looked through although they lead back to themselves;
    ///   null for those that may be replaced for good
    Flat of(List<JsonNode> schemas, Expansion expansion) {
        Deque<JsonNode> open = new ArrayDeque<>(schemas);
        Set<String> replaced = new HashSet<>();
        Conjunction all = Conjunction.ANY;
        while (true) {
            while (!open.isEmpty()) {
                JsonNode schema = open.poll();
                Conjunction one = Conjunction.of(schema);
                budget.spend(
                        1L + one.object().rules().stream().mapToInt(PropertyRules::size).sum());
                all = all.meet(one, this::matches);
                if (one.others().sealed().isEmpty()) {
                    // In its place: what is named first stays first.
                    List.copyOf(schema.path("allOf").values()).reversed().forEach(open::push);
                }
            }
            all = all.withObject(all.object().requiringWhatFollows());
            all = withRequiredDependencies(all, open);
            all = withReferences(all, open, replaced, expansion);
            if (open.isEmpty()) {
                return new Flat(all, replaced);
            }
        }
    }

    record Flat(Conjunction conjunction, Set<String> replaced) {}

    /// Which references are replaced by what they lead to.
    sealed interface Expansion {

        /// Those for which that ends, and only where something else is asked beside them.
        record WhereItEnds() implements Expansion {}

        /// All but those already replaced further out, so many times: to find out something, not to
        /// write it down.
        record AllBut(Map<String, Integer> outside) implements Expansion {}
    }

    private static Conjunction withRequiredDependencies(Conjunction all, Deque<JsonNode> open) {
        if (all.object().dependentSchemas().keySet().stream()
                .noneMatch(all.object().required()::contains)) {
            return all;
        }
        Map<String, Slot> rest = new LinkedHashMap<>();
        all.object()
                .dependentSchemas()
                .forEach((name, slot) -> {
                    if (all.object().required().contains(name) && isObject(all)) {
                        open.addAll(slot.schemas());
                    } else {
                        rest.put(name, slot);
                    }
                });
        return all.withObject(all.object().withDependentSchemas(rest));
    }

    /// `required` asks something of objects only.
    private static boolean isObject(Conjunction all) {
        return all.types().allowed().equals(Set.of(Types.Kind.OBJECT));
    }

    private Conjunction withReferences(
            Conjunction all, Deque<JsonNode> open, Set<String> replaced, Expansion expansion) {
        Map<String, JsonNode> kept = new LinkedHashMap<>();
        boolean alone =
                all.others().references().size() == 1
                        && replaced.isEmpty()
                        && all.asksNothingElse(all.others().withReferences(Map.of()));
        all.others()
                .references()
                .forEach((key, reference) -> {
                    boolean replace =
                            switch (expansion) {
                                case Expansion.WhereItEnds _ ->
                                        !alone && references.canBeReplaced(reference);
                                case Expansion.AllBut(Map<String, Integer> outside) ->
                                        outside.getOrDefault(key, 0) < TURNS
                                                && !Json.isTrue(references.target(reference));
                            };
                    if (replace) {
                        if (replaced.add(key)) {
                            open.add(references.target(reference));
                        }
                    } else {
                        kept.put(key, reference);
                    }
                });
        return all.withOthers(all.others().withReferences(kept));
    }

    Optional<Boolean> matches(String pattern, String name) {
        budget.spend(1);
        return matched.computeIfAbsent(pattern + '\n' + name, _ -> ask(pattern, name));
    }

    private Optional<Boolean> ask(String pattern, String name) {
        Optional<Boolean> answer = evaluation.matches(pattern, name);
        if (answer.isEmpty()) {
            budget.spendOfWhole(Combine.SLOW);
        }
        return answer;
    }
}
