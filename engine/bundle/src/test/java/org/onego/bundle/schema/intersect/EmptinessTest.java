package org.onego.bundle.schema.intersect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Combinations that nothing satisfies are found, and the reason names two demands that stand in
/// the inputs.
class EmptinessTest {

    private static final SchemaIntersection INTERSECTION = SchemaIntersection.standard();

    @Test
    void combinationsThatNothingSatisfiesAreFound() {
        List<UnsatisfiablePairs.Pair> pairs = UnsatisfiablePairs.all();
        List<String> missed = new ArrayList<>();
        for (UnsatisfiablePairs.Pair pair : pairs) {
            List<Verdict> verdicts =
                    List.of(verdict(pair.left(), pair.right()), verdict(pair.right(), pair.left()));
            assertThat(verdicts).as("%s", pair).noneMatch(Verdict.Satisfiable.class::isInstance);
            if (!verdicts.stream().allMatch(Verdict.Empty.class::isInstance)) {
                missed.add("%s: %s ∧ %s".formatted(pair.about(), pair.left(), pair.right()));
            }
        }
        System.out.printf(
                "Measured: %d of %d unsatisfiable combinations of single keywords found empty%n",
                pairs.size() - missed.size(), pairs.size());
        missed.forEach(each -> System.out.println("  missed " + each));
        assertThat(pairs).hasSizeGreaterThanOrEqualTo(200);
        assertThat(missed.size()).isLessThanOrEqualTo(pairs.size() / 10);
    }

    private static Verdict verdict(JsonNode left, JsonNode right) {
        return ((Intersection.Intersected) INTERSECTION.of(List.of(left, right))).verdict();
    }

    @Test
    void theReasonStandsInTheInputs() {
        for (UnsatisfiablePairs.Pair pair : UnsatisfiablePairs.all()) {
            if (verdict(pair.left(), pair.right()) instanceof Verdict.Empty(EmptyReason reason)) {
                for (Demand demand : List.of(reason.left(), reason.right())) {
                    if (demand.schema() >= 0) {
                        JsonNode input = demand.schema() == 0 ? pair.left() : pair.right();
                        assertThat(input.at(demand.pointer()).isMissingNode())
                                .as("%s in %s", demand, input)
                                .isFalse();
                        assertThat(demand.pointer()).endsWith("/" + demand.keyword());
                    }
                }
            }
        }
    }

    @Test
    void theReasonNamesBothSidesWhereTheyMeet() {
        EmptyReason reason =
                reason(
                        """
                        {"type":"object","required":["person"],"properties":{"person":{"type":"object","required":["age"],
                         "properties":{"age":{"type":"integer","minimum":18}}}}}\
                        """,
                        """
                        {"$ref":"#/$defs/form","$defs":{"form":{"properties":{"person":{"properties":{"age":{"maximum":6}}}}}}}\
                        """);
        assertThat(reason.at()).isEqualTo("/person/age");
        assertThat(reason.left())
                .isEqualTo(
                        new Demand(
                                0,
                                "/properties/person/properties/age/minimum",
                                "minimum",
                                Json.number(18)));
        assertThat(reason.right())
                .isEqualTo(
                        new Demand(
                                1,
                                "/$defs/form/properties/person/properties/age/maximum",
                                "maximum",
                                Json.number(6)));
        assertThat(reason.message())
                .isEqualTo(
                        "Nothing satisfies both minimum 18 (schema 0, /properties/person/properties/age/minimum) and maximum 6 (schema 1,"
                                + " /$defs/form/properties/person/properties/age/maximum) at '/person/age'. Change one of them.");
    }

    private static EmptyReason reason(String left, String right) {
        Verdict verdict = verdict(Suite.MAPPER.readTree(left), Suite.MAPPER.readTree(right));
        assertThat(verdict).isInstanceOf(Verdict.Empty.class);
        return ((Verdict.Empty) verdict).reason();
    }
}
