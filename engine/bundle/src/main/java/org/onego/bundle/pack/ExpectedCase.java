package org.onego.bundle.pack;

import java.util.List;
import java.util.Map;
import org.onego.bundle.element.Text;

/// What must come out for a persona: a test that the package brings along.
///
/// @param file where it stands, for messages
/// @param items expected items, or empty when not stated
/// @param figures expected counts by name (`fields`, `questions`, `prefilled`, `deferred`, `typed`,
///   …)
public record ExpectedCase(
        String file, Text title, String persona, List<String> items, Map<String, Integer> figures) {
    public ExpectedCase {
        items = List.copyOf(items);
        figures = Map.copyOf(figures);
    }
}
