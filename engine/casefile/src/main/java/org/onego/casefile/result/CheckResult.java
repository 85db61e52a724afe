package org.onego.casefile.result;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.onego.bundle.PublishedBundle;
import org.onego.bundle.item.Item;
import org.onego.bundle.merge.Answers;
import org.onego.bundle.merge.MergedForm;
import org.onego.bundle.merge.Question;
import org.onego.bundle.merge.QuestionId;
import org.onego.bundle.schema.CompiledSchema;
import org.onego.bundle.schema.SchemaError;
import org.onego.bundle.validate.AnswerError;
import org.onego.casefile.application.Application;
import org.onego.casefile.application.KnownAnswers;
import org.onego.casefile.result.CaseView.ResultField;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;

/// Says whether a result can stand: every value satisfies its element, and every item that waits
/// for it accepts its own document with it. So a case that is handed over later is always right.
final class CheckResult {

    private final Function<JsonNode, CompiledSchema> schemas;

    CheckResult(Function<JsonNode, CompiledSchema> schemas) {
        this.schemas = schemas;
    }

    /// @return empty when the result can stand
    List<ResultError> check(
            PublishedBundle bundle,
            MergedForm form,
            Application application,
            Item item,
            Map<QuestionId, JsonNode> values) {
        List<ResultField> fields = ResultFields.of(bundle, form, item);
        List<ResultError> errors = new ArrayList<>(unknown(fields, item, values));
        for (ResultField field : fields) {
            errors.addAll(check(field, item, values.get(field.id())));
        }
        return errors.isEmpty() ? refused(bundle, form, application, item, values) : errors;
    }

    private List<ResultError> check(ResultField field, Item item, @Nullable JsonNode value) {
        if (value == null || value.isNull()) {
            return field.required()
                    ? List.of(new ResultError(field.id(), "required", BooleanNode.TRUE, item.id()))
                    : List.of();
        }
        List<SchemaError> wrong = schemas.apply(field.question().schema()).validate(value);
        return wrong.stream()
                .map(error ->
                        new ResultError(field.id(), error.keyword(), error.expected(), item.id()))
                .toList();
    }

    private static List<ResultError> unknown(
            List<ResultField> fields, Item item, Map<QuestionId, JsonNode> values) {
        return values.keySet().stream()
                .filter(id -> fields.stream().noneMatch(field -> field.id().equals(id)))
                .map(id -> new ResultError(id, "unknown", BooleanNode.FALSE, item.id()))
                .toList();
    }

    /// What was right when it was submitted can only be wrong now because of this result.
    private static List<ResultError> refused(
            PublishedBundle bundle,
            MergedForm form,
            Application application,
            Item item,
            Map<QuestionId, JsonNode> values) {
        Answers known =
                KnownAnswers.with(KnownAnswers.of(application, form), form, item.id(), values);
        List<AnswerError> errors = new ArrayList<>(bundle.validate(form, known));
        for (String waiting : complete(form, item.id(), known)) {
            errors.addAll(bundle.validateItem(form, waiting, known));
        }
        return errors.stream()
                .map(error ->
                        new ResultError(
                                error.question(),
                                error.keyword(),
                                error.expected(),
                                error.items().isEmpty() ? item.id() : error.items().getFirst()))
                .distinct()
                .toList();
    }

    /// The items that wait for this one and have everything with it.
    private static List<String> complete(MergedForm form, String item, Answers known) {
        Map<String, Boolean> waiting = new HashMap<>();
        for (Question question : form.questions().values()) {
            if (question.source() instanceof Question.Source.Deferred) {
                boolean there = known.get(question.id()) != null;
                question.origins()
                        .forEach(
                                origin -> waiting.merge(origin.item(), there, Boolean::logicalAnd));
            }
        }
        return waiting.entrySet().stream()
                .filter(Map.Entry::getValue)
                .map(Map.Entry::getKey)
                .filter(id -> waitsFor(form, id, item))
                .sorted()
                .toList();
    }

    private static boolean waitsFor(MergedForm form, String waiting, String item) {
        return form.questions().values().stream()
                .anyMatch(question ->
                        question.source() instanceof Question.Source.Deferred(String producer)
                                && producer.equals(item)
                                && question.origins().stream()
                                        .anyMatch(origin -> origin.item().equals(waiting)));
    }
}
