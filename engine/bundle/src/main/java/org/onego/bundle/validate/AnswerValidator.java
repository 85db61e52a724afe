package org.onego.bundle.validate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.onego.bundle.item.Item;
import org.onego.bundle.merge.Answers;
import org.onego.bundle.merge.MergedForm;
import org.onego.bundle.merge.Origin;
import org.onego.bundle.merge.Question;
import org.onego.bundle.merge.QuestionId;
import org.onego.bundle.pack.CompiledBundle;
import org.onego.bundle.project.ErrorTrace;
import org.onego.bundle.project.Projector;
import org.onego.bundle.rule.FormRules;
import org.onego.bundle.schema.SchemaError;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.ObjectNode;

/// Says whether answers are right: every selected item's own schema judges its own document.
public final class AnswerValidator {

    private static final String REQUIRED = "required";

    private final List<Item> items;
    private final MergedForm form;
    private final FormRules rules;
    private final Map<String, Projector> projectors;
    private final Map<String, ErrorTrace> traces = new LinkedHashMap<>();

    public AnswerValidator(CompiledBundle bundle, MergedForm form, FormRules rules) {
        this(bundle, form, rules, Projector.of(bundle, form));
    }

    /// @param projectors of the form's items
    public AnswerValidator(
            CompiledBundle bundle,
            MergedForm form,
            FormRules rules,
            Map<String, Projector> projectors) {
        this.items = form.selection().items().stream().map(bundle::item).toList();
        this.form = form;
        this.rules = rules;
        this.projectors = projectors;
        items.forEach(item -> traces.put(item.id(), new ErrorTrace(item, form)));
    }

    /// Everything that is wrong with the answers, one error a question and keyword. What another
    /// item is still to produce isn't missed yet.
    public List<AnswerError> validate(Answers answers) {
        Errors errors = new Errors();
        for (Item item : items) {
            collect(item, answers, true, errors);
        }
        for (QuestionId id : rules.evaluate(answers).required()) {
            if (answers.get(id) == null) {
                demanding(id).forEach(item -> errors.add(id, REQUIRED, BooleanNode.TRUE, item));
            }
        }
        return errors.list(form.questions().keySet());
    }

    /// What is wrong on one page: with these questions only.
    public List<AnswerError> validatePage(Set<QuestionId> page, Answers answers) {
        return validate(answers).stream().filter(error -> page.contains(error.question())).toList();
    }

    /// Everything that one item refuses when it starts: by then, what others produce must be there.
    ///
    /// @throws IllegalArgumentException when the item isn't selected
    public List<AnswerError> validateItem(String item, Answers answers) {
        Item one =
                items.stream()
                        .filter(selected -> selected.id().equals(item))
                        .findFirst()
                        .orElseThrow(() ->
                                new IllegalArgumentException(
                                        "item '" + item + "' is not selected"));
        Errors errors = new Errors();
        collect(one, answers, false, errors);
        return errors.list(form.questions().keySet());
    }

    private void collect(Item item, Answers answers, boolean deferredAside, Errors errors) {
        ObjectNode document = of(projectors, item).project(answers);
        ErrorTrace trace = of(traces, item);
        for (SchemaError error : item.form().schema().validate(document)) {
            Set<Question> causes = trace.causes(error, document);
            if (causes.isEmpty()) {
                throw new IllegalStateException(
                        "item '%s' refuses its own document (%s at '%s'), and no question can change that; check the package"
                                .formatted(item.id(), error.keyword(), error.at()));
            }
            for (Question question : causes) {
                if (!deferredAside || !isStillToCome(question, answers)) {
                    boolean absent = error.keyword().equals(REQUIRED);
                    JsonNode expected = absent ? BooleanNode.TRUE : error.expected();
                    errors.add(question.id(), error.keyword(), expected, item.id());
                }
            }
        }
    }

    private static <T> T of(Map<String, T> all, Item item) {
        return Objects.requireNonNull(all.get(item.id()));
    }

    private static boolean isStillToCome(Question question, Answers answers) {
        return question.source() instanceof Question.Source.Deferred
                && answers.get(question.id()) == null;
    }

    private List<String> demanding(QuestionId id) {
        Question question = form.question(id);
        return question == null
                ? List.of()
                : question.origins().stream().map(Origin::item).distinct().toList();
    }

    /// Collects errors, one a question and keyword, with all items that make them.
    private static final class Errors {

        private record Key(QuestionId question, String keyword) {}

        private final Map<Key, JsonNode> expected = new LinkedHashMap<>();
        private final Map<Key, List<String>> items = new LinkedHashMap<>();

        void add(QuestionId question, String keyword, JsonNode value, String item) {
            Key key = new Key(question, keyword);
            expected.putIfAbsent(key, value);
            List<String> known = items.computeIfAbsent(key, _ -> new ArrayList<>());
            if (!known.contains(item)) {
                known.add(item);
            }
        }

        List<AnswerError> list(Iterable<QuestionId> order) {
            List<AnswerError> list = new ArrayList<>();
            for (QuestionId id : order) {
                expected.forEach((key, value) -> {
                    if (key.question().equals(id)) {
                        list.add(
                                new AnswerError(
                                        id,
                                        key.keyword(),
                                        value,
                                        items.getOrDefault(key, List.of())));
                    }
                });
            }
            return list;
        }
    }
}
