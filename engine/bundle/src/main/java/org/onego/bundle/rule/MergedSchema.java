package org.onego.bundle.rule;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.onego.bundle.element.Code;
import org.onego.bundle.merge.MergedForm;
import org.onego.bundle.merge.Question;
import org.onego.bundle.schema.Condition;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The merged form as one JSON Schema 2020-12 for the document of answers (subject → question key).
///
/// It never refuses what the items accept, as long as the answers to hidden questions are dropped.
/// What several answers have to do with one another, only the items' own schemas say.
public final class MergedSchema {

    private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";

    private MergedSchema() {}

    /// With titles and labels in Chinese.
    public static ObjectNode of(MergedForm form, FormRules rules) {
        return of(form, rules, Locale.CHINESE);
    }

    public static ObjectNode of(MergedForm form, FormRules rules, Locale locale) {
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        schema.put("$schema", DIALECT).put("type", "object");
        ObjectNode subjects = schema.putObject("properties");
        ArrayNode demands = JsonNodeFactory.instance.arrayNode();
        for (Question question : form.questions().values()) {
            ObjectNode subject = subjects.withObjectProperty(question.id().subject());
            subject.put("type", "object");
            subject.withObjectProperty("properties")
                    .set(question.id().key(), titled(question, locale));
            demand(question, rules, demands);
        }
        if (!demands.isEmpty()) {
            schema.set("allOf", demands);
        }
        return schema;
    }

    /// The question's own schema, with its title, and the choices with their labels.
    private static ObjectNode titled(Question question, Locale locale) {
        ObjectNode titled = JsonNodeFactory.instance.objectNode();
        titled.put("title", question.title().in(locale));
        if (question.schema().has("$defs")) {
            // Its references start at itself.
            titled.put("$id", "question:" + question.id());
        }
        for (Map.Entry<String, JsonNode> keyword : question.schema().properties()) {
            titled.set(keyword.getKey(), keyword.getValue().deepCopy());
        }
        label(titled, question, locale);
        if (titled.get("items") instanceof ObjectNode items) {
            label(items, question, locale);
        }
        return titled;
    }

    /// Says a list of codes as `oneOf` of `const` and `title`, which is how renderers get to know
    /// labels. It accepts the same.
    private static void label(ObjectNode schema, Question question, Locale locale) {
        List<String> values =
                schema.path("enum").valueStream().map(value -> value.asString("")).toList();
        List<Code> named =
                question.codes().stream().filter(code -> values.contains(code.code())).toList();
        boolean texts = schema.path("enum").valueStream().allMatch(JsonNode::isString);
        if (values.isEmpty() || !texts || named.size() != values.size() || schema.has("oneOf")) {
            return;
        }
        schema.remove("enum");
        ArrayNode choices = schema.putArray("oneOf");
        for (Code code : named) {
            choices.addObject().put("const", code.code()).put("title", code.name().in(locale));
        }
    }

    private static void demand(Question question, FormRules rules, ArrayNode demands) {
        Condition required = rules.of(question.id()).required();
        if (!(question.source() instanceof Question.Source.Asked)
                || required.equals(Condition.NEVER)) {
            return;
        }
        JsonNode there = ConditionSchema.at(question.id().pointer(), BooleanNode.TRUE);
        if (required.equals(Condition.ALWAYS)) {
            demands.add(there);
        } else {
            demands.addObject().set("if", ConditionSchema.of(required)).set("then", there);
        }
    }
}
