package org.onego.bundle.schema.intersect;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onego.bundle.schema.language.TextLanguage;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/// Values that are likely to satisfy a schema. None of them is promised to.
final class Samples {

    private static final int DEPTH = 6;

    /// So many places are sampled in all.
    private static final int PLACES = 400;

    private static final int VARIANTS = 3;

    /// So many are made at one place.
    private static final int MANY = 24;

    /// Arrays and texts are not made longer than this.
    private static final int LONG = 200;

    private static final List<JsonNode> ANYTHING =
            List.of(
                    NullNode.getInstance(),
                    Json.text("a"),
                    Json.number(1),
                    Json.bool(true),
                    Json.array(),
                    Json.object(),
                    Json.number(0),
                    Json.text(""),
                    Json.bool(false));

    private final Combine combine;
    private int places;

    Samples(Combine combine) {
        this.combine = combine;
    }

    List<JsonNode> of(JsonNode schema) {
        return of(schema, DEPTH);
    }

    private List<JsonNode> of(JsonNode schema, int depth) {
        if (Json.isFalse(schema) || depth <= 0 || ++places > PLACES) {
            return List.of();
        }
        if (Json.isTrue(schema)) {
            return ANYTHING;
        }
        Map<String, JsonNode> samples = new LinkedHashMap<>();
        for (JsonNode plain : plain(schema, depth)) {
            for (JsonNode sample : ofPlain(plain, depth)) {
                samples.putIfAbsent(Json.key(sample), sample);
            }
            if (samples.size() >= 2 * MANY) {
                break;
            }
        }
        return samples.values().stream().limit(2 * MANY).toList();
    }

    /// The schema with one branch of each choice taken, in several ways.
    private List<JsonNode> plain(JsonNode schema, int depth) {
        JsonNode opened = combine.opened(List.of(schema)).orElse(schema);
        Applicators others = Conjunction.of(opened).others();
        if (others.anyOf().isEmpty() && others.oneOf().isEmpty() && others.conditions().isEmpty()) {
            return List.of(opened);
        }
        List<JsonNode> all = new ArrayList<>();
        var choices = new ArrayList<>(others.oneOf().values());
        choices.addAll(others.anyOf().values());
        Conjunction conjunction = Conjunction.of(opened);
        List<JsonNode> rest = new ArrayList<>(opened.path("allOf").values());
        if (!choices.isEmpty()) {
            var first = choices.getFirst();
            rest.add(without(conjunction, first).write());
            first.branches().stream()
                    .limit(MANY)
                    .forEach(branch -> all.addAll(narrowed(rest, List.of(branch), depth)));
        } else {
            Condition first = others.conditions().values().iterator().next();
            rest.add(conjunction.withOthers(others.withConditions(Map.of())).write());
            all.addAll(narrowed(rest, List.of(first.otherwise()), depth));
            all.addAll(narrowed(rest, List.of(first.test(), first.then()), depth));
        }
        return all;
    }

    private static Conjunction without(Conjunction all, Applicators.Choice choice) {
        Map<String, Applicators.Choice> any = new LinkedHashMap<>(all.others().anyOf());
        Map<String, Applicators.Choice> one = new LinkedHashMap<>(all.others().oneOf());
        if (one.remove(choice.key()) == null) {
            any.remove(choice.key());
        }
        return all.withOthers(all.others().withChoices(any, one));
    }

    private List<JsonNode> narrowed(List<JsonNode> rest, List<JsonNode> more, int depth) {
        List<JsonNode> both = new ArrayList<>(rest);
        both.addAll(more);
        return combine
                .opened(both)
                .filter(some -> !Json.isFalse(some))
                .map(some -> plain(some, depth - 1))
                .orElse(List.of())
                .stream()
                .limit(depth == 0 ? 0 : MANY)
                .toList();
    }

    private List<JsonNode> ofPlain(JsonNode schema, int depth) {
        if (Json.isFalse(schema)) {
            return List.of();
        }
        Conjunction all = Conjunction.of(schema);
        if (all.values().isPresent()) {
            return all.values().get().values();
        }
        List<JsonNode> samples = new ArrayList<>();
        for (Types.Kind kind : all.types().allowed()) {
            switch (kind) {
                case NULL -> samples.add(NullNode.getInstance());
                case BOOLEAN -> samples.addAll(List.of(Json.bool(true), Json.bool(false)));
                case INTEGER ->
                        samples.addAll(
                                numbers(all.number(), !all.types().has(Types.Kind.FRACTION)));
                case FRACTION -> samples.add(Json.number(new BigDecimal("0.5")));
                case STRING -> samples.addAll(texts(all));
                case ARRAY -> samples.addAll(arrays(all.array(), depth));
                case OBJECT -> samples.addAll(objects(all.object(), depth));
            }
        }
        return samples;
    }

    private static List<JsonNode> numbers(NumberRange range, boolean integers) {
        Set<BigDecimal> numbers = new LinkedHashSet<>();
        BigDecimal step = range.step(integers).orElse(null);
        List<BigDecimal> near = new ArrayList<>();
        if (range.min() != null) {
            near.add(range.min().number());
        }
        if (range.max() != null) {
            near.add(range.max().number());
        }
        if (near.size() == 2) {
            near.add(near.get(0).add(near.get(1)).divide(BigDecimal.TWO));
        }
        near.add(BigDecimal.ZERO);
        BigDecimal distance = step == null ? BigDecimal.ONE : step;
        for (BigDecimal number : near) {
            BigDecimal on =
                    step == null
                            ? number
                            : number.divide(step, 0, RoundingMode.FLOOR).multiply(step);
            numbers.add(on);
            numbers.add(on.add(distance));
            numbers.add(on.subtract(distance));
            numbers.add(on.add(distance.multiply(BigDecimal.TWO)));
        }
        return numbers.stream().map(Json::number).toList();
    }

