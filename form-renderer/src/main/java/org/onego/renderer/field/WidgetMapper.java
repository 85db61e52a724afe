package org.onego.renderer.field;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.onego.bundle.element.CodeList;
import org.onego.bundle.merge.Question;
import org.onego.renderer.field.WidgetView.Line;
import org.onego.renderer.field.WidgetView.Option;
import org.onego.renderer.field.WidgetView.Parts;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// How a question is asked, with its answer so far.
@Component
public class WidgetMapper {

    /// With more options than these, people search instead of looking.
    private static final int TO_LOOK_THROUGH = 15;

    private final MessageSource messages;

    public WidgetMapper(MessageSource messages) {
        this.messages = messages;
    }

    WidgetView map(Question question, @Nullable JsonNode answer, String id, Locale locale) {
        String value = answer == null || answer.isContainer() ? "" : answer.asString();
        Integer most = SchemaFacts.maxLength(question);
        return switch (question.widget()) {
            case TEXT -> new Line("text", "text", null, value, null, unit(question), most);
            case LONG_TEXT -> new WidgetView.Lines("long-text", value, most);
            case ADDRESS -> new WidgetView.Lines("address", value, most);
            case ID_NUMBER -> digits("id-number", "text", value, Grouping.ID_NUMBER);
            case MOBILE -> digits("mobile", "tel", value, Grouping.MOBILE);
            case BANK_ACCOUNT -> digits("bank-account", "text", value, Grouping.BANK_ACCOUNT);
            case NUMBER ->
                    new Line(
                            "number",
                            "text",
                            SchemaFacts.inputMode(question),
                            value,
                            null,
                            unit(question),
                            null);
            case MONEY ->
                    new Line(
                            "money",
                            "text",
                            "decimal",
                            Grouping.money(value),
                            "money",
                            unit(question) == null
                                    ? messages.getMessage("unit.money", null, locale)
                                    : unit(question),
                            null);
            case DATE ->
                    new Parts(
                            "date",
                            "date",
                            DateParts.of(question.id().toString(), id, value, false));
            case DATE_TIME ->
                    new Parts(
                            "date-time",
                            "datetime-local",
                            DateParts.of(question.id().toString(), id, value, true));
            case RADIO -> new WidgetView.Choice(false, options(question, answer, locale));
            case CHECKBOX_GROUP -> new WidgetView.Choice(true, options(question, answer, locale));
            case YES_NO ->
                    new WidgetView.Choice(
                            false,
                            Stream.of("true", "false")
                                    .map(each -> yesNo(each, each.equals(value), locale))
                                    .toList());
            case SELECT -> select(question, answer, locale);
            case REGION ->
                    new WidgetView.Cascade(
                            Regions.of(question).levels(question, value, id, locale));
            case SIGNATURE ->
                    Drawing.isDrawing(value)
                            ? new WidgetView.Signature("", value)
                            : new WidgetView.Signature(value, "");
            case STATEMENT -> new WidgetView.Statement(value.equals("true"));
        };
    }

    private static Line digits(String template, String type, String value, Grouping grouping) {
        return new Line(
                template, type, null, grouping.apply(value), grouping.lengths(), null, null);
    }

    private static WidgetView select(Question question, @Nullable JsonNode answer, Locale locale) {
        CodeList list = question.element() == null ? null : question.element().codes();
        return new WidgetView.Select(
                options(question, answer, locale),
                question.codes().size() > TO_LOOK_THROUGH ? list == null ? "" : list.id() : null);
    }

    private static List<Option> options(
            Question question, @Nullable JsonNode answer, Locale locale) {
        Set<String> chosen = chosen(answer);
        return question.codes().stream()
                .map(code ->
                        new Option(
                                code.code(), code.name().in(locale), chosen.contains(code.code())))
                .toList();
    }

    private static Set<String> chosen(@Nullable JsonNode answer) {
        if (answer == null) {
            return Set.of();
        }
        return answer.isArray()
                ? answer.valueStream().map(JsonNode::asString).collect(Collectors.toSet())
                : Set.of(answer.asString());
    }

    private Option yesNo(String value, boolean selected, Locale locale) {
        String key = value.equals("true") ? "answer.yes" : "answer.no";
        return new Option(value, messages.getMessage(key, null, locale), selected);
    }

    private static @Nullable String unit(Question question) {
        return question.element() == null ? null : question.element().unit();
    }
}
