package org.onego.casefile.application;

import java.util.Map;
import org.onego.bundle.merge.Answers;
import org.onego.bundle.merge.MergedForm;
import org.onego.bundle.merge.Question;
import org.onego.bundle.merge.QuestionId;
import tools.jackson.databind.JsonNode;

/// The citizen's answers together with what items have produced so far.
public final class KnownAnswers {

    private KnownAnswers() {}

    public static Answers of(Application application, MergedForm form) {
        Answers answers = application.answers();
        for (CaseRecord each : application.cases()) {
            if (each.state().hasEndedWell()) {
                answers = with(answers, form, each.item(), each.results());
            }
        }
        return answers;
    }

    /// The answers with an item's result. Only what is deferred to this item is taken: a result
    /// never changes what the citizen was asked.
    public static Answers with(
            Answers answers, MergedForm form, String item, Map<QuestionId, JsonNode> results) {
        Answers known = answers;
        for (Map.Entry<QuestionId, JsonNode> result : results.entrySet()) {
            Question question = form.question(result.getKey());
            if (question != null
                    && question.source() instanceof Question.Source.Deferred(String producer)
                    && producer.equals(item)) {
                known = known.with(result.getKey(), result.getValue());
            }
        }
        return known;
    }
}
