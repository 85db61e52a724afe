package org.onego.renderer.field;

import java.util.List;
import java.util.Locale;
import org.onego.bundle.merge.Question;
import org.springframework.context.MessageSource;
import org.springframework.context.NoSuchMessageException;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// What is wrong with an answer, and how to put it right, in plain words.
///
/// The most particular text wins: `error.<keyword>.<value>` (a format), `error.<keyword>.<widget>`,
/// `error.<keyword>`, `error.other`.
@Component
public class ErrorText {

    private final MessageSource messages;

    public ErrorText(MessageSource messages) {
        this.messages = messages;
    }

    public String of(Question question, String keyword, JsonNode expected, Locale locale) {
        String value = expected.isValueNode() ? expected.asString() : "";
        String unit =
                question.element() == null || question.element().unit() == null
                        ? ""
                        : question.element().unit();
        Object[] arguments = {question.title().in(locale), value, unit};
        List<String> keys =
                List.of(
                        "error." + keyword + "." + value,
                        "error." + keyword + "." + question.widget().id(),
                        "error." + keyword,
                        "error.other");
        try {
            return messages.getMessage(
                    new DefaultMessageSourceResolvable(keys.toArray(String[]::new), arguments),
                    locale);
        } catch (NoSuchMessageException missing) {
            throw new IllegalStateException("messages.properties lacks error.other", missing);
        }
    }
}
