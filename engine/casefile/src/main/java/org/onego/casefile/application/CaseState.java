package org.onego.casefile.application;

/// Where a case stands. Each state is mapped to the code under which provincial platforms exchange
/// it (办件状态).
public enum CaseState {
    /// It needs another item's result first, or the process has not reached it.
    WAITING("22"),
    /// The department has it and has not decided whether to take it (待接件).
    HANDED_OVER("24"),
    /// Before it is taken, the citizen has been told once what to bring (待补正); no limit runs.
    CORRECTION("28"),
    /// Taken (已受理); the promised time runs from the day after.
    ACCEPTED("30"),
    /// Not taken (不予受理).
    NOT_ACCEPTED("97"),
    /// Looked through by a clerk and laid before whoever decides (承办, 审核).
    REVIEWED("30"),
    /// Taken, and the citizen has something to bring (已受理待补办); the clock stands still.
    SUPPLEMENT("37"),
    /// Decided well (审批通过); what it issues is known.
    APPROVED("50"),
    /// Decided badly (审批不通过).
    REJECTED("40"),
    /// The result has reached the citizen (正常办结, 送达).
    DELIVERED("90"),
    /// Taken back by the citizen (撤销申请).
    WITHDRAWN("98"),
    /// Ended by the office (异常终止).
    CANCELLED("99"),
    /// Never handled, because an item it needs did not end well (异常终止).
    PASSED_BY("99");

    private final String code;

    CaseState(String code) {
        this.code = code;
    }

    /// The code in the exchange of cases between platforms (办件状态).
    public String code() {
        return code;
    }

    /// Nothing more will happen to the case.
    public boolean isEnded() {
        return switch (this) {
            case NOT_ACCEPTED, REJECTED, DELIVERED, WITHDRAWN, CANCELLED, PASSED_BY -> true;
            case WAITING, HANDED_OVER, CORRECTION, ACCEPTED, REVIEWED, SUPPLEMENT, APPROVED ->
                    false;
        };
    }

    /// What it issues is known, and items that need it can go on.
    public boolean hasEndedWell() {
        return this == APPROVED || this == DELIVERED;
    }

    /// It will never come to a result.
    public boolean hasEndedBadly() {
        return switch (this) {
            case NOT_ACCEPTED, REJECTED, WITHDRAWN, CANCELLED, PASSED_BY -> true;
            case WAITING,
                    HANDED_OVER,
                    CORRECTION,
                    ACCEPTED,
                    REVIEWED,
                    SUPPLEMENT,
                    APPROVED,
                    DELIVERED ->
                    false;
        };
    }

    /// The citizen has something to bring before the department goes on.
    public boolean isWithCitizen() {
        return this == CORRECTION || this == SUPPLEMENT;
    }

    /// The department has it: somebody there works on it, or waits for the citizen.
    public boolean isOpen() {
        return switch (this) {
            case HANDED_OVER, CORRECTION, ACCEPTED, REVIEWED, SUPPLEMENT, APPROVED -> true;
            case WAITING, NOT_ACCEPTED, REJECTED, DELIVERED, WITHDRAWN, CANCELLED, PASSED_BY ->
                    false;
        };
    }
}
