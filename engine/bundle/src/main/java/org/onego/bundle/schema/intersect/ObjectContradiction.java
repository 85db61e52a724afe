package org.onego.bundle.schema.intersect;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Proves that no object is left.
final class ObjectContradiction {

    private final Contradiction.Knowledge knowledge;
    private final String at;

    ObjectContradiction(Contradiction.Knowledge knowledge, String at) {
        this.knowledge = knowledge;
        this.at = at;
    }

    Optional<EmptyReason> in(ObjectShape object) {
        return Contradiction.count(at, object.count(), "minProperties", "maxProperties")
                .or(() -> tooManyRequired(object))
                .or(() ->
                        object.required().stream()
                                .flatMap(name -> impossible(object, name).stream())
                                .findFirst())
                .or(() -> tooFewNames(object));
    }

    private Optional<EmptyReason> tooManyRequired(ObjectShape object) {
        JsonNode most = object.count().max();
        return most != null && object.required().size() > object.count().most()
                ? Optional.of(
                        new EmptyReason(at, required(object), Demand.of("maxProperties", most)))
                : Optional.empty();
    }

    private static Demand required(String name) {
        return Demand.of("required", Json.array(List.of(Json.text(name))));
    }

    private static Demand required(ObjectShape object) {
        return Demand.of(
                "required", Json.array(object.required().stream().map(Json::text).toList()));
    }

    /// Why a required name cannot be there.
    private Optional<EmptyReason> impossible(ObjectShape object, String name) {
        JsonNode names = object.names().write();
        if (!knowledge.accepts(names, Json.text(name)).orElse(true)) {
            return Optional.of(
                    new EmptyReason(at, required(name), Demand.of("propertyNames", names)));
        }
        Optional<Slot> all = object.all(name, knowledge::matches);
        if (all.isEmpty() || !knowledge.nothingSatisfies(all.get().schemas())) {
            return Optional.empty();
        }
        Optional<EmptyReason> inside = knowledge.reasonAt(at + Json.step(name));
        return inside.isPresent()
                ? inside
                : Optional.of(new EmptyReason(at, required(name), forbidding(object, name)));
    }

    private static Demand forbidding(ObjectShape object, String name) {
        for (PropertyRules rule : object.rules()) {
            if (rule.properties().containsKey(name)) {
                return Demand.of(
                        "properties", Json.object(name, rule.properties().get(name).write()));
            }
        }
        for (PropertyRules rule : object.rules()) {
            if (!rule.additional().isAny()) {
                return Demand.of("additionalProperties", rule.additional().write());
            }
        }
        ObjectNode written = Json.object();
        object.rules()
                .forEach(
                        rule -> PropertyRules.write(written, "patternProperties", rule.patterns()));
        return Demand.of("patternProperties", written.path("patternProperties"));
    }

    /// Fewer names are possible than are needed.
    private Optional<EmptyReason> tooFewNames(ObjectShape object) {
        JsonNode least = object.count().min();
        if (least == null || object.count().least() <= object.required().size()) {
            return Optional.empty();
        }
        JsonNode names = object.names().write();
        Demand minimum = Demand.of("minProperties", least);
        Optional<List<JsonNode>> listed = possibleNames(names);
        if (listed.isPresent()) {
            long possible =
                    listed.get().stream()
                            .filter(name -> canBeThere(object, name.stringValue()))
                            .count();
            if (object.count().needsMoreThan(possible)) {
                return Optional.of(new EmptyReason(at, minimum, Demand.of("propertyNames", names)));
            }
        }
        for (PropertyRules rule : object.rules()) {
            boolean closed =
                    rule.additional().isFalse()
                            && rule.patterns().values().stream().allMatch(Slot::isFalse);
            if (closed) {
                Set<String> possible = new HashSet<>(rule.properties().keySet());
                possible.removeIf(name -> !canBeThere(object, name));
                if (object.count().needsMoreThan(possible.size())) {
                    return Optional.of(
                            new EmptyReason(
                                    at,
                                    minimum,
                                    Demand.of("additionalProperties", Json.bool(false))));
                }
            }
        }
        return Optional.empty();
    }

    /// Every name that the schema for names allows, when they are few.
    private Optional<List<JsonNode>> possibleNames(JsonNode names) {
        JsonNode text = Json.object("type", Json.text("string"));
        if (knowledge.nothingSatisfies(List.of(names, text))) {
            return Optional.of(List.of());
        }
        boolean onlyEmpty =
                names.isObject() && CountRange.of(names, "minLength", "maxLength").most() == 0;
        return onlyEmpty
                ? Optional.of(List.of(Json.text("")))
                : (names.isObject() ? Enumeration.of(names) : Optional.<Enumeration>empty())
                        .map(some -> some.values().stream().filter(JsonNode::isString).toList());
    }

    private boolean canBeThere(ObjectShape object, String name) {
        boolean nameFits = knowledge.accepts(object.names().write(), Json.text(name)).orElse(true);
        return nameFits
                && object.all(name, knowledge::matches)
                        .map(all -> !knowledge.nothingSatisfies(all.schemas()))
                        .orElse(true);
    }
}
