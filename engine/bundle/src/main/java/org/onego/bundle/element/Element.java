package org.onego.bundle.element;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// An entry of the data dictionary (数据元).
///
/// @param schema what every value satisfies, with `enum` already filled from the code list
/// @param codes the code list that the values come from
/// @param unit shown behind the field
/// @param mask absent when the value is not personal
/// @param precedence certificate types, the one to be believed first where several answer it and
///   disagree; empty: the citizen chooses
/// @param source where the definition was taken from; `unsourced` when nobody could confirm it
public record Element(
        ElementId id,
        Text title,
        @Nullable Text hint,
        ObjectNode schema,
        @Nullable CodeList codes,
        Widget widget,
        @Nullable String unit,
        @Nullable Mask mask,
        List<String> precedence,
        @Nullable String source) {
    public Element {
        precedence = List.copyOf(precedence);
    }
}
