package org.onego.bundle.schema.intersect;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.onego.bundle.schema.language.TextLanguage;
import tools.jackson.databind.JsonNode;

/// Intersects schemas of the one form: takes them apart, settles each place inside them, and proves
/// what it can. `false` comes out exactly where it is proven that nothing is left, with the reason
/// beside it.
final class Combine implements Contradiction.Knowledge {

    /// A question on the side ("is this branch empty?") may cost this much.
    private static final long SIDE_QUESTION = 20_000;

    /// What it costs that a pattern took too long.
    static final long SLOW = 400_000;

    private final Context context;
    private final Flatten flatten;
    private final Budget budget;
    private final Flatten.Expansion expansion;

    /// Whether only the emptiness of what comes out matters, not how it looks.
    private final boolean asking;

    private final Map<String, EmptyReason> reasons;

    /// What is the same for a whole intersection.
    ///
    /// @param settled what came out already, by identity
    record Context(
            References references, Evaluation evaluation, Limits limits, Set<JsonNode> settled) {

        Context(References references, Evaluation evaluation, Limits limits) {
            this(
                    references,
                    evaluation,
                    limits,
                    Collections.newSetFromMap(new IdentityHashMap<>()));
        }
    }

    private Combine(
            Context context,
            Flatten flatten,
            Budget budget,
            Flatten.Expansion expansion,
            boolean asking,
            Map<String, EmptyReason> reasons) {
        this.context = context;
        this.flatten = flatten;
        this.budget = budget;
        this.expansion = expansion;
        this.asking = asking;
        this.reasons = reasons;
    }

    static Combine with(Context context, Budget budget) {
        return new Combine(
                context,
                new Flatten(context.references(), context.evaluation(), budget),
                budget,
                new Flatten.Expansion.WhereItEnds(),
                false,
                new HashMap<>());
    }

    /// The intersection of schemas for the same value.
    ///
    /// @param at where the value is, for reasons
    JsonNode all(List<JsonNode> schemas, String at) {
        budget.spend(1);
        if (schemas.size() == 1 && isSettled(schemas.getFirst())) {
            return schemas.getFirst();
        }
        Flatten.Flat flat = flatten.of(schemas, expansion);
        Combine inside = within(flat.replaced());
        JsonNode all = inside.settled(flat.conjunction().relevant(), schemas, at);
        if (!asking) {
            context.settled().add(all);
        }
        return all;
    }

    /// What came out before comes out again; only references may be looked through further on
    /// another way.
    private boolean isSettled(JsonNode schema) {
        return schema.isObject()
                && context.references().definitions().isEmpty()
                && context.settled().contains(schema);
    }

    /// Further in, what was replaced here is not replaced again.
    private Combine within(Set<String> replaced) {
        if (!(expansion instanceof Flatten.Expansion.AllBut(Map<String, Integer> outside))
                || replaced.isEmpty()) {
            return this;
        }
        Map<String, Integer> more = new HashMap<>(outside);
        replaced.forEach(name -> more.merge(name, 1, Integer::sum));
        return new Combine(
                context, flatten, budget, new Flatten.Expansion.AllBut(more), asking, reasons);
    }

    private JsonNode settled(Conjunction all, List<JsonNode> schemas, String at) {
        Optional<EmptyReason> plain = new Values(this, at).contradiction(all);
        if (plain.isPresent()) {
            return empty(at, plain.get());
        }
        if (all.values().isPresent()) {
            switch (new Values(this, at).filtered(all, schemas)) {
                case Values.Filtered.None(EmptyReason reason) -> {
                    return empty(at, reason);
                }
                case Values.Filtered.Decided(Enumeration left) -> {
                    return new Conjunction(
                                    false,
                                    all.types(),
                                    Optional.of(left),
                                    NumberRange.ANY,
                                    CountRange.ANY,
                                    ArrayShape.ANY,
                                    ObjectShape.ANY,
                                    Applicators.NONE,
                                    all.annotations())
                            .write();
                }
                case Values.Filtered.Undecided(Enumeration left) -> {
                    return simplified(all.withValues(Optional.of(left)), at);
                }
            }
        }
        return simplified(all, at);
    }

    private JsonNode simplified(Conjunction all, String at) {
        Conjunction inner =
                all.withArray(all.array().settle((step, slot) -> all(slot.schemas(), at + step)))
                        .withObject(
                                all.object()
                                        .settle((step, slot) -> all(slot.schemas(), at + step)));
        return switch (new Resolve(this, at, asking).of(inner)) {
            case Resolve.Resolved.Done(Conjunction done) -> refuted(done, at);
            case Resolve.Resolved.Again(List<JsonNode> schemas) -> all(schemas, at);
            case Resolve.Resolved.None(EmptyReason reason) -> empty(at, reason);
        };
    }

