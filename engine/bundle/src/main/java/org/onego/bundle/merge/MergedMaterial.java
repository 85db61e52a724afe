package org.onego.bundle.merge;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onego.bundle.element.Text;

/// A document asked for once per bundle, or not at all.
///
/// @param subject the bundle's subject whose document it is, or null
/// @param items the items that need it
/// @param supply how it comes in
public record MergedMaterial(
        String code,
        Text title,
        @Nullable String subject,
        boolean required,
        List<String> items,
        Supply supply) {
    public MergedMaterial {
        items = List.copyOf(items);
    }

    /// How a material comes in.
    public sealed interface Supply {

        /// The citizen uploads it.
        record Upload() implements Supply {}

        /// A certificate replaces it; where that cannot be read, the upload is asked for.
        record Certificate(String type) implements Supply {}

        /// Another selected item produces it.
        record Produced(String producer) implements Supply {}

        /// Written by the system from the answers.
        record Generated() implements Supply {}
    }
}
