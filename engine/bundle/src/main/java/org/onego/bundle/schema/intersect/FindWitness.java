package org.onego.bundle.schema.intersect;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// Looks for a value that satisfies every input, by trying likely ones.
final class FindWitness {

    /// So many values are tried.
    private static final int TRIES = 200;

    private final Combine combine;

    FindWitness(Combine combine) {
        this.combine = combine;
    }

    /// @param schema the intersection, from which likely values are made
    /// @param inputs what a witness must satisfy
    Optional<JsonNode> of(JsonNode schema, List<JsonNode> inputs) {
        JsonNode all =
                inputs.size() == 1 ? inputs.getFirst() : Json.object("allOf", Json.array(inputs));
        try {
            return first(combine.question(all), schema);
        } catch (Budget.Spent _) {
            return Optional.empty();
        }
    }

    private Optional<JsonNode> first(Evaluation.Question question, JsonNode schema) {
        Map<String, JsonNode> samples = new LinkedHashMap<>();
        for (JsonNode sample : new Samples(combine).of(schema)) {
            samples.putIfAbsent(Json.key(sample), sample);
        }
        return samples.values().stream()
                .limit(TRIES)
                .filter(sample -> question.about(sample) instanceof Evaluation.Answer.Accepted)
                .findFirst();
    }
}
