package org.onego.bundle.prefill;

import java.util.List;
import org.onego.bundle.merge.Question;

/// Which source is believed where several answer the same question and disagree: the one that the
/// element declares first, else the citizen chooses.
public final class Precedence {

    private Precedence() {}

    /// The certificate types in their order; empty when none is declared.
    public static List<String> of(Question question) {
        return question.element() == null ? List.of() : question.element().precedence();
    }

    /// The place of a type; what is not declared comes after all that is.
    public static int rank(List<String> precedence, String type) {
        int at = precedence.indexOf(type);
        return at < 0 ? precedence.size() : at;
    }
}
