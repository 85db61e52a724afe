package org.onego.bundle.schema.intersect;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/// Checks intersections of two schemas of the suite on every value of both groups.
final class Pairs {

    private final boolean formats;
    private final SchemaIntersection intersection;
    private final Map<Suite.Group, JsonNode> standalone = new HashMap<>();
    private final Map<Suite.Draft, SchemaRegistry> registries = new HashMap<>();
    private final Map<Suite.Group, Schema> compiled = new HashMap<>();
    private final List<String> wrong = new ArrayList<>();
    private final Map<String, Integer> excluded = new TreeMap<>();
    private int pairs;
    private int values;
    private final Map<String, Integer> verdicts = new LinkedHashMap<>();

    Pairs(boolean formats) {
        this(formats, formats ? Evaluation.withFormats() : Evaluation.withoutFormats());
    }

    /// @param formats whether the reader checks `format`
    /// @param evaluation what the intersection counts on
    Pairs(boolean formats, Evaluation evaluation) {
        this.formats = formats;
        this.intersection = new SchemaIntersection(evaluation, Limits.DEFAULT);
    }

    void check(Suite.Group a, Suite.Group b) {
        for (Suite.Group group : List.of(a, b)) {
            if (group.draft() == Suite.Draft.DRAFT_07 && group.file().equals("optional/content")) {
                excluded.merge(
                        group
                                + " — draft-07 lets a validator check contents; in 2020-12 they are annotations",
                        1,
                        Integer::sum);
                return;
            }
        }
        switch (intersection.of(List.of(standalone(a), standalone(b)))) {
            case Intersection.NotIntersected(List<Problem> problems) ->
                    problems.forEach(problem ->
                            excluded.merge(
                                    (problem.schema() == 0 ? a : b) + " — " + problem.message(),
                                    1,
                                    Integer::sum));
            case Intersection.Intersected(JsonNode schema, Verdict verdict) ->
                    check(a, b, schema, verdict);
        }
    }

    private void check(Suite.Group a, Suite.Group b, JsonNode schema, Verdict verdict) {
        pairs++;
        verdicts.merge(verdict.getClass().getSimpleName(), 1, Integer::sum);
        Schema both = registry(Suite.Draft.DRAFT_2020_12).getSchema(schema);
        boolean satisfied = false;
        List<JsonNode> instances = new ArrayList<>();
        a.cases().forEach(each -> instances.add(each.data()));
        b.cases().forEach(each -> instances.add(each.data()));
        for (JsonNode instance : instances) {
            values++;
            boolean expected = accepts(a, instance) && accepts(b, instance);
            satisfied |= expected;
            if (Suite.accepts(both, instance) != expected) {
                wrong.add(
                        "%s%n  ∧ %s%n  = %s%n  on %s: expected %s (%s ∧ %s)"
                                .formatted(
                                        a, b, schema, instance, expected, a.schema(), b.schema()));
                break;
            }
        }
        if (satisfied && verdict instanceof Verdict.Empty(EmptyReason reason)) {
            wrong.add("%s ∧ %s called empty: %s".formatted(a, b, reason.message()));
        }
        if (verdict instanceof Verdict.Satisfiable(JsonNode witness)
                && !(accepts(a, witness) && accepts(b, witness))) {
            wrong.add("%s ∧ %s: %s is no witness".formatted(a, b, witness));
        }
        if (satisfied && verdict instanceof Verdict.Unknown) {
            verdicts.merge(
                    "Unknown although some value of the suite satisfies both", 1, Integer::sum);
        }
    }

    private boolean accepts(Suite.Group group, JsonNode instance) {
        return Suite.accepts(
                compiled.computeIfAbsent(
                        group, _ -> registry(group.draft()).getSchema(group.schema())),
                instance);
    }

    private JsonNode standalone(Suite.Group group) {
        return standalone.computeIfAbsent(group, Suite.Group::standalone);
    }

    private SchemaRegistry registry(Suite.Draft draft) {
        return registries.computeIfAbsent(draft, _ -> Suite.validator(draft, formats));
    }

    List<String> wrong() {
        return wrong;
    }

    int pairs() {
        return pairs;
    }

    String summary() {
        return "%d pairs on %d values, %d wrong; verdicts %s; %d groups excluded"
                .formatted(pairs, values, wrong.size(), verdicts, excluded.size());
    }

    List<String> excluded() {
        return List.copyOf(excluded.keySet());
    }
}
