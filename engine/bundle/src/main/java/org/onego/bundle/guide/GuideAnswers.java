package org.onego.bundle.guide;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the citizen answered so far.
///
/// @param answers guide question → option value
/// @param chosen the items that the citizen ticked among those that may be chosen; null before the
///   choice
public record GuideAnswers(Map<String, String> answers, @Nullable Set<String> chosen) {
    public GuideAnswers {
        answers = Map.copyOf(answers);
        chosen = chosen == null ? null : Set.copyOf(chosen);
    }
}
