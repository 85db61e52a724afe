package org.onego.renderer.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.onego.casefile.application.Dispute;
import org.onego.casefile.provenance.AnswerOrigin;
import org.onego.renderer.field.AnswerText;
import org.onego.renderer.frame.CaseTexts;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/// Where the answers of a case came from, in words for its clerk: first what is in doubt.
@Component
class OriginTexts {

    private final MessageSource messages;
    private final AnswerText answerText;
    private final CaseTexts texts;

    OriginTexts(MessageSource messages, AnswerText answerText, CaseTexts texts) {
        this.messages = messages;
        this.answerText = answerText;
        this.texts = texts;
    }

    /// @param doubts what the citizen or another certificate says against it; empty for most
    record OriginLine(
            String label, String certificate, String identifier, String read, List<String> doubts) {
        OriginLine {
            doubts = List.copyOf(doubts);
        }
    }

    List<OriginLine> lines(List<AnswerOrigin> origins, Locale locale) {
        List<OriginLine> lines = new ArrayList<>();
        for (AnswerOrigin origin : origins) {
            OriginLine line = line(origin, locale);
            if (line.doubts().isEmpty()) {
                lines.add(line);
            } else {
                lines.addFirst(line);
            }
        }
        return lines;
    }

    private OriginLine line(AnswerOrigin origin, Locale locale) {
        List<String> doubts = new ArrayList<>();
        Dispute dispute = origin.dispute();
        if (dispute != null) {
            doubts.add(
                    text(
                            "desk.origin.dispute." + dispute.state().name(),
                            locale,
                            answerText.full(origin.asked(), dispute.printed().value(), locale),
                            answerText.full(origin.asked(), dispute.stated(), locale)));
            if (dispute.note() != null) {
                doubts.add(text("desk.origin.note", locale, dispute.note()));
            }
            if (dispute.answer() != null) {
                doubts.add(text("desk.origin.answer", locale, dispute.answer()));
            }
        }
        origin.others()
                .forEach(other ->
                        doubts.add(
                                text(
                                        "desk.origin.other",
                                        locale,
                                        other.certificate().in(locale),
                                        answerText.full(origin.asked(), other.value(), locale))));
        String until =
                origin.validUntil() == null
                        ? text("desk.origin.read", locale, texts.time(origin.readAt(), locale))
                        : text(
                                "desk.origin.read.until",
                                locale,
                                texts.time(origin.readAt(), locale),
                                origin.validUntil().toString());
        return new OriginLine(
                origin.asked().title().in(locale),
                origin.certificate().in(locale),
                origin.identifier(),
                until,
                doubts);
    }

    private String text(String key, Locale locale, String... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
