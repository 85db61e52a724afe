package org.onego.bundle.item;

import java.util.List;
import org.onego.bundle.schema.CompiledSchema;
import tools.jackson.databind.node.ObjectNode;

/// An item's form.
///
/// @param schema compiled and self-contained: the elements it refers to are embedded under `$defs`,
///   each with its `element:` id
/// @param ui the JSON Forms UI schema; empty when the item has none
/// @param fields in the order in which they are shown
public record Form(CompiledSchema schema, ObjectNode ui, List<Field> fields) {
    public Form {
        fields = List.copyOf(fields);
    }
}
