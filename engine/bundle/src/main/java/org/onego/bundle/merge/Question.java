package org.onego.bundle.merge;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onego.bundle.element.Code;
import org.onego.bundle.element.Element;
import org.onego.bundle.element.Text;
import org.onego.bundle.element.Widget;
import tools.jackson.databind.node.ObjectNode;

/// One thing asked of the citizen, however many items need it.
///
/// @param schema the intersection of what the items accept; self-contained
/// @param element the element asked for, or null for a field of one item's own
/// @param codes what can be chosen, with labels; empty when the answer is free
/// @param origins the fields it stands for, in the bundle's order of items
/// @param source how it gets its answer
public record Question(
        QuestionId id,
        Text title,
        @Nullable Text hint,
        ObjectNode schema,
        @Nullable Element element,
        Widget widget,
        List<Code> codes,
        List<Origin> origins,
        Source source) {

    public Question {
        codes = List.copyOf(codes);
        origins = List.copyOf(origins);
    }

    /// Who answers a question.
    public sealed interface Source {

        /// The citizen, or a certificate.
        record Asked() implements Source {}

        /// The guide has answered it already.
        record Given() implements Source {}

        /// Another selected item will produce it (后置字段); never asked of the citizen.
        record Deferred(String producer) implements Source {}
    }
}
