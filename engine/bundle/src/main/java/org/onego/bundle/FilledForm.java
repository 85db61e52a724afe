package org.onego.bundle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.onego.bundle.element.ElementId;
import org.onego.bundle.guide.Selection;
import org.onego.bundle.merge.Answers;
import org.onego.bundle.merge.MergedForm;
import org.onego.bundle.merge.Question;
import org.onego.bundle.merge.QuestionId;
import org.onego.bundle.pack.Nearest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A merged form with answers that somebody wrote down.
///
/// @param unasked what is answered although the form doesn't ask it; it counts for nothing
public record FilledForm(
        PublishedBundle bundle, MergedForm form, Answers answers, List<Unasked> unasked) {

    public FilledForm {
        unasked = List.copyOf(unasked);
    }

    /// @param advice what was probably meant
    public record Unasked(String subject, String key, String advice) {
        @Override
        public String toString() {
            return "%s.%s is no question of this form → %s".formatted(subject, key, advice);
        }
    }

    /// @param before answers that the written ones precede
    /// @param written subject → question key or element id → value
    public static FilledForm of(
            PublishedBundle bundle, Selection selection, Answers before, ObjectNode written) {
        MergedForm form = bundle.form(selection);
        Answers answers = before;
        List<Unasked> unasked = new ArrayList<>();
        for (Map.Entry<String, JsonNode> subject : written.properties()) {
            for (Map.Entry<String, JsonNode> value : subject.getValue().properties()) {
                Question question = question(form, subject.getKey(), value.getKey());
                if (question == null) {
                    unasked.add(unasked(form, subject.getKey(), value.getKey()));
                } else if (!value.getValue().isNull()) {
                    answers = answers.with(question.id(), value.getValue());
                }
            }
        }
        return new FilledForm(bundle, form, answers, unasked);
    }

    /// The question with this key, or about this element.
    public static @Nullable Question question(MergedForm form, String subject, String key) {
        if (subject.isEmpty() || key.isEmpty()) {
            return null;
        }
        if (ElementId.isValid(key)) {
            return form.asking(subject, ElementId.parse(key));
        }
        return subject.contains(".") || key.contains(".")
                ? null
                : form.question(new QuestionId(subject, key));
    }

    /// Why a form has no such question, and which was probably meant.
    public static Unasked unasked(MergedForm form, String subject, String key) {
        List<String> subjects =
                form.questions().keySet().stream().map(QuestionId::subject).distinct().toList();
        if (!subjects.contains(subject)) {
            return new Unasked(
                    subject, key, Nearest.advice(subject, subjects, "the form asks nothing of it"));
        }
        List<String> keys =
                form.questions().keySet().stream()
                        .filter(id -> id.subject().equals(subject))
                        .map(QuestionId::key)
                        .toList();
        return new Unasked(
                subject,
                key,
                Nearest.advice(
                        key.replace('.', '_'),
                        keys,
                        "take it out; './onego merge --json' lists the questions"));
    }
}
