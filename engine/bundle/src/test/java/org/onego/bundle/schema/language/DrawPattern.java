package org.onego.bundle.schema.language;

import java.util.List;
import java.util.stream.Collectors;
import org.onego.bundle.property.Choices;

/// Draws patterns over few letters, so that two of them often have texts in common.
final class DrawPattern {

    static final String LETTERS = "ab1 ";

    private DrawPattern() {}

    static String pattern(Choices choices) {
        return (choices.chance(50) ? "^" : "")
                + sequence(choices, 0, 2)
                + (choices.chance(50) ? "$" : "");
    }

    private static String sequence(Choices choices, int least, int depth) {
        return String.join("", choices.list(least, 3, c -> part(c, depth)));
    }

    private static String part(Choices choices, int depth) {
        String atom =
                depth > 0 && choices.chance(25)
                        ? choices.pick("(", "(?:", "(?<n" + choices.below(1_000_000) + ">")
                                + choices.list(1, 3, c -> sequence(c, 1, depth - 1)).stream()
                                        .collect(Collectors.joining("|"))
                                + ")"
                        : choices.pick(
                                "a", "b", "1", " ", ".", "[ab]", "[^a]", "\\d", "\\w", "\\s", "\\D",
                                "\\W", "\\S", "[a-b1]", "[^\\d]", "\\u0061");
        return atom
                + choices.pick(List.of("", "", "", "?", "*", "+", "{2}", "{1,3}", "{2,}", "*?"));
    }
}
