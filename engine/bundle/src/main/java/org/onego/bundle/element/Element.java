package org.onego.bundle.element;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// An entry of the data dictionary (数据元).
///
/// @param schema what every value satisfies, with `enum` already filled from the code list
/// @param codes the code list that the values come from
/// @param unit shown behind the field
/// @param mask absent when the value is not personal
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
        @Nullable String source) {}
