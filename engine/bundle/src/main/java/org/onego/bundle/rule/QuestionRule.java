package org.onego.bundle.rule;

import org.onego.bundle.merge.QuestionId;
import org.onego.bundle.schema.Condition;

/// When a question is shown and when it must be answered, over the document of
/// [org.onego.bundle.merge.Answers].
public record QuestionRule(QuestionId question, Condition visible, Condition required) {}
