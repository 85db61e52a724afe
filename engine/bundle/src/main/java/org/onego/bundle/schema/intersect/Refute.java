package org.onego.bundle.schema.intersect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Proves that nothing of one type is left: by the keywords of that type, by what must not be, or
/// by trying each of few values.
final class Refute {

    /// So few values are tried one by one.
    private static final int FEW = 32;

    private final Combine combine;
    private final String at;
    private final boolean asking;

    Refute(Combine combine, String at, boolean asking) {
        this.combine = combine;
        this.at = at;
        this.asking = asking;
    }

    Optional<EmptyReason> of(Conjunction all, Types.Kind kind) {
        return new Contradiction(combine, at)
                .in(all, kind)
                .or(() -> excluded(all, kind))
                .or(() -> each(all, kind));
    }

    /// Every value of the type satisfies what none may satisfy.
    private Optional<EmptyReason> excluded(Conjunction all, Types.Kind kind) {
        if (all.others().not().isEmpty()) {
            return Optional.empty();
        }
        boolean number = kind == Types.Kind.INTEGER || kind == Types.Kind.FRACTION;
        Set<Types.Kind> kinds =
                number && all.types().has(Types.Kind.FRACTION)
                        ? Set.of(Types.Kind.INTEGER, Types.Kind.FRACTION)
                        : Set.of(kind);
        Conjunction some = all.withTypes(new Types(kinds, true, all.types().given())).relevant();
        return all.others().not().values().stream()
                .filter(not -> combine.implies(some, not))
                .map(not -> new EmptyReason(at, demanding(all, not), Demand.of("not", not)))
                .findFirst();
    }

    /// The keyword that meets what is excluded, by which a reader sees the clash.
    private static Demand demanding(Conjunction all, JsonNode excluded) {
        JsonNode asked = all.withoutAnnotations().write();
        for (var entry : excluded.properties()) {
            if (asked.has(entry.getKey())) {
                return Demand.of(entry.getKey(), asked.get(entry.getKey()));
            }
        }
        return asked.has("type")
                ? Demand.of("type", asked.get("type"))
                : Demand.of("not", excluded);
    }

    private Optional<EmptyReason> each(Conjunction all, Types.Kind kind) {
        if (all.others().areSimple() && kind != Types.Kind.STRING) {
            return Optional.empty();
        }
        Optional<List<JsonNode>> few = few(all, kind);
        if (few.isEmpty()) {
            return Optional.empty();
        }
        JsonNode schema = all.write();
        Evaluation.Question question = combine.question(schema);
        Demand against = null;
        for (JsonNode value : few.get()) {
            if (!(question.about(value)
                    instanceof Evaluation.Answer.Rejected(String keyword, JsonNode asked))) {
                return Optional.empty();
            }
            against = Demand.of(keyword, asked);
        }
        Optional<JsonNode> type = all.types().write();
        return against == null
                ? Optional.empty()
                : Optional.of(
                        new EmptyReason(
                                at,
                                type.map(some -> Demand.of("type", some)).orElse(against),
                                against));
    }

    private static Optional<List<JsonNode>> few(Conjunction all, Types.Kind kind) {
        return switch (kind) {
            case NULL -> Optional.of(List.of(tools.jackson.databind.node.NullNode.getInstance()));
            case BOOLEAN -> Optional.of(List.of(Json.bool(false), Json.bool(true)));
            case INTEGER, FRACTION ->
                    all.number()
                            .values(!all.types().has(Types.Kind.FRACTION), FEW)
                            .map(numbers -> numbers.stream().map(Json::number).toList());
            case STRING ->
                    all.length().most() == 0
                            ? Optional.of(List.of(Json.text("")))
                            : Optional.empty();
            case ARRAY ->
                    all.array().count().most() == 0 || all.array().at(0).isFalse()
                            ? Optional.of(List.of(Json.array()))
                            : Optional.empty();
            case OBJECT ->
                    all.object().count().most() == 0
                            ? Optional.of(List.of(Json.object()))
                            : Optional.empty();
        };
    }

    /// Looks at what stays apart, a reference that leads back to itself or a sealed schema, as far
    /// as it says something simple.
    Optional<EmptyReason> throughReferences(Conjunction all) {
        if (asking || (all.others().references().isEmpty() && all.others().sealed().isEmpty())) {
            return Optional.empty();
        }
        List<JsonNode> more = new ArrayList<>();
        more.add(all.write());
        Stream.concat(
                        all.others().references().values().stream().map(combine::target),
                        all.others().sealed().values().stream().map(Refute::visible))
                .forEach(more::add);
        return combine.whyNothingSatisfies(more, at);
    }

    /// What a sealed schema asks beside `unevaluated…`.
    private static JsonNode visible(JsonNode sealed) {
        ObjectNode rest = ((ObjectNode) sealed).deepCopy();
        rest.remove(List.of("unevaluatedProperties", "unevaluatedItems"));
        return rest;
    }
}
