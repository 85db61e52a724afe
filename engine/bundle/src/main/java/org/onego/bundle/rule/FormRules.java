package org.onego.bundle.rule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.onego.bundle.item.Item;
import org.onego.bundle.merge.Answers;
import org.onego.bundle.merge.ItemConditions;
import org.onego.bundle.merge.MergedForm;
import org.onego.bundle.merge.Origin;
import org.onego.bundle.merge.Question;
import org.onego.bundle.merge.QuestionId;
import org.onego.bundle.merge.Unrewritable;
import org.onego.bundle.pack.CompiledBundle;
import org.onego.bundle.schema.CompiledSchema;
import org.onego.bundle.schema.Condition;
import org.onego.bundle.schema.Conditions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The items' conditions, rewritten to the questions of their merged form: a question is visible
/// when some selected item shows it, and required when some item that shows it demands it.
public final class FormRules {

    private final MergedForm form;
    private final Map<QuestionId, QuestionRule> rules;
    private final List<Unrewritable> problems;

    private FormRules(
            MergedForm form, Map<QuestionId, QuestionRule> rules, List<Unrewritable> problems) {
        this.form = form;
        this.rules = rules;
        this.problems = List.copyOf(problems);
    }

    public static FormRules of(
            CompiledBundle bundle, MergedForm form, Function<JsonNode, CompiledSchema> compiler) {
        Map<String, ItemConditions> conditions = new LinkedHashMap<>();
        for (String id : form.selection().items()) {
            Item item = bundle.item(id);
            conditions.put(id, ItemConditions.of(item, form, compiler));
        }
        Map<QuestionId, QuestionRule> rules = new LinkedHashMap<>();
        for (Question question : form.questions().values()) {
            List<Condition> visible = new ArrayList<>();
            List<Condition> required = new ArrayList<>();
            for (Origin origin : question.origins()) {
                ItemConditions own = conditions.get(origin.item());
                if (own != null) {
                    visible.add(own.visible(origin.field()));
                    required.add(own.required(origin.field()));
                }
            }
            rules.put(
                    question.id(),
                    new QuestionRule(
                            question.id(), Conditions.any(visible), Conditions.any(required)));
        }
        List<Unrewritable> problems =
                conditions.values().stream().flatMap(own -> own.problems().stream()).toList();
        return new FormRules(form, rules, problems);
    }

    /// The rules of all questions, in the form's order; what is constant is folded.
    public List<QuestionRule> all() {
        return List.copyOf(rules.values());
    }

    /// When this question is shown and when it must be answered.
    ///
    /// @throws IllegalArgumentException when the form has no such question
    public QuestionRule of(QuestionId question) {
        QuestionRule rule = rules.get(question);
        if (rule == null) {
            throw new IllegalArgumentException("the form has no question " + question);
        }
        return rule;
    }

    /// What could not be rewritten; empty for every bundle that could be published.
    public List<Unrewritable> problems() {
        return problems;
    }

    /// Which questions the citizen sees and must answer, after these answers. What the guide has
    /// given and what an item will produce counts, but isn't asked.
    public FormState evaluate(Answers answers) {
        ObjectNode document = form.withGiven(answers).toDocument();
        Map<Condition, Boolean> known = new HashMap<>();
        Set<QuestionId> visible = new LinkedHashSet<>();
        Set<QuestionId> required = new LinkedHashSet<>();
        for (Question question : form.questions().values()) {
            QuestionRule rule = of(question.id());
            if (question.source() instanceof Question.Source.Asked
                    && known.computeIfAbsent(rule.visible(), when -> when.test(document))) {
                visible.add(question.id());
                if (known.computeIfAbsent(rule.required(), when -> when.test(document))) {
                    required.add(question.id());
                }
            }
        }
        return new FormState(visible, required);
    }
}
