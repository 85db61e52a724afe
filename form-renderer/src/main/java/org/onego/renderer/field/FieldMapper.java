package org.onego.renderer.field;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onego.bundle.element.Code;
import org.onego.bundle.element.CodeList;
import org.onego.bundle.element.Text;
import org.onego.bundle.element.Widget;
import org.onego.bundle.merge.Question;
import org.onego.renderer.field.FieldView.Option;
import org.onego.renderer.field.FieldView.OptionGroup;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// A question becomes a field.
@Component
public class FieldMapper {

    private final MessageSource messages;
    private final AnswerText answerText;

    public FieldMapper(MessageSource messages, AnswerText answerText) {
        this.messages = messages;
        this.answerText = answerText;
    }

    /// What a field says beside its question.
    ///
    /// @param answer the answer as it stands, or null
    /// @param locked whether the answer can only be shown
    /// @param from the title of the certificate that it came from, or null
    /// @param when the client's condition, or null
    public record Standing(
            @Nullable JsonNode answer,
            boolean locked,
            @Nullable String from,
            boolean visible,
            boolean required,
            @Nullable String error,
            @Nullable String when) {}

    public FieldView map(Question question, Standing standing, Locale locale) {
        Widget widget = question.widget();
        JsonNode answer = standing.answer();
        Set<String> chosen = chosen(answer);
        List<OptionGroup> groups = options(question, chosen, locale);
        boolean choice =
                widget == Widget.RADIO
                        || widget == Widget.CHECKBOX_GROUP
                        || widget == Widget.YES_NO;
        Text hint = question.hint();
        return new FieldView(
                htmlId(question),
                question.id().toString(),
                question.title().in(locale),
                hint == null ? null : hint.in(locale),
                standing.error(),
                !standing.required(),
                !standing.visible(),
                template(widget),
                choice,
                widget == Widget.CHECKBOX_GROUP,
                inputType(widget),
                inputMode(widget),
                "off",
                SchemaFacts.maxLength(question),
                question.element() == null ? null : question.element().unit(),
                answer == null || answer.isContainer() ? "" : answer.asString(),
                groups,
                standing.locked() && answer != null
                        ? answerText.masked(question, answer, locale)
                        : null,
                standing.from(),
                standing.when());
    }

    /// The id of the HTML element that holds a question; error summaries lead there.
    public static String htmlId(Question question) {
        return "q-" + question.id().subject() + "-" + question.id().key();
    }

    /// The values that a question with few answers can take; empty where anything can be typed.
    public static List<JsonNode> values(Question question) {
        var json = tools.jackson.databind.node.JsonNodeFactory.instance;
        if (question.widget() == Widget.YES_NO || question.widget() == Widget.STATEMENT) {
            return List.of(json.booleanNode(true), json.booleanNode(false));
        }
        return question.codes().stream()
                .<JsonNode>map(code -> json.stringNode(code.code()))
                .toList();
    }

    private static Set<String> chosen(@Nullable JsonNode answer) {
        if (answer == null) {
            return Set.of();
        }
        if (!answer.isArray()) {
            return Set.of(answer.asString());
        }
        Set<String> values = new java.util.HashSet<>();
        answer.forEach(value -> values.add(value.asString()));
        return values;
    }

    private List<OptionGroup> options(Question question, Set<String> chosen, Locale locale) {
        if (question.widget() == Widget.YES_NO) {
            return List.of(
                    new OptionGroup(
                            null,
                            List.of(
                                    yesNo("true", "answer.yes", chosen, locale),
                                    yesNo("false", "answer.no", chosen, locale))));
        }
        if (question.codes().isEmpty()) {
            return List.of();
        }
        CodeList list = question.element() == null ? null : question.element().codes();
        Map<String, List<Option>> byParent = new LinkedHashMap<>();
        for (Code code : question.codes()) {
            String parent =
                    list == null || code.parent() == null
                            ? ""
                            : list.find(code.parent())
                                    .map(above -> above.name().in(locale))
                                    .orElse("");
            byParent.computeIfAbsent(parent, _ -> new ArrayList<>())
                    .add(
                            new Option(
                                    code.code(),
                                    code.name().in(locale),
                                    chosen.contains(code.code())));
        }
        return byParent.entrySet().stream()
                .map(entry ->
                        new OptionGroup(
                                entry.getKey().isEmpty() ? null : entry.getKey(), entry.getValue()))
                .toList();
    }

    private Option yesNo(String value, String key, Set<String> chosen, Locale locale) {
        return new Option(value, messages.getMessage(key, null, locale), chosen.contains(value));
    }

    private static String template(Widget widget) {
        return switch (widget) {
            case RADIO, CHECKBOX_GROUP, YES_NO -> "choice";
            case SELECT, REGION -> "select";
            case LONG_TEXT, ADDRESS -> "long-text";
            case NUMBER, MONEY -> "number";
            case STATEMENT -> "statement";
            case TEXT, ID_NUMBER, MOBILE, DATE, DATE_TIME, BANK_ACCOUNT, UPLOAD, SIGNATURE ->
                    "text";
        };
    }

    private static String inputType(Widget widget) {
        return switch (widget) {
            case DATE -> "date";
            case DATE_TIME -> "datetime-local";
            case MOBILE -> "tel";
            case TEXT,
                    LONG_TEXT,
                    ID_NUMBER,
                    NUMBER,
                    MONEY,
                    RADIO,
                    SELECT,
                    CHECKBOX_GROUP,
                    YES_NO,
                    REGION,
                    ADDRESS,
                    BANK_ACCOUNT,
                    UPLOAD,
                    SIGNATURE,
                    STATEMENT ->
                    "text";
        };
    }

    private static @Nullable String inputMode(Widget widget) {
        return switch (widget) {
            case NUMBER, BANK_ACCOUNT -> "numeric";
            case MONEY -> "decimal";
            case TEXT,
                    LONG_TEXT,
                    ID_NUMBER,
                    MOBILE,
                    DATE,
                    DATE_TIME,
                    RADIO,
                    SELECT,
                    CHECKBOX_GROUP,
                    YES_NO,
                    REGION,
                    ADDRESS,
                    UPLOAD,
                    SIGNATURE,
                    STATEMENT ->
                    null;
        };
    }
}
