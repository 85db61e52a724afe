package org.onego.casefile.application;

import java.util.Optional;

/// The letters (文书) that steps of a case bring with them.
public enum NoticeKind {
    /// 受理通知书.
    ACCEPTANCE,
    /// 不予受理通知书.
    NON_ACCEPTANCE,
    /// 补正告知书.
    CORRECTION,
    /// 准予决定书.
    APPROVAL,
    /// 不予决定书.
    REJECTION;

    /// The letter that an event of a case brings, or empty. What the citizen does brings none: a
    /// case that comes back from a correction is not accepted again.
    public static Optional<NoticeKind> of(CaseEvent event) {
        if (event.by() instanceof Actor.Citizen) {
            return Optional.empty();
        }
        return switch (event.state()) {
            case ACCEPTED -> Optional.of(ACCEPTANCE);
            case NOT_ACCEPTED -> Optional.of(NON_ACCEPTANCE);
            case CORRECTION, SUPPLEMENT -> Optional.of(CORRECTION);
            case APPROVED -> Optional.of(APPROVAL);
            case REJECTED -> Optional.of(REJECTION);
            case WAITING, HANDED_OVER, REVIEWED, DELIVERED, WITHDRAWN, CANCELLED, PASSED_BY ->
                    Optional.empty();
        };
    }
}
