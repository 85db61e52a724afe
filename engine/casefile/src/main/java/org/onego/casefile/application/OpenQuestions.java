package org.onego.casefile.application;

import java.util.Set;
import java.util.stream.Collectors;
import org.onego.bundle.merge.MergedForm;
import org.onego.bundle.merge.Question;
import org.onego.bundle.merge.QuestionId;
import org.onego.bundle.prefill.PrefillRequest;

/// The questions that nobody has answered, and that the citizen has not left empty on purpose; of a
/// row, only while the citizen has not begun to fill it.
public final class OpenQuestions {

    private OpenQuestions() {}

    public static Set<QuestionId> of(MergedForm form, Application draft) {
        return form.questions().values().stream()
                .filter(question -> question.source() instanceof Question.Source.Asked)
                .map(Question::id)
                .filter(id -> isOpen(id, draft))
                .collect(Collectors.toUnmodifiableSet());
    }

    public static boolean isOpen(QuestionId question, Application draft) {
        return draft.answers().get(question) == null
                && !draft.touched().contains(question)
                && !PrefillRequest.inUntouchedRows(Set.of(question), draft.touched()).isEmpty();
    }
}
