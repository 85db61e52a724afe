package org.onego.bundle.merge;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.onego.bundle.merge.Intersections.Common;
import org.onego.bundle.schema.intersect.Demand;
import org.onego.bundle.schema.intersect.EmptyReason;
import org.onego.bundle.schema.intersect.Verdict;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Everything that the fields of one question demand of its value, each demand once, with the
/// fields that make it.
final class Constraints {

    /// Sorted, so that nothing depends on the order of the items.
    private final Map<String, Demanded> demands = new TreeMap<>();

    private final List<PlainSchema> always = new ArrayList<>();
    private final Intersections intersections;

    private record Demanded(PlainSchema schema, List<AskedField> by) {}

    Constraints(
            List<AskedField> fields,
            PlainSchemas schemas,
            Appearances appearances,
            Intersections intersections) {
        this.intersections = intersections;
        for (AskedField field : fields) {
            if (field.converter() == null) {
                for (PlainSchema schema : schemas.of(field.item(), field.field())) {
                    demands.computeIfAbsent(
                                    schema.text(), _ -> new Demanded(schema, new ArrayList<>()))
                            .by()
                            .add(field);
                }
            }
        }
        for (Demanded demanded : demands.values()) {
            if (appearances.cover(demanded.by(), fields)) {
                always.add(demanded.schema());
            }
        }
    }

    /// Whether no field demands anything in the question's own format.
    boolean isEmpty() {
        return demands.isEmpty();
    }

    /// What some field demands whenever the question is asked.
    List<JsonNode> always() {
        return always.stream().map(PlainSchema::schema).toList();
    }

    /// The one schema that accepts what is always demanded.
    ObjectNode schema() {
        return intersections.of(always).schema();
    }

    /// Why no value meets all demands; empty when one does, or may.
    List<Conflict> conflicts(QuestionId question) {
        List<Demanded> all = List.copyOf(demands.values());
        Common common = intersections.of(all.stream().map(Demanded::schema).toList());
        if (!(common.verdict() instanceof Verdict.Empty(EmptyReason reason))) {
            return List.of();
        }
        List<AskedField> lefts = by(all, reason.left());
        List<AskedField> rights = by(all, reason.right());
        // An element's own demand is made by every field that refers to it: name another item.
        AskedField left = lefts.getFirst();
        AskedField right =
                rights.stream()
                        .filter(field -> !field.item().id().equals(left.item().id()))
                        .findFirst()
                        .orElse(rights.getFirst());
        return List.of(
                new Conflict(
                        question,
                        reason.left().keyword(),
                        left.origin(),
                        reason.left().value(),
                        right.origin(),
                        reason.right().value()));
    }

    private static List<AskedField> by(List<Demanded> all, Demand demand) {
        return all.get(Math.max(0, demand.schema())).by();
    }
}
