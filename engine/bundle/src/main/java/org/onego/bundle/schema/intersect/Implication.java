package org.onego.bundle.schema.intersect;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Whether everything that satisfies one thing satisfies another: "yes" is proven, "no" only means
/// that no proof was found.
final class Implication {

    private final BiFunction<String, String, Optional<Boolean>> matches;
    private final Budget budget;

    Implication(BiFunction<String, String, Optional<Boolean>> matches, Budget budget) {
        this.matches = matches;
        this.budget = budget;
    }

    private boolean holds(JsonNode given, JsonNode wanted) {
        return Json.isFalse(given)
                || Json.isTrue(wanted)
                || Json.same(given, wanted)
                || holds(Conjunction.of(given), wanted);
    }

    boolean holds(Conjunction given, JsonNode wanted) {
        budget.spend(1);
        if (Json.isTrue(wanted) || given.never()) {
            return true;
        }
        if (Json.isFalse(wanted)) {
            return false;
        }
        Conjunction asked = Conjunction.of(wanted);
        return wanted.path("allOf").valueStream().allMatch(each -> holds(given, each))
                && asked.types().allowed().containsAll(given.types().allowed())
                && values(given, asked)
                && (!given.types().numbers() || numbers(given, asked.number()))
                && (!given.types().has(Types.Kind.STRING) || strings(given, asked))
                && (!given.types().has(Types.Kind.ARRAY) || arrays(given.array(), asked.array()))
                && (!given.types().has(Types.Kind.OBJECT)
                        || objects(given.object(), asked.object()))
                && others(given, asked.others());
    }

    private static boolean values(Conjunction given, Conjunction asked) {
        if (asked.values().isEmpty()) {
            return true;
        }
        Set<String> allowed = keys(asked);
        return given.values().isPresent()
                ? allowed.containsAll(keys(given))
                : finite(given.types().allowed()).filter(allowed::containsAll).isPresent();
    }

    private static Set<String> keys(Conjunction some) {
        return some.values().orElseThrow().values().stream()
                .map(Json::key)
                .collect(Collectors.toSet());
    }

    /// Every value of these types, where they are few.
    private static Optional<Set<String>> finite(Set<Types.Kind> types) {
        if (types.equals(Set.of(Types.Kind.NULL))) {
            return Optional.of(Set.of("null"));
        }
        if (types.equals(Set.of(Types.Kind.BOOLEAN))) {
            return Optional.of(Set.of("true", "false"));
        }
        return types.equals(Set.of(Types.Kind.NULL, Types.Kind.BOOLEAN))
                ? Optional.of(Set.of("null", "true", "false"))
                : Optional.empty();
    }

    private static boolean numbers(Conjunction given, NumberRange asked) {
        NumberRange number = given.number();
        boolean integers = !given.types().has(Types.Kind.FRACTION);
        NumberRange both = number.meet(asked);
        boolean bounds = equal(both.min(), number.min()) && equal(both.max(), number.max());
        Optional<BigDecimal> step = number.step(integers);
        return bounds
                && asked.multiples().stream()
                        .allMatch(multiple ->
                                number.multiples().contains(multiple)
                                        || step.filter(some ->
                                                        some.remainder(multiple.decimalValue())
                                                                        .signum()
                                                                == 0)
                                                .isPresent());
    }

    private static boolean equal(NumberRange.@Nullable Bound a, NumberRange.@Nullable Bound b) {
        return a == null
                ? b == null
                : b != null
                        && a.exclusive() == b.exclusive()
                        && a.number().compareTo(b.number()) == 0;
    }

    private static boolean strings(Conjunction given, Conjunction asked) {
        return within(given.length(), asked.length())
                && given.others()
                        .patterns()
                        .keySet()
                        .containsAll(asked.others().patterns().keySet())
                && given.others().formats().keySet().containsAll(asked.others().formats().keySet());
    }

    private static boolean within(CountRange given, CountRange asked) {
        CountRange both = given.meet(asked);
        return same(both.min(), given.min()) && same(both.max(), given.max());
    }

