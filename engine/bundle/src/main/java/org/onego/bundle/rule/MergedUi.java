package org.onego.bundle.rule;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.onego.bundle.element.Code;
import org.onego.bundle.element.Text;
import org.onego.bundle.merge.MergedForm;
import org.onego.bundle.merge.Question;
import org.onego.bundle.schema.Condition;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The merged form's layout as a JSON Forms UI schema: a group for each subject, a control for each
/// question that is asked, with its label, widget, choices and rule.
public final class MergedUi {

    private MergedUi() {}

    /// @param subjects how the bundle calls its subjects
    public static ObjectNode of(
            MergedForm form, FormRules rules, Map<String, Text> subjects, Locale locale) {
        ObjectNode layout = JsonNodeFactory.instance.objectNode();
        layout.put("type", "VerticalLayout");
        ArrayNode groups = layout.putArray("elements");
        Map<String, ArrayNode> bySubject = new LinkedHashMap<>();
        for (Question question : form.questions().values()) {
            if (question.source() instanceof Question.Source.Asked) {
                String subject = question.id().subject();
                bySubject
                        .computeIfAbsent(
                                subject, _ -> group(groups, subject, subjects.get(subject), locale))
                        .add(control(question, rules.of(question.id()), locale));
            }
        }
        return layout;
    }

    private static ArrayNode group(
            ArrayNode groups, String subject, @Nullable Text title, Locale locale) {
        ObjectNode group = groups.addObject();
        group.put("type", "Group").put("label", title == null ? subject : title.in(locale));
        return group.putArray("elements");
    }

    private static ObjectNode control(Question question, QuestionRule rule, Locale locale) {
        ObjectNode control = JsonNodeFactory.instance.objectNode();
        control.put("type", "Control")
                .put(
                        "scope",
                        "#/properties/"
                                + escaped(question.id().subject())
                                + "/properties/"
                                + escaped(question.id().key()))
                .put("label", question.title().in(locale));
        ObjectNode options = control.putObject("options");
        options.put("widget", question.widget().id());
        if (question.hint() != null) {
            options.put("hint", question.hint().in(locale));
        }
        if (question.element() != null && question.element().unit() != null) {
            options.put("unit", question.element().unit());
        }
        if (!question.codes().isEmpty()) {
            ArrayNode choices = options.putArray("choices");
            for (Code code : question.codes()) {
                choices.addObject()
                        .put("value", code.code())
                        .put("label", code.name().in(locale))
                        .put("parent", code.parent());
            }
        }
        if (!rule.visible().equals(Condition.ALWAYS)) {
            ObjectNode condition =
                    control.putObject("rule").put("effect", "SHOW").putObject("condition");
            condition.put("scope", "#").set("schema", ConditionSchema.of(rule.visible()));
        }
        return control;
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
