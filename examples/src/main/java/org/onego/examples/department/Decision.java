package org.onego.examples.department;

/// What the department decides.
///
/// @param reason told to the citizen; empty when approved
record Decision(Outcome outcome, String reason) {

    enum Outcome {
        approved,
        rejected
    }

    static final Decision APPROVED = new Decision(Outcome.approved, "");
}
