package org.onego.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.onego.bundle.PublishedBundle;
import org.onego.bundle.guide.GuideAnswers;
import org.onego.bundle.guide.GuideOutcome;
import org.onego.bundle.guide.Selection;
import org.onego.bundle.merge.Answers;
import org.onego.bundle.merge.MergedForm;
import org.onego.bundle.merge.Question;
import org.onego.bundle.pack.CompiledBundle;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.IntNode;
import tools.jackson.databind.node.StringNode;

/// Items as departments write them: fields that refer to elements and narrow them, some fields of
/// their own, conditions; and answers that they accept.
final class SampleForms {

    private SampleForms() {}

    /// Six items of 40 fields: 24 of them refer to elements about two people and are shared with
    /// the other items, 16 are the item's own.
    static CompiledBundle sixItems() {
        return items(6, 12, 16);
    }

    /// One item of 100 fields.
    static CompiledBundle hundredFields() {
        return items(1, 32, 36);
    }

    private static CompiledBundle items(int items, int shared, int own) {
        PackageFolder folder = new PackageFolder();
        folder.put("elements/sample.yaml", elements(shared));
        List<String> ids = IntStream.range(0, items).mapToObj(i -> "item-" + i).toList();
        folder.bundle(
                """
                subjects:
                  applicant-person: {title: 申请人}
                  spouse: {title: 配偶}
                applicant: [{subject: applicant-person}]
                items: [%s]
                roles:
                %s
                """
                        .formatted(
                                ids.stream()
                                        .map(id -> "{item: " + id + "}")
                                        .collect(Collectors.joining(", ")),
                                ids.stream()
                                        .map(id -> "  " + id + ": {declarant: applicant}")
                                        .collect(Collectors.joining("\n"))));
        for (int i = 0; i < items; i++) {
            folder.item(ids.get(i), form(i, shared, own));
        }
        return folder.read();
    }

    private static String elements(int count) {
        StringBuilder yaml = new StringBuilder("namespace: sample\nelements:\n");
        for (int i = 0; i < count; i++) {
            String schema =
                    switch (i % 5) {
                        case 0 -> "{type: string, minLength: 1, maxLength: 60}";
                        case 1 -> "{type: string, pattern: '^[A-Z]{2}[0-9]{6,10}$'}";
                        case 2 -> "{type: string, enum: ['1', '2', '3', '4', '5']}";
                        case 3 -> "{type: integer, minimum: 0, maximum: 999999}";
                        default -> "{type: string, format: date}";
                    };
            yaml.append("  e%d: {title: 数据元 %d, schema: %s}\n".formatted(i, i, schema));
        }
        return yaml.toString();
    }

    private static String form(int item, int shared, int own) {
        List<String> declarant = new ArrayList<>();
        List<String> spouse = new ArrayList<>();
        for (int i = 0; i < shared; i++) {
            declarant.add(field(item, i));
            spouse.add(field(item, i));
        }
        List<String> others = new ArrayList<>();
        for (int i = 0; i < own; i++) {
            others.add(
                    "\"own%d\": {\"title\": \"本项 %d\", \"type\": \"string\", \"maxLength\": %d}"
                            .formatted(i, i, 40 + i));
        }
        return """
        {"$schema": "https://json-schema.org/draft/2020-12/schema", "type": "object", "properties": {
          "declarant": {"type": "object", "x-subject": "declarant", "properties": {%s},
            "required": ["e0", "e1", "e2"],
            "if": {"properties": {"e2": {"const": "1"}}, "required": ["e2"]}, "then": {"required": ["e4"]}},
          "spouse": {"type": "object", "x-subject": "spouse", "properties": {%s}, "required": ["e0"]},
          "details": {"type": "object", "x-subject": "declarant", "properties": {%s}, "required": ["own0"]}
        }, "required": ["declarant", "details"]}
        """
                .formatted(
                        String.join(", ", declarant),
                        String.join(", ", spouse),
                        String.join(", ", others));
    }

    /// A reference that every item narrows in its own way.
    private static String field(int item, int element) {
        String narrowed =
                switch (element % 5) {
                    case 0 -> ", \"maxLength\": " + (40 + item);
                    case 1 -> ", \"maxLength\": " + (10 + item % 2);
                    case 2 ->
                            item % 2 == 0
                                    ? ", \"enum\": [\"1\", \"2\", \"3\"]"
                                    : ", \"enum\": [\"1\", \"3\", \"4\"]";
                    case 3 -> ", \"maximum\": " + (1000 + item);
                    default -> "";
                };
        return "\"e%d\": {\"$ref\": \"element:sample.e%d\"%s}"
                .formatted(element, element, narrowed);
    }

    /// What the guide, which asks nothing, leads to.
    static Selection selection(PublishedBundle bundle) {
        if (bundle.guide(new GuideAnswers(Map.of(), Set.of()))
                instanceof GuideOutcome.Complete(Selection selection)) {
            return selection;
        }
        throw new IllegalStateException("the sample asks nothing first");
    }

    /// An answer to every question.
    static Answers answers(MergedForm form) {
        Answers answers = Answers.NONE;
        for (Question question : form.questions().values()) {
            answers = answers.with(question.id(), value(question));
        }
        return answers;
    }

    private static JsonNode value(Question question) {
        JsonNode schema = question.schema();
        if (schema.has("enum")) {
            return schema.path("enum").get(0);
        }
        if (schema.has("pattern")) {
            return StringNode.valueOf("AB12345678");
        }
        if (schema.path("format").asString("").equals("date")) {
            return StringNode.valueOf("2026-03-01");
        }
        return switch (schema.path("type").asString("string")) {
            case "integer" -> IntNode.valueOf(7);
            case "boolean" -> BooleanNode.TRUE;
            default -> StringNode.valueOf("回答");
        };
    }
}
