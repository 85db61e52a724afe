package org.onego.bundle.merge;

import tools.jackson.core.JsonPointer;

/// A condition of an item that can't be said about the questions of the merged form. Found when the
/// package is checked; it stops publication.
///
/// @param item whose condition it is
/// @param field the field that it shows or demands, in the item's document
/// @param reason what can't be rewritten
public record Unrewritable(String item, JsonPointer field, String reason) {}
