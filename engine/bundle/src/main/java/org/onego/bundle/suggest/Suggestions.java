package org.onego.bundle.suggest;

import java.util.List;
import org.onego.bundle.suggest.Suggestion.IsElement;
import org.onego.bundle.suggest.Suggestion.SameQuestion;

/// What is suggested for a bundle, best first.
///
/// @param left how many more there were; they come when the first ones are decided
public record Suggestions(List<SameQuestion> same, List<IsElement> elements, int left) {
    public Suggestions {
        same = List.copyOf(same);
        elements = List.copyOf(elements);
    }
}