    private List<JsonNode> texts(Conjunction all) {
        List<String> texts = new ArrayList<>();
        matching(all).ifPresent(texts::add);
        int least = Math.min(all.length().least(), LONG);
        all.others()
                .formats()
                .values()
                .forEach(format -> texts.addAll(FormatSamples.of(format.stringValue())));
        for (String filler : List.of("a", "1", "A", " ")) {
            texts.add(filler.repeat(least));
            texts.add(filler.repeat(Math.min(least + 1, LONG)));
        }
        return texts.stream().map(Json::text).toList();
    }

    /// A text for all patterns, as far as automata know them.
    private Optional<String> matching(Conjunction all) {
        return all.others().patterns().values().stream()
                .flatMap(pattern -> combine.texts(pattern.stringValue()).stream())
                .map(Optional::of)
                .reduce((one, other) -> one.flatMap(texts -> other.flatMap(texts::and)))
                .flatMap(texts -> texts)
                .flatMap(texts ->
                        texts.find(all.length().least(), all.length().most())
                                        instanceof TextLanguage.Search.Found(String text)
                                ? Optional.of(text)
                                : Optional.empty());
    }

    private List<JsonNode> arrays(ArrayShape array, int depth) {
        int least = Math.min(array.count().least(), LONG);
        List<JsonNode> samples = new ArrayList<>();
        Map<String, List<JsonNode>> known = new HashMap<>();
        for (int variant = 0; variant < VARIANTS; variant++) {
            ArrayNode made = array(array, least, variant, depth, known);
            if (made != null) {
                samples.add(made);
            }
        }
        return samples;
    }

    private @Nullable ArrayNode array(
            ArrayShape array,
            int least,
            int variant,
            int depth,
            Map<String, List<JsonNode>> known) {
        ArrayNode made = Json.array();
        for (ArrayShape.Contains some : array.contains().values()) {
            for (int n = Math.min(some.least(), LONG); n > 0; n--) {
                Slot slot = array.at(made.size()).and(Slot.settled(some.schema()));
                add(made, once(known, slot, depth), array.unique(), variant);
            }
        }
        int wanted =
                variant == 2
                        ? Math.max(least, Math.min(array.prefix().size(), array.count().most()))
                        : least;
        while (made.size() < wanted) {
            if (!add(made, once(known, array.at(made.size()), depth), array.unique(), variant)) {
                return null;
            }
        }
        return made;
    }

    /// The same place is not sampled twice for one array or object.
    private List<JsonNode> once(Map<String, List<JsonNode>> known, Slot slot, int depth) {
        return known.computeIfAbsent(Json.key(slot.write()), _ -> of(slot.write(), depth - 1));
    }

    private static boolean add(
            ArrayNode made, List<JsonNode> samples, boolean different, int variant) {
        for (int i = 0; i < samples.size(); i++) {
            JsonNode sample = samples.get((i + variant) % samples.size());
            if (!different || made.valueStream().noneMatch(known -> Json.same(known, sample))) {
                made.add(sample);
                return true;
            }
        }
        return false;
    }

    private List<JsonNode> objects(ObjectShape object, int depth) {
        Set<String> known = new LinkedHashSet<>(object.required());
        object.rules().forEach(rule -> known.addAll(rule.properties().keySet()));
        Map<String, List<JsonNode>> sampled = new HashMap<>();
        List<JsonNode> samples = new ArrayList<>();
        for (int variant = 0; variant < VARIANTS; variant++) {
            samples.add(object(object, object.required(), variant, depth, sampled));
        }
        for (int variant = 0; variant < VARIANTS && known.size() < LONG; variant++) {
            samples.add(object(object, known, variant, depth, sampled));
        }
        return samples;
    }

    private JsonNode object(
            ObjectShape object,
            Set<String> names,
            int variant,
            int depth,
            Map<String, List<JsonNode>> sampled) {
        ObjectNode made = Json.object();
        int least = Math.min(object.count().least(), LONG);
        for (String name : likely(object, names, depth)) {
            if (!names.contains(name) && made.size() >= least) {
                continue;
            }
            List<JsonNode> samples =
                    sampled.computeIfAbsent(
                            name,
                            _ ->
                                    of(
                                            object.all(name, combine::matches)
                                                    .orElse(Slot.ANY)
                                                    .write(),
                                            depth - 1));
            if (!samples.isEmpty()) {
                made.set(name, samples.get(variant % samples.size()));
                object.dependentRequired()
                        .getOrDefault(name, Set.of())
                        .forEach(also -> made.putIfAbsent(also, NullNode.getInstance()));
            }
        }
        return made;
    }

    /// These names, and others that may be needed to make up the number.
    private Set<String> likely(ObjectShape object, Set<String> names, int depth) {
        Set<String> likely = new LinkedHashSet<>(names);
        if (object.count().least() <= names.size()) {
            return likely;
        }
        object.rules().forEach(rule -> likely.addAll(rule.properties().keySet()));
        if (!object.names().isAny()) {
            of(object.names().write(), depth - 1).stream()
                    .filter(JsonNode::isString)
                    .forEach(name -> likely.add(name.stringValue()));
        }
        for (int i = 0; i < Math.min(object.count().least(), LONG); i++) {
            likely.add("p" + i);
        }
        return likely;
    }
}
