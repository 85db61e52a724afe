package org.onego.bundle;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.onego.bundle.element.Code;
import org.onego.bundle.item.Field;
import org.onego.bundle.item.Item;
import org.onego.bundle.merge.Question;
import org.onego.bundle.merge.Rows;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What every item's department receives for some answers: for staff to read, or for programs.
public record ProjectReport(FilledForm filled) {

    private Map<String, ObjectNode> documents() {
        Map<String, ObjectNode> documents = new LinkedHashMap<>();
        for (String item : filled.form().selection().items()) {
            documents.put(item, filled.bundle().project(filled.form(), item, filled.answers()));
        }
        return documents;
    }

    /// For programs: `bundle`, `documents` (item → document) and `unasked`.
    public ObjectNode json(Locale locale) {
        ObjectNode json = head(filled, locale);
        ObjectNode documents = json.putObject("documents");
        documents().forEach(documents::set);
        unasked(filled, json.putArray("unasked"));
        return json;
    }

    static ObjectNode head(FilledForm filled, Locale locale) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        var info = filled.bundle().compiled().info();
        json.putObject("bundle")
                .put("id", info.id())
                .put("version", info.version())
                .put("title", info.title().in(locale));
        return json;
    }

    static void unasked(FilledForm filled, ArrayNode unasked) {
        filled.unasked()
                .forEach(each ->
                        unasked.addObject()
                                .put("subject", each.subject())
                                .put("key", each.key())
                                .put("advice", each.advice()));
    }

    /// For a terminal: field by field, with the words of codes beside them.
    public String text(Locale locale) {
        Texts texts = Texts.in(locale);
        StringBuilder out = new StringBuilder();
        documents()
                .forEach((id, document) -> {
                    Item item = filled.bundle().compiled().item(id);
                    out.append(item.title().in(locale)).append("  ").append(id).append("  ");
                    out.append(item.department().name()).append('\n');
                    fields(item, document, locale, out);
                    if (document.isEmpty()) {
                        out.append("  ").append(texts.say("project.nothing")).append('\n');
                    }
                    out.append('\n');
                });
        unasked(filled, texts, out);
        return out.toString();
    }

    static void unasked(FilledForm filled, Texts texts, StringBuilder out) {
        if (!filled.unasked().isEmpty()) {
            out.append(texts.say("project.unasked")).append('\n');
            filled.unasked().forEach(each -> out.append("  ").append(each).append('\n'));
        }
    }

    private void fields(Item item, ObjectNode document, Locale locale, StringBuilder out) {
        Map<JsonPointer, Question> questions = filled.form().questionsOf(item.id());
        Table table = new Table(false);
        for (Field field : Rows.expand(item, filled.form().selection()).form().fields()) {
            JsonNode value = document.at(field.pointer());
            if (!value.isMissingNode()) {
                table.row(
                        field.pointer().toString(),
                        field.title().in(locale),
                        shown(value, questions.get(field.pointer()), locale));
            }
        }
        table.print(out, 2);
    }

    private static String shown(JsonNode value, @Nullable Question question, Locale locale) {
        String text = value.isValueNode() ? value.asString() : value.toString();
        return question == null
                ? text
                : question.codes().stream()
                        .filter(code -> code.code().equals(text))
                        .map(Code::name)
                        .map(name -> text + " " + name.in(locale))
                        .findFirst()
                        .orElse(text);
    }
}
