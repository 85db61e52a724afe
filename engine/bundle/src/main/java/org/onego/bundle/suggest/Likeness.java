package org.onego.bundle.suggest;

import java.util.List;

/// How much two fields look like one question.
///
/// @param score from 0 to 1
record Likeness(double score, List<Reason> reasons) {

    static final Likeness NONE = new Likeness(0, List.of());

    Likeness {
        reasons = List.copyOf(reasons);
    }
}
