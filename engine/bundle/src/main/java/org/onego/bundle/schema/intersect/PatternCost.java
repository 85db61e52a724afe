package org.onego.bundle.schema.intersect;

import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// Which patterns may take the validator's backtracking matcher forever: those that repeat a group,
/// on a long text. On a short text nothing is slow. Too careful rather than too quick: what is not
/// asked stays undecided, and the answer exact.
final class PatternCost {

    /// Up to this many characters even a repeated repetition ends soon.
    private static final int SHORT = 24;

    /// Beyond this, a few repetitions side by side are slow as well.
    private static final int LONG = 4_000;

    /// A group that is repeated without end, or often.
    private static final Pattern REPEATED_GROUP =
            Pattern.compile("\\)(?:[*+]|\\{\\d*(?:,|\\d{2,}))");

    private static final Pattern BACK_REFERENCE = Pattern.compile("\\\\[1-9k]");

    private PatternCost() {}

    static boolean tooHigh(String pattern, String text) {
        return text.length() > LONG || (text.length() > SHORT && hard(pattern));
    }

    private static boolean hard(String pattern) {
        return REPEATED_GROUP.matcher(pattern).find() || BACK_REFERENCE.matcher(pattern).find();
    }

    /// Whether some pattern of the schema could meet a text of the value on which it is slow.
    static boolean tooHigh(JsonNode schema, JsonNode value) {
        int longest = longest(value);
        return longest > SHORT && slowOn(schema, longest);
    }

    private static int longest(JsonNode value) {
        int longest = value.isString() ? value.stringValue().length() : 0;
        for (JsonNode child : value.values()) {
            longest = Math.max(longest, longest(child));
        }
        if (value.isObject()) {
            for (String name : value.propertyNames()) {
                longest = Math.max(longest, name.length());
            }
        }
        return longest;
    }

    private static boolean slowOn(JsonNode schema, int length) {
        if (schema.isObject()) {
            JsonNode pattern = schema.path("pattern");
            if (pattern.isString() && (length > LONG || hard(pattern.stringValue()))) {
                return true;
            }
            for (String name : schema.path("patternProperties").propertyNames()) {
                if (length > LONG || hard(name)) {
                    return true;
                }
            }
        }
        return schema.valueStream().anyMatch(child -> slowOn(child, length));
    }
}
