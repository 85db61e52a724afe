package org.onego.bundle.suggest;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onego.bundle.element.ElementId;
import tools.jackson.core.JsonPointer;

/// What can be seen of a field without knowing what it means.
///
/// @param own the item's own name of whom it is about
/// @param about the bundle's subjects that this may be
/// @param name the field's name in the item's document
/// @param codes what may be chosen; empty where anything may be written
/// @param rejected elements that it is said not to be
/// @param repeated in the rows of a group
record Sketch(
        String item,
        JsonPointer pointer,
        String own,
        Set<String> about,
        String title,
        String name,
        Kind kind,
        Set<String> codes,
        @Nullable ElementId element,
        Set<String> rejected,
        boolean repeated) {
    Sketch {
        about = Set.copyOf(about);
        codes = Set.copyOf(codes);
        rejected = Set.copyOf(rejected);
    }
}
