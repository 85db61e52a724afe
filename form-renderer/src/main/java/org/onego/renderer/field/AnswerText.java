package org.onego.renderer.field;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.onego.bundle.element.Code;
import org.onego.bundle.element.CodeList;
import org.onego.bundle.element.Element;
import org.onego.bundle.element.Mask;
import org.onego.bundle.merge.Question;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// Answers as people read them: codes by their names, dates in the reader's language, units behind
/// numbers.
@Component
public class AnswerText {

    private final MessageSource messages;

    public AnswerText(MessageSource messages) {
        this.messages = messages;
    }

    /// Readable and masked, for the citizen.
    public String masked(Question question, JsonNode value, Locale locale) {
        Element element = question.element();
        Mask mask = element == null ? null : element.mask();
        String text = full(question, value, locale);
        return mask == null ? text : Masker.mask(mask, text);
    }

    /// Readable in full, for the clerk who handles the case.
    public String full(Question question, JsonNode value, Locale locale) {
        if (value.isBoolean()) {
            return messages.getMessage(
                    value.asBoolean() ? "answer.yes" : "answer.no", null, locale);
        }
        if (value.isArray()) {
            List<String> parts = new ArrayList<>();
            value.forEach(part -> parts.add(full(question, part, locale)));
            return String.join(messages.getMessage("answer.separator", null, locale), parts);
        }
        String text = value.asString();
        Element element = question.element();
        CodeList codes = element == null ? null : element.codes();
        String name =
                codes == null ? label(question.codes(), text, locale) : path(codes, text, locale);
        String unit = element == null ? null : element.unit();
        return (name.isEmpty() ? text.replace('T', ' ') : name) + (unit == null ? "" : " " + unit);
    }

    private static String label(List<Code> codes, String code, Locale locale) {
        return codes.stream()
                .filter(entry -> entry.code().equals(code))
                .findFirst()
                .map(entry -> entry.name().in(locale))
                .orElse("");
    }

    /// In a cascade, the names from the top down: 河北省 保定市 竞秀区.
    private static String path(CodeList codes, String code, Locale locale) {
        List<String> names = new ArrayList<>();
        String at = code;
        while (at != null && names.size() < 6) {
            var entry = codes.find(at);
            if (entry.isEmpty()) {
                break;
            }
            names.addFirst(entry.get().name().in(locale));
            at = entry.get().parent();
        }
        return String.join(" ", names);
    }
}
