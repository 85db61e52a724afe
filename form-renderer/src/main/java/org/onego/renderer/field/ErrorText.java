package org.onego.renderer.field;

import java.util.ArrayList;
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
/// The most particular text wins: `error.<keyword>.<value>.<widget>`, `error.<keyword>.<value>` (a
/// format, a type), `error.<keyword>.<widget>`, `error.<keyword>.words` where the form says a
/// pattern in words, `error.<keyword>`, `error.other`. Each names the question (`{0}`), what was
/// expected (`{1}`), its unit (`{2}`), the pattern in words (`{3}`).
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
        String words = keyword.equals("pattern") ? words(question, value, locale) : "";
        Object[] arguments = {
            question.title().in(locale), label(question, value, locale), unit, words
        };
        String key = "error." + keyword;
        List<String> keys = new ArrayList<>();
        keys.add(key + "." + value + "." + question.widget().id());
        keys.add(key + "." + value);
        keys.add(key + "." + question.widget().id());
        if (!words.isEmpty()) {
            keys.add(key + ".words");
        }
        keys.add(key);
        keys.add("error.other");
        try {
            return messages.getMessage(
                    new DefaultMessageSourceResolvable(keys.toArray(String[]::new), arguments),
                    locale);
        } catch (NoSuchMessageException missing) {
            throw new IllegalStateException("messages.properties lacks error.other", missing);
        }
    }

    /// What the form or its element says about a pattern (`x-pattern`), or nothing.
    private static String words(Question question, String pattern, Locale locale) {
        List<JsonNode> schemas = new ArrayList<>();
        question.origins().forEach(origin -> schemas.add(origin.field().schema()));
        if (question.element() != null) {
            schemas.add(question.element().schema());
        }
        return schemas.stream()
                .filter(schema -> schema.path("pattern").asString("").equals(pattern))
                .map(schema -> schema.path("x-pattern"))
                .map(words ->
                        words.path(locale.getLanguage()).asString(words.path("zh").asString("")))
                .filter(words -> !words.isEmpty())
                .findFirst()
                .orElse("");
    }

    /// A code is called by its name.
    private static String label(Question question, String value, Locale locale) {
        return question.codes().stream()
                .filter(code -> code.code().equals(value))
                .map(code -> code.name().in(locale))
                .findFirst()
                .orElse(value);
    }
}
