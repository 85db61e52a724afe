package org.onego.renderer.field;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.onego.bundle.element.Text;
import org.onego.bundle.element.Widget;
import org.onego.bundle.merge.Question;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// A question becomes a field.
@Component
public class FieldMapper {

    private final AnswerText answerText;
    private final WidgetMapper widgets;

    public FieldMapper(AnswerText answerText, WidgetMapper widgets) {
        this.answerText = answerText;
        this.widgets = widgets;
    }

    /// What a field says beside its question.
    ///
    /// @param answer the answer as it stands, or null
    /// @param locked whether the answer can only be shown
    /// @param from the title of the certificate that it came from, or null
    /// @param when the client's condition, or null
    /// @param live whether something depends on it that only the server can decide
    public record Standing(
            @Nullable JsonNode answer,
            boolean locked,
            @Nullable String from,
            boolean visible,
            boolean required,
            @Nullable String error,
            @Nullable String when,
            boolean live) {

        /// Where nothing on the page depends on an answer.
        public Standing(@Nullable JsonNode answer, boolean required, @Nullable String error) {
            this(answer, false, null, true, required, error, null, false);
        }
    }

    public FieldView map(Question question, Standing standing, Locale locale) {
        JsonNode answer = standing.answer();
        Text hint = question.hint();
        String id = htmlId(question);
        return new FieldView(
                id,
                question.id().toString(),
                question.title().in(locale),
                hint == null ? null : hint.in(locale),
                standing.error(),
                !standing.required(),
                !standing.visible(),
                widgets.map(question, answer, id, locale),
                standing.locked() && answer != null
                        ? answerText.masked(question, answer, locale)
                        : null,
                standing.from(),
                standing.when(),
                standing.live());
    }

    /// The id of the HTML element that holds a question; error summaries lead there.
    public static String htmlId(Question question) {
        return "q-" + question.id().subject() + "-" + question.id().key();
    }

    /// The values that a question with few answers can take; empty where anything can be typed.
    public static List<JsonNode> values(Question question) {
        var json = JsonNodeFactory.instance;
        if (question.widget() == Widget.YES_NO || question.widget() == Widget.STATEMENT) {
            return List.of(json.booleanNode(true), json.booleanNode(false));
        }
        return question.codes().stream()
                .<JsonNode>map(code -> json.stringNode(code.code()))
                .toList();
    }
}