    private static boolean same(@Nullable JsonNode a, @Nullable JsonNode b) {
        return a == null
                ? b == null
                : b != null && a.decimalValue().compareTo(b.decimalValue()) == 0;
    }

    private boolean arrays(ArrayShape given, ArrayShape asked) {
        if (!within(given.count(), asked.count()) || (asked.unique() && !given.unique())) {
            return false;
        }
        for (int i = 0; i < Math.max(given.prefix().size(), asked.prefix().size()); i++) {
            if (!holds(given.at(i).write(), asked.at(i).write())) {
                return false;
            }
        }
        return holds(given.items().write(), asked.items().write())
                && asked.contains().entrySet().stream()
                        .allMatch(entry -> {
                            ArrayShape.Contains mine = given.contains().get(entry.getKey());
                            ArrayShape.Contains theirs = entry.getValue();
                            return mine != null
                                    && mine.least() >= theirs.least()
                                    && (theirs.count().max() == null
                                            || (mine.count().max() != null
                                                    && mine.count().most()
                                                            <= theirs.count().most()));
                        });
    }

    private boolean objects(ObjectShape given, ObjectShape asked) {
        boolean enough =
                given.required().size() >= asked.count().least() || !moreThan(asked, given);
        return enough
                && same(given.count().meet(asked.count()).max(), given.count().max())
                && given.required().containsAll(asked.required())
                && holds(given.names().write(), asked.names().write())
                && asked.dependentRequired().entrySet().stream()
                        .allMatch(entry -> dependent(given, entry))
                && asked.dependentSchemas().entrySet().stream()
                        .allMatch(entry ->
                                given.dependentSchemas().containsKey(entry.getKey())
                                        && holds(
                                                given.dependentSchemas()
                                                        .get(entry.getKey())
                                                        .write(),
                                                entry.getValue().write()))
                && asked.rules().stream().allMatch(rule -> rules(given, rule));
    }

    private static boolean moreThan(ObjectShape asked, ObjectShape given) {
        return !same(given.count().meet(asked.count()).min(), given.count().min());
    }

    private static boolean dependent(ObjectShape given, Map.Entry<String, Set<String>> asked) {
        return given.required().containsAll(asked.getValue())
                || given.dependentRequired()
                        .getOrDefault(asked.getKey(), Set.of())
                        .containsAll(asked.getValue());
    }

    private boolean rules(ObjectShape given, PropertyRules asked) {
        boolean plain = asked.patterns().isEmpty() && asked.additional().isAny();
        if (plain) {
            return asked.properties().entrySet().stream()
                    .allMatch(entry ->
                            given.all(entry.getKey(), matches)
                                    .filter(all ->
                                            all.schemas().stream()
                                                            .anyMatch(each ->
                                                                    holds(
                                                                            each,
                                                                            entry.getValue()
                                                                                    .write()))
                                                    || entry.getValue().isAny())
                                    .isPresent());
        }
        // Anything with patterns or a rule for all others must be the very same rule.
        String key = Json.key(written(asked));
        return given.rules().stream().anyMatch(rule -> Json.key(written(rule)).equals(key));
    }

    private static JsonNode written(PropertyRules rules) {
        var schema = Json.object();
        rules.write(schema);
        return schema;
    }

    private boolean others(Conjunction given, Applicators asked) {
        Applicators mine = given.others();
        return mine.references().keySet().containsAll(asked.references().keySet())
                && mine.not().keySet().containsAll(asked.not().keySet())
                && mine.conditions().keySet().containsAll(asked.conditions().keySet())
                && mine.oneOf().keySet().containsAll(asked.oneOf().keySet())
                && mine.sealed().keySet().containsAll(asked.sealed().keySet())
                && mine.other().keySet().containsAll(asked.other().keySet())
                && asked.anyOf().entrySet().stream()
                        .allMatch(entry ->
                                mine.anyOf().containsKey(entry.getKey())
                                        || any(given, entry.getValue().branches()));
    }

    private boolean any(Conjunction given, List<JsonNode> branches) {
        return branches.stream().anyMatch(branch -> holds(given, branch));
    }
}
