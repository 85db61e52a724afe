package org.onego.bundle.merge;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.onego.bundle.element.ElementId;
import org.onego.bundle.guide.Selection;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/// The items' forms as one form.
///
/// @param questions by id, in the order in which they are asked
/// @param conflicts empty for every bundle that could be published
/// @param fields how many fields the items' own forms have in sum
/// @param materialsBefore how many documents the items ask for in sum, one by one
public record MergedForm(
        Selection selection,
        Map<QuestionId, Question> questions,
        List<MergedMaterial> materials,
        List<Conflict> conflicts,
        int fields,
        int materialsBefore) {
    public MergedForm {
        questions = Collections.unmodifiableMap(new LinkedHashMap<>(questions));
        materials = List.copyOf(materials);
        conflicts = List.copyOf(conflicts);
    }

    public @Nullable Question question(QuestionId id) {
        return questions.get(id);
    }

    /// These answers with what the guide has answered; what they say about those questions counts
    /// for nothing.
    public Answers withGiven(Answers answers) {
        Map<QuestionId, JsonNode> given = new LinkedHashMap<>();
        for (Question question : questions.values()) {
            if (question.source() instanceof Question.Source.Given) {
                given.put(question.id(), GivenAnswers.of(selection, question));
            }
        }
        return answers.with(given);
    }

    /// What the guide answers to this question, or null when it says nothing about it.
    public @Nullable JsonNode given(QuestionId id) {
        Question question = questions.get(id);
        return question != null && question.source() instanceof Question.Source.Given
                ? GivenAnswers.of(selection, question)
                : null;
    }

    /// The question that asks for this element about this subject, whatever it is asked as; null
    /// when nobody asks for it.
    public @Nullable Question asking(String subject, ElementId element) {
        Question own = questions.get(new QuestionId(subject, QuestionKeys.of(element)));
        if (own != null) {
            return own;
        }
        return questions.values().stream()
                .filter(question ->
                        question.origins().stream()
                                .anyMatch(origin -> asks(origin, subject, element)))
                .findFirst()
                .orElse(null);
    }

    private boolean asks(Origin origin, String subject, ElementId element) {
        return origin.converter() == null
                && element.equals(origin.field().element())
                && subject.equals(Rows.person(selection, origin.item(), origin.field().subject()));
    }

    /// The questions that one item's fields stand for, by the fields' place in its document. A
    /// field about nobody has none.
    public Map<JsonPointer, Question> questionsOf(String item) {
        Map<JsonPointer, Question> found = new LinkedHashMap<>();
        for (Question question : questions.values()) {
            for (Origin origin : question.origins()) {
                if (origin.item().equals(item)) {
                    found.put(origin.field().pointer(), question);
                }
            }
        }
        return found;
    }
}
