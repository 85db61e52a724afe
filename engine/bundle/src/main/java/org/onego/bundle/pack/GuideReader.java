package org.onego.bundle.pack;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.onego.bundle.element.ElementId;
import org.onego.bundle.pack.CompiledBundle.GuideOption;
import org.onego.bundle.pack.CompiledBundle.GuideQuestion;
import org.onego.bundle.schema.JsonSchemas;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/// Reads the guide, and answers for it: conditions over the guide ask about its questions.
final class GuideReader implements WhenReader.Askable {

    private final Shared shared;
    private final Set<String> subjects;
    private final Findings findings;

    /// Question → values, of those that may be asked about so far.
    private final Map<String, Set<String>> options = new LinkedHashMap<>();

    /// Questions that come later in the guide.
    private final Set<String> later = new HashSet<>();

    GuideReader(Shared shared, Set<String> subjects, Findings findings) {
        this.shared = shared;
        this.subjects = subjects;
        this.findings = findings;
    }

    List<GuideQuestion> read(Spot guide) {
        WhenReader when = new WhenReader(schemas(), this);
        List<GuideQuestion> questions = new ArrayList<>();
        guide.elements().forEach(each -> later.add(each.at("id").string()));
        for (Spot each : guide.elements()) {
            Spot id = each.at("id");
            if (options.containsKey(id.string())) {
                findings.error(
                        id,
                        "the guide asks '" + id.string() + "' twice",
                        "give one of the two another id");
            }
            // A question's own condition can ask about earlier ones only.
            var condition = when.read(each.at("when"));
            later.remove(id.string());
            List<GuideOption> choices =
                    each.at("options").elements().stream().map(this::option).toList();
            options.computeIfAbsent(id.string(), _ -> new LinkedHashSet<>())
                    .addAll(values(each.at("options")));
            questions.add(
                    new GuideQuestion(
                            id.string(),
                            each.at("title").text(),
                            each.at("hint").textOrNull(),
                            condition,
                            choices));
        }
        return questions;
    }

    private JsonSchemas schemas() {
        return shared.schemas();
    }

    private Set<String> values(Spot spot) {
        Set<String> values = new LinkedHashSet<>();
        for (Spot option : spot.elements()) {
            Spot value = option.at("value");
            if (!values.add(value.string())) {
                findings.error(
                        value,
                        "the value '" + value.string() + "' stands for two options",
                        "give one of the two another value");
            }
        }
        return values;
    }

    private GuideOption option(Spot spot) {
        Map<String, Map<ElementId, JsonNode>> answers = new LinkedHashMap<>();
        spot.at("answers")
                .entries()
                .forEach((subject, given) -> answers.put(subject, answers(subject, given)));
        return new GuideOption(
                spot.at("value").string(),
                spot.at("title").text(),
                spot.at("stop").textOrNull(),
                answers);
    }

    private Map<ElementId, JsonNode> answers(String subject, Spot spot) {
        if (!subjects.contains(subject)) {
            findings.error(
                    spot,
                    "the bundle has no subject '" + subject + "'",
                    Nearest.advice(subject, subjects, "name it under subjects"));
        }
        return ElementAnswers.read(spot, shared, findings);
    }

    @Override
    public Optional<JsonPointer> at(Spot spot, String key) {
        if (later.contains(key)) {
            findings.error(
                    spot,
                    "the question '" + key + "' is not answered yet at this point",
                    "ask it earlier in the guide");
        } else if (!options.containsKey(key)) {
            findings.error(
                    spot,
                    "the guide has no question '" + key + "'",
                    Nearest.advice(key, options.keySet(), "add it to guide"));
        } else {
            return Optional.of(JsonPointer.empty().appendProperty(key));
        }
        return Optional.empty();
    }

    @Override
    public void checkValue(Spot spot, String key, JsonNode value) {
        Set<String> values = options.getOrDefault(key, Set.of());
        if (!value.isString() || !values.contains(value.asString())) {
            findings.error(
                    spot,
                    value + " is no option of the question '" + key + "'",
                    Nearest.advice(
                            value.asString(""),
                            values,
                            "use one of "
                                    + values.stream().sorted().collect(Collectors.joining(", "))));
        }
    }

    /// The values of each question.
    Map<String, Set<String>> options() {
        return options;
    }
}
