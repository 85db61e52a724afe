package org.onego.renderer.field;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.onego.bundle.merge.QuestionId;
import org.onego.bundle.schema.CompiledSchema;
import org.onego.bundle.schema.Condition;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A condition for the page's script: what depends on questions of the same page stays open,
/// everything else is decided on the server. A page where something can't be decided in the script
/// is decided by the server when it is sent.
public final class ClientRule {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private ClientRule() {}

    /// The rule as JSON, or null when it doesn't depend on the page or the script can't decide it.
    ///
    /// @param onPage the questions of the page
    /// @param values the values that an on-page question can take, as form parameters, e.g. codes
    ///   or `true`
    public static @Nullable String of(
            Condition condition,
            Set<QuestionId> onPage,
            JsonNode answers,
            Function<QuestionId, List<JsonNode>> values) {
        JsonNode rule = write(condition, onPage, answers, values);
        return rule == null || rule.has("fixed") ? null : rule.toString();
    }

    /// The questions of the page on which a condition depends that the script can't decide: when
    /// one of them changes, the server is asked.
    public static Set<QuestionId> undecided(
            Condition condition,
            Set<QuestionId> onPage,
            JsonNode answers,
            Function<QuestionId, List<JsonNode>> values) {
        return write(condition, onPage, answers, values) != null
                ? Set.of()
                : lookedAt(condition, onPage);
    }

    private static Set<QuestionId> lookedAt(Condition condition, Set<QuestionId> onPage) {
        return switch (condition) {
            case Condition.All(var parts) -> lookedAt(parts, onPage);
            case Condition.Any(var parts) -> lookedAt(parts, onPage);
            case Condition.Not(var part) -> lookedAt(part, onPage);
            case Condition.Matches(var at, _) ->
                    onPage.stream()
                            .filter(id -> id.pointer().equals(at))
                            .collect(Collectors.toSet());
        };
    }

    private static Set<QuestionId> lookedAt(List<Condition> parts, Set<QuestionId> onPage) {
        return parts.stream()
                .flatMap(part -> lookedAt(part, onPage).stream())
                .collect(Collectors.toSet());
    }

    private static @Nullable JsonNode write(
            Condition condition,
            Set<QuestionId> onPage,
            JsonNode answers,
            Function<QuestionId, List<JsonNode>> values) {
        return switch (condition) {
            case Condition.All(var parts) -> join("all", parts, onPage, answers, values);
            case Condition.Any(var parts) -> join("any", parts, onPage, answers, values);
            case Condition.Not(var part) -> {
                JsonNode rule = write(part, onPage, answers, values);
                yield rule == null
                        ? null
                        : rule.has("fixed")
                                ? fixed(!rule.get("fixed").asBoolean())
                                : JSON.objectNode().set("not", rule);
            }
            case Condition.Matches(var at, var schema) -> {
                QuestionId question =
                        onPage.stream()
                                .filter(id -> id.pointer().equals(at))
                                .findFirst()
                                .orElse(null);
                yield question == null
                        ? fixed(condition.test(answers))
                        : matching(question, schema, values.apply(question));
            }
        };
    }

    private static @Nullable JsonNode matching(
            QuestionId question, CompiledSchema schema, List<JsonNode> values) {
        if (values.isEmpty()) {
            return null;
        }
        ObjectNode rule = JSON.objectNode().put("question", question.toString());
        ArrayNode in = rule.putArray("in");
        values.stream().filter(schema::accepts).forEach(value -> in.add(value.asString()));
        return rule;
    }

    private static @Nullable JsonNode join(
            String how,
            List<Condition> parts,
            Set<QuestionId> onPage,
            JsonNode answers,
            Function<QuestionId, List<JsonNode>> values) {
        boolean deciding = how.equals("any");
        ArrayNode open = JSON.arrayNode();
        boolean undecidable = false;
        for (Condition part : parts) {
            JsonNode rule = write(part, onPage, answers, values);
            if (rule == null) {
                undecidable = true;
            } else if (!rule.has("fixed")) {
                open.add(rule);
            } else if (rule.get("fixed").asBoolean() == deciding) {
                return fixed(deciding);
            }
        }
        if (undecidable) {
            return null;
        }
        return open.isEmpty() ? fixed(!deciding) : JSON.objectNode().set(how, open);
    }

    private static ObjectNode fixed(boolean value) {
        return JSON.objectNode().put("fixed", value);
    }
}
