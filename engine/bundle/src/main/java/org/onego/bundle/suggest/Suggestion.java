package org.onego.bundle.suggest;

import java.util.List;
import org.onego.bundle.element.ElementId;
import tools.jackson.core.JsonPointer;

/// Something for staff to accept or reject.
public sealed interface Suggestion {

    /// How sure it is, from 0 to 1.
    double score();

    List<Reason> reasons();

    /// A field of an item's form.
    record FieldRef(String item, JsonPointer pointer, String title) {}

    /// Two fields of different items that look like one question: to be accepted under `same`, or
    /// rejected under `notSame`.
    record SameQuestion(FieldRef left, FieldRef right, double score, List<Reason> reasons)
            implements Suggestion {
        public SameQuestion {
            reasons = List.copyOf(reasons);
        }
    }

    /// A field of an item's own that looks like an element: to be accepted by a `$ref`, or rejected
    /// under `notSame`.
    record IsElement(
            FieldRef field,
            ElementId element,
            String elementTitle,
            double score,
            List<Reason> reasons)
            implements Suggestion {
        public IsElement {
            reasons = List.copyOf(reasons);
        }
    }
}
