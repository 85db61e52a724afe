package org.onego.bundle.merge;

import org.jspecify.annotations.Nullable;
import org.onego.bundle.item.Field;
import org.onego.bundle.item.Item;

/// A field of a selected item about somebody who exists here.
///
/// @param own the question it would be if it stood alone
/// @param asked the question it is part of
/// @param converter between the question's value and the field's, or null when they are the same
record AskedField(
        Item item, Field field, QuestionId own, QuestionId asked, @Nullable String converter) {

    AskedField as(QuestionId question, @Nullable String through) {
        return new AskedField(item, field, own, question, through);
    }

    Origin origin() {
        return new Origin(item.id(), field, converter);
    }
}
