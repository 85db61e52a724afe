package org.onego.bundle.item;

import org.jspecify.annotations.Nullable;
import org.onego.bundle.element.ElementId;
import org.onego.bundle.element.Text;
import org.onego.bundle.schema.Condition;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.node.ObjectNode;

/// One field of an item's form.
///
/// @param pointer where its value stands in the item's document; in a repeated group, relative to
///   the row
/// @param group where the rows stand, or null outside a repeated group
/// @param subject the item's own name of whom it is about
/// @param element the element it asks for, or null for a field of the item's own
/// @param schema as the form says: with `$ref` to the element and what narrows it
/// @param required when the item demands it, over the item's document (over the row in a repeated
///   group)
/// @param visible when the item shows it, over the same
public record Field(
        JsonPointer pointer,
        @Nullable JsonPointer group,
        String subject,
        @Nullable ElementId element,
        Text title,
        @Nullable Text hint,
        ObjectNode schema,
        Condition required,
        Condition visible) {}
