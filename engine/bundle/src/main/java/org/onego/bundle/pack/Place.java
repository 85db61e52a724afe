package org.onego.bundle.pack;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;

/// Where a value stands in an item's document.
///
/// @param group where the rows stand, or null outside a repeated group
/// @param pointer from the document's root, or from the row
record Place(@Nullable JsonPointer group, JsonPointer pointer) {

    static final Place ROOT = new Place(null, JsonPointer.empty());

    Place child(String name) {
        return new Place(group, pointer.appendProperty(name));
    }

    Place parent() {
        return new Place(group, pointer.head());
    }

    /// Where a row of the group at this place begins.
    Place row() {
        return new Place(pointer, JsonPointer.empty());
    }

    /// The document, or a row of it.
    boolean isRoot() {
        return pointer.matches();
    }

    String name() {
        return pointer.last().getMatchingProperty();
    }

    /// As one pointer, with `*` for any row; for messages and look-ups.
    @Override
    public String toString() {
        return group == null ? pointer.toString() : group + "/*" + pointer;
    }
}