    /// Leaves out the types of which nothing is left.
    private JsonNode refuted(Conjunction all, String at) {
        Set<Types.Kind> refuted = EnumSet.noneOf(Types.Kind.class);
        List<EmptyReason> found = new ArrayList<>();
        Refute refute = new Refute(this, at, asking);
        for (Types.Kind kind : all.types().allowed()) {
            Optional<EmptyReason> reason = refute.of(all, kind);
            if (reason.isPresent()) {
                refuted.add(kind);
                found.add(reason.get());
            } else if (!all.types().explicit()) {
                // Something of a type that was not even asked for is left, so nothing can be said.
                return refute.throughReferences(all)
                        .map(why -> empty(at, why))
                        .orElseGet(all::write);
            }
        }
        if (refuted.size() == all.types().allowed().size()) {
            return empty(at, found.getFirst());
        }
        if (!refuted.isEmpty()) {
            // With fewer types, more may have become certain.
            return all(List.of(all.withTypes(all.types().without(refuted)).relevant().write()), at);
        }
        return refute.throughReferences(all).map(why -> empty(at, why)).orElseGet(all::write);
    }

    private JsonNode empty(String at, EmptyReason reason) {
        reasons.putIfAbsent(at, reason);
        return Json.bool(false);
    }

    /// For a schema that need not hold, so that what is impossible in it is no reason outside.
    Combine apart() {
        return new Combine(context, flatten, budget, expansion, asking, new HashMap<>());
    }

    // What the proofs ask.

    /// A new question on the side, with a budget of its own.
    private Combine aside() {
        Map<String, Integer> outside =
                expansion instanceof Flatten.Expansion.AllBut(Map<String, Integer> some)
                        ? some
                        : Map.of();
        Budget part = budget.part(SIDE_QUESTION);
        return new Combine(
                context,
                new Flatten(context.references(), context.evaluation(), part),
                part,
                new Flatten.Expansion.AllBut(outside),
                true,
                new HashMap<>());
    }

    /// The schemas intersected with every reference looked through once; empty when that takes too
    /// long.
    Optional<JsonNode> opened(List<JsonNode> schemas) {
        Combine side = aside();
        return side.unlessSpent(() -> Optional.of(side.all(schemas, "")));
    }

    /// Why nothing satisfies all of these, when that can be proven.
    Optional<EmptyReason> whyNothingSatisfies(List<JsonNode> schemas, String at) {
        Optional<JsonNode> never = schemas.stream().filter(Json::isFalse).findFirst();
        if (never.isPresent()) {
            return Optional.of(
                    reasonAt(at)
                            .orElse(
                                    new EmptyReason(
                                            at,
                                            Demand.of("false", never.get()),
                                            Demand.of("false", never.get()))));
        }
        if (asking && schemas.size() == 1) {
            // It was settled with the same question in mind.
            return Optional.empty();
        }
        Combine side = aside();
        return side.unlessSpent(
                () -> Json.isFalse(side.all(schemas, at)) ? side.reasonAt(at) : Optional.empty());
    }

    private <T> Optional<T> unlessSpent(Supplier<Optional<T>> answer) {
        try {
            return answer.get();
        } catch (Budget.Spent spent) {
            if (budget.isWhollySpent()) {
                throw spent;
            }
            return Optional.empty();
        }
    }

    @Override
    public boolean nothingSatisfies(List<JsonNode> schemas) {
        return whyNothingSatisfies(schemas, "").isPresent();
    }

    @Override
    public boolean implies(JsonNode given, JsonNode wanted) {
        return implies(Conjunction.of(given), wanted) || Json.isFalse(given);
    }

    boolean implies(Conjunction given, JsonNode wanted) {
        return new Implication(flatten::matches, budget).holds(given, wanted);
    }

    @Override
    public Optional<Boolean> matches(String pattern, String name) {
        return flatten.matches(pattern, name);
    }

    @Override
    public Optional<TextLanguage> texts(String pattern) {
        budget.spend(1);
        return context.evaluation().texts(pattern);
    }

    @Override
    public void spend(int work) {
        budget.spend(work);
    }

    @Override
    public Optional<Boolean> accepts(JsonNode schema, JsonNode value) {
        return switch (question(schema).about(value)) {
            case Evaluation.Answer.Accepted _ -> Optional.of(true);
            case Evaluation.Answer.Rejected _ -> Optional.of(false);
            case Evaluation.Answer.Undecided _ -> Optional.empty();
        };
    }

    /// A question to the validator. Slow answers cost so much of the work that only few of them are
    /// waited for.
    Evaluation.Question question(JsonNode schema) {
        budget.spend(20);
        Evaluation.Question question =
                context.evaluation().of(schema, context.references().neededBy(schema));
        return value -> {
            Evaluation.Answer answer = question.about(value);
            if (answer instanceof Evaluation.Answer.Undecided(boolean slow) && slow) {
                budget.spendOfWhole(SLOW);
            }
            return answer;
        };
    }

    @Override
    public Optional<EmptyReason> reasonAt(String at) {
        return Optional.ofNullable(reasons.get(at));
    }

    JsonNode target(JsonNode reference) {
        return context.references().target(reference);
    }

    Limits limits() {
        return context.limits();
    }
}
