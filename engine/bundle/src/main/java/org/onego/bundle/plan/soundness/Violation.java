package org.onego.bundle.plan.soundness;

/// The property that does not hold. When several do not, the first of this order is reported.
public enum Violation {
    /// Two tokens can meet on one flow or in one step: the step would be done twice at once.
    SAFENESS("not safe"),
    /// An end event can be reached twice: one part of the process ends while another still runs.
    PROPER_COMPLETION("improper completion"),
    /// A state can be reached from which the process can never finish.
    OPTION_TO_COMPLETE("cannot complete"),
    /// A step can never happen.
    DEAD_STEP("dead step");

    private final String text;

    Violation(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }
}
