package org.onego.bundle;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.onego.bundle.merge.Conflict;
import org.onego.bundle.merge.Question;
import org.onego.bundle.validate.AnswerError;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What is wrong with some answers, question by question: for staff to read, or for programs.
///
/// @param errors in the order of the questions
/// @param doubts what is probably wrong, and stops nothing
public record ValidateReport(
        FilledForm filled, List<AnswerError> errors, List<AnswerError> doubts) {

    public ValidateReport {
        errors = List.copyOf(errors);
        doubts = List.copyOf(doubts);
    }

    public static ValidateReport of(FilledForm filled) {
        return new ValidateReport(
                filled,
                filled.bundle().validate(filled.form(), filled.answers()),
                filled.bundle().doubts(filled.form(), filled.answers()));
    }

    /// How an error is said to people.
    public interface Wording {
        String of(Question question, AnswerError error, Locale locale);
    }

    /// Whether the answers can be submitted, and all of them are asked.
    public boolean isRight() {
        return errors.isEmpty()
                && filled.unasked().isEmpty()
                && filled.form().conflicts().isEmpty();
    }

    /// For programs: `bundle`, `valid`, `errors` and `doubts` (question, keyword, message, the
    /// items' fields), `unasked`, `conflicts`.
    public ObjectNode json(Wording wording, Locale locale) {
        ObjectNode json = ProjectReport.head(filled, locale);
        json.put("valid", isRight()).putArray("errors");
        json.putArray("doubts");
        errors.forEach(error -> json(error, wording, locale, json.withArray("/errors")));
        doubts.forEach(doubt -> json(doubt, wording, locale, json.withArray("/doubts")));
        ProjectReport.unasked(filled, json.putArray("unasked"));
        MergeJson.conflicts(filled.form().conflicts(), json.putArray("conflicts"));
        return json;
    }

    private void json(AnswerError error, Wording wording, Locale locale, ArrayNode list) {
        Question question = question(error);
        ObjectNode each =
                list.addObject()
                        .put("question", question.id().toString())
                        .put("subject", question.id().subject())
                        .put("title", question.title().in(locale))
                        .put("keyword", error.keyword())
                        .put("message", wording.of(question, error, locale));
        each.set("expected", error.expected());
        ArrayNode fields = each.putArray("fields");
        question.origins().stream()
                .filter(origin -> error.items().contains(origin.item()))
                .forEach(origin ->
                        fields.addObject()
                                .put("item", origin.item())
                                .put("pointer", origin.field().pointer().toString()));
    }

    /// For a terminal: below each subject what to put right, and which items ask for it.
    public String text(Wording wording, Locale locale) {
        Texts texts = Texts.in(locale);
        StringBuilder out = new StringBuilder();
        for (Conflict conflict : filled.form().conflicts()) {
            out.append(MergeText.conflict(texts, conflict)).append('\n');
        }
        if (errors.isEmpty()) {
            out.append(texts.say("validate.right", filled.form().selection().items().size()))
                    .append('\n');
        } else {
            out.append(texts.say("validate.wrong", errors.size())).append('\n');
            bySubject(errors, wording, locale, out);
        }
        if (!doubts.isEmpty()) {
            out.append(texts.say("validate.doubts", doubts.size())).append('\n');
            bySubject(doubts, wording, locale, out);
        }
        ProjectReport.unasked(filled, texts, out);
        return out.toString();
    }

    private void bySubject(
            List<AnswerError> errors, Wording wording, Locale locale, StringBuilder out) {
        List<String> subjects =
                errors.stream().map(error -> error.question().subject()).distinct().toList();
        for (String subject : subjects) {
            out.append(filled.bundle().title(subject).in(locale)).append('\n');
            Table table = new Table();
            for (AnswerError error : errors) {
                if (error.question().subject().equals(subject)) {
                    table.row(
                            wording.of(question(error), error, locale),
                            error.question().toString(),
                            String.join(" ", error.items()));
                }
            }
            table.print(out, 2);
        }
    }

    private Question question(AnswerError error) {
        return Objects.requireNonNull(filled.form().question(error.question()));
    }
}
