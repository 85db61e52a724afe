package org.onego.bundle.rule;

import java.util.Set;
import org.onego.bundle.merge.QuestionId;

/// Which questions the citizen sees and must answer, for some answers. Hidden answers count as not
/// given. Questions that nobody asks the citizen (given by the guide, deferred) are in neither.
public record FormState(Set<QuestionId> visible, Set<QuestionId> required) {
    public FormState {
        visible = Set.copyOf(visible);
        required = Set.copyOf(required);
    }
}
