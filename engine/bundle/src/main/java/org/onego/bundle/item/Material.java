package org.onego.bundle.item;

import org.jspecify.annotations.Nullable;
import org.onego.bundle.element.Text;
import org.onego.bundle.schema.Condition;

/// A document to hand in (申请材料).
///
/// @param code materials of different items with the same code about the same subject are one
/// @param when whether it is needed, over the item's own document
/// @param certificate the certificate type that replaces the upload
/// @param about the item's own subject whose document it is
public record Material(
        String code,
        Text title,
        boolean required,
        Condition when,
        @Nullable String certificate,
        @Nullable String about,
        Form form,
        int copies) {

    /// `SYSTEM`: written by the system from the answers, so nobody hands it in.
    public enum Form {
        ORIGINAL,
        COPY,
        SYSTEM
    }
}
