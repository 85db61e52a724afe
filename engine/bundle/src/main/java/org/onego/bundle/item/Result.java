package org.onego.bundle.item;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.onego.bundle.element.ElementId;
import org.onego.bundle.element.Text;

/// What an item issues, and which elements become known with it.
///
/// @param id certificate type or document id
/// @param certificate the type of certificate, or null for a plain document
/// @param produces the item's own subject → elements
public record Result(
        String id,
        @Nullable String certificate,
        Text title,
        Map<String, List<ElementId>> produces) {
    public Result {
        produces = Map.copyOf(produces);
    }
}
