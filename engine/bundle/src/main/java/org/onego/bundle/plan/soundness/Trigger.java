package org.onego.bundle.plan.soundness;

/// What an event waits for or does.
///
/// @param code of an error or escalation; empty catches all of them, or throws one without a code
record Trigger(Kind kind, String code) {

    enum Kind {
        NONE,
        TIMER,
        MESSAGE,
        SIGNAL,
        CONDITIONAL,
        ERROR,
        ESCALATION,
        CANCEL,
        /// Ends its own scope: the process, or the sub-process that it stands in.
        TERMINATE,
        /// Ends the whole process wherever it stands (`flowable:terminateAll`).
        TERMINATE_ALL
    }

    static final Trigger NONE = new Trigger(Kind.NONE, "");

    boolean is(Kind wanted) {
        return kind == wanted;
    }

    /// Comes from inside the scope where it is caught, not from the world outside.
    boolean thrown() {
        return kind == Kind.ERROR || kind == Kind.ESCALATION || kind == Kind.CANCEL;
    }

    boolean catches(Trigger thrown) {
        return kind == thrown.kind && (code.isEmpty() || code.equals(thrown.code));
    }
}
