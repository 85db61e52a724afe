package org.onego.server.department;

/// A call that changed nothing; answered as a problem and recorded.
final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final Refusal refusal;
    private final String detail;

    /// @param detail what is wrong, which value, and what to do; nothing personal
    Refused(Refusal refusal, String detail) {
        super(refusal + ": " + detail, null, false, false);
        this.refusal = refusal;
        this.detail = detail;
    }

    Refusal refusal() {
        return refusal;
    }

    String detail() {
        return detail;
    }
}
