package org.onego.bundle.merge;

import org.jspecify.annotations.Nullable;
import org.onego.bundle.item.Field;

/// A field of an item for which a question stands.
///
/// @param converter between the question's value and the field's, or null when they are the same
public record Origin(String item, Field field, @Nullable String converter) {}
