package org.onego.bundle.rule;

import java.util.Set;
import org.onego.bundle.merge.QuestionId;

/// Which questions are visible and which required, for some answers. Hidden answers count as not
/// given.
public record FormState(Set<QuestionId> visible, Set<QuestionId> required) {
    public FormState {
        visible = Set.copyOf(visible);
        required = Set.copyOf(required);
    }
}
