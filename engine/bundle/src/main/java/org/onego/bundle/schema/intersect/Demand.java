package org.onego.bundle.schema.intersect;

import tools.jackson.databind.JsonNode;

/// A keyword of an input and what it asks for.
///
/// @param schema which input, counted from 0; -1 where it follows from several
/// @param pointer where in that input, as a JSON pointer to the keyword
/// @param keyword the keyword
/// @param value its value
public record Demand(int schema, String pointer, String keyword, JsonNode value) {

    /// A value is shown up to this many characters.
    private static final int SHOWN = 120;

    static Demand of(String keyword, JsonNode value) {
        return new Demand(-1, "", keyword, value);
    }

    @Override
    public String toString() {
        String text = value.toString();
        String shown = text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
        return schema < 0
                ? "%s %s".formatted(keyword, shown)
                : "%s %s (schema %d, %s)".formatted(keyword, shown, schema, pointer);
    }
}
