package org.onego.bundle.guide;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the citizen answered so far.
///
/// @param answers guide question → option value
/// @param chosen the items that the citizen ticked among those that may be chosen; null before the
///   choice
/// @param rows repeated subject → how many there are; what is not in it is as many as the items
///   demand at least. Null, as older drafts have it, is nothing
public record GuideAnswers(
        Map<String, String> answers, @Nullable Set<String> chosen, Map<String, Integer> rows) {

    @SuppressWarnings({"ConstantValue", "NullAway"}) // a stored document may lack the rows
    public GuideAnswers {
        answers = Map.copyOf(answers);
        chosen = chosen == null ? null : Set.copyOf(chosen);
        rows = rows == null ? Map.of() : Map.copyOf(rows);
    }

    public GuideAnswers(Map<String, String> answers, @Nullable Set<String> chosen) {
        this(answers, chosen, Map.of());
    }

    /// The same with this many rows of a repeated subject.
    public GuideAnswers withRows(String repeated, int count) {
        Map<String, Integer> more = new LinkedHashMap<>(rows);
        more.put(repeated, count);
        return new GuideAnswers(answers, chosen, more);
    }
}
